"""Compatibility form with the place of every character."""

import unicodedata
from re import sub

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.encoding.normalised import normalise_text

CHAINS = st.text(st.sampled_from("a\u030a\u0301\u0327\u1100\u1161\u11a8가ﾊﾟ \t\n½ﬁ"))


def expected(text: str) -> str:
    return sub(" {2,}", " ", unicodedata.normalize("NFKC", sub("[\n\r\t\u00a0]", " ", text)))


@given(st.text() | CHAINS)
@example("\ufdfa" * 20)
@example("\u1100\u1161\u11a8")
@example(" \n \u2003x")
def test_the_text_is_nfkc_with_single_spaces(text: str) -> None:
    assert normalise_text(text).text == expected(text)


@given(st.text() | CHAINS)
def test_every_character_has_a_place_and_places_only_go_forward(text: str) -> None:
    found = normalise_text(text)
    assert len(found.text) == len(found.starts) == len(found.ends)
    assert all(
        start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True)
    )
    assert list(found.starts) == sorted(found.starts)
    assert list(found.ends) == sorted(found.ends)


@pytest.mark.parametrize(
    ("text", "position", "source"),
    [
        ("vård", 1, "å"),
        ("va\u030ard", 1, "a\u030a"),
        ("of\ufb01ce", 3, "\ufb01"),
        ("a  b", 1, "  "),
        ("a\u00a0\n b", 2, "b"),
    ],
)
def test_a_character_knows_what_it_was_made_from(text: str, position: int, source: str) -> None:
    found = normalise_text(text)
    assert text[found.starts[position] : found.ends[position]] == source
