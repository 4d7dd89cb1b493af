"""Marked words: never a part of a word, never a text other than the one given."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.comparison.word_diff import word_diff

TEXTS = st.text(alphabet="abc åäö.,\n-1", max_size=60)


def joined(segments):
    return "".join(segment.text for segment in segments)


def marked(segments):
    return [segment.text for segment in segments if segment.marked]


@given(TEXTS, TEXTS)
def test_the_segments_are_the_texts(old, new):
    found = word_diff(old, new)
    assert (joined(found.old), joined(found.new)) == (old, new)


@given(TEXTS)
def test_nothing_is_marked_in_equal_texts(text):
    found = word_diff(text, text)
    assert marked(found.old) == marked(found.new) == []


def test_whole_words_are_marked_without_the_space_around_them():
    found = word_diff("Kommunen ska svara inom en vardag.", "Kommunen ska svara inom tre vardagar.")
    assert marked(found.old) == ["en vardag"]
    assert marked(found.new) == ["tre vardagar"]


def test_white_space_alone_is_no_difference():
    found = word_diff("Kommunen ska\nsvara.", "Kommunen  ska svara.")
    assert marked(found.old) == marked(found.new) == []
