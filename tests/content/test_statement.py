"""The statement's English is quoted byte for byte."""

from pathlib import Path

from legal_site.build import build_content

CONTENT = Path(__file__).parents[2] / "content_data"
PUBLISHED = Path(__file__).with_name("statement.en.txt")


def test_the_english_is_the_published_text() -> None:
    """Every line of the published text, and nothing else, slips included."""
    statement = build_content(CONTENT).statements["2016-04-12"]
    text = "\n".join(paragraph.text["en"] for paragraph in statement.paragraphs)
    assert text.encode() == PUBLISHED.read_bytes()
