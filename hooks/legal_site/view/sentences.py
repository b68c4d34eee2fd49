"""Sentences one after the other. Some have a full stop of their own: a Serbian date, a line that an editor closed."""

from __future__ import annotations


def sentence(text: str) -> str:
    """The text with a full stop at its end."""
    return text if text.endswith(".") else f"{text}."


def joined(*texts: str | None) -> str:
    """The texts as sentences, the last of them as it is: more may follow. What is missing or empty is left out."""
    said = [text for text in texts if text]
    return " ".join([*map(sentence, said[:-1]), *said[-1:]])
