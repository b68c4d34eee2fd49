"""The policy: how strict it is, what it says of each file, and that the settings of servers are made from it."""

import pytest

from conftest import ROOT
from legal_site import policy
from legal_site.servers import SETTINGS, renewed
from legal_site.starter import GUIDE_STARTER, STARTER, STARTERS


def test_nothing_is_allowed_but_files_of_this_host():
    sources = {word for value in policy.CONTENT_SECURITY_POLICY.values() for word in value.split()}
    assert sources == {"'none'", "'self'", "'script'", "own-script", "late-script"}
    assert policy.CONTENT_SECURITY_POLICY["default-src"] == policy.CONTENT_SECURITY_POLICY["base-uri"] == "'none'"


def test_nobody_is_kept_from_showing_a_page_in_theirs():
    text = " ".join((policy.content_security_policy(), *policy.HEADERS, *policy.HEADERS.values())).lower()
    assert "frame-ancestors" not in text and "x-frame-options" not in text and "sandbox" not in text


def test_the_page_says_what_the_header_says_but_for_the_scripts_of_other_pages():
    header = policy.HEADERS["Content-Security-Policy"]
    assert f'content="{header}"' in policy.meta_tags(*STARTERS)
    for own, other in ((STARTER, GUIDE_STARTER), (GUIDE_STARTER, STARTER)):
        assert f'content="{header.replace(" " + other.source, "")}"' in policy.meta_tags(own)
    assert "'sha256-" not in policy.meta_tags()
    assert f'content="{policy.HEADERS["Referrer-Policy"]}"' in policy.meta_tags()


def test_what_is_of_guides_alone_stands_on_their_pages_alone():
    for words in ("expect", "scrollIntoView", "split("):
        assert words in GUIDE_STARTER.text and words not in STARTER.text


@pytest.mark.parametrize(
    "address",
    ["/assets/guide.0123abcd.css", "/assets/stylesheets/main.57a0d79d.min.css", "/assets/search.89abcdef.json"],
)
def test_a_file_with_a_digest_in_its_name_is_kept(address):
    assert policy.cache_control(address) == policy.KEPT


@pytest.mark.parametrize(
    "address",
    [
        "/", "/law/kz/146/", "/assets/embed.js", "/assets/guide.css", "/assets/guide.0123ABCD.css",
        "/assets/guide.0123abc.css", "/assets/guide.0123abcd0.css", "/data/laws.0123abcd.json", "/assets/0123abcd.css",
        "/en/assets/guide.0123abcd.css",
    ],
)  # fmt: skip
def test_any_other_is_asked_for_again(address):
    assert policy.cache_control(address) == policy.ASKED_AGAIN


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/law/kz/146/", "text/html; charset=utf-8"),
        ("/en/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/data/law/kz/146.akn.xml", "application/akn+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/law/kz/146/index.md", "text/markdown; charset=utf-8"),
        ("/law/kz/146/p3/card.png", "image/png"),
        ("/assets/unknown.xyz", None),
    ],
)
def test_each_file_has_its_type(address, kind):
    assert policy.content_type(address) == kind


@pytest.mark.parametrize("name", SETTINGS)
def test_the_settings_of_a_server_say_what_the_policy_says(name):
    text = (ROOT / "deploy" / name).read_text("utf-8")
    assert text == renewed(name, text), f"deploy/{name} is out of date: run `python -m legal_site servers`"
    for header, value in policy.HEADERS.items():
        assert f'{header} "{value}"' in text


@pytest.mark.parametrize("name", SETTINGS)
def test_a_line_changed_by_hand_is_noticed_and_what_stands_outside_is_left_alone(name):
    text = (ROOT / "deploy" / name).read_text("utf-8")
    spoilt = text.replace("nosniff", "sniff")
    assert spoilt != text and renewed(name, spoilt) == text
    assert renewed(name, f"# ours\n{text}# ours\n") == f"# ours\n{text}# ours\n"
