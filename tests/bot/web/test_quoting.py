"""A long quote is folded, a text is put into lines, and nothing is lost by either."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer_view import view
from bot.web.quoting import KEPT, SLACK, folded, lines_of
from tests.bot.answers import ANSWERED

SOURCE = view(ANSWERED).sources[0]

texts = st.text(alphabet="abå. \n-", max_size=2_000)


@given(before=texts, decisive=texts, after=texts)
def test_the_parts_together_are_the_quote(before, decisive, after):
    parts = folded(replace(SOURCE, before=before, decisive=decisive, after=after))
    assert parts.folded_before + parts.before == before
    assert parts.decisive == decisive
    assert parts.after + parts.folded_after == after


@given(before=texts, decisive=texts, after=texts)
def test_the_lines_together_are_the_text_and_the_marks_the_sentence(before, decisive, after):
    lines = list(lines_of(before, decisive, after))
    whole = "".join(line.before + line.marked + line.after + line.ending for line in lines)
    assert whole == before + decisive + after
    assert "".join(line.marked for line in lines) == decisive.replace("\n", "")


@given(text=texts)
def test_a_text_without_a_deciding_sentence_is_unmarked(text):
    assert all(line.marked == "" for line in lines_of(text))


def test_a_short_quote_is_not_folded():
    parts = folded(replace(SOURCE, before="x" * (KEPT + SLACK), after="x" * (KEPT + SLACK)))
    assert (parts.folded_before, parts.folded_after) == ("", "")


@pytest.mark.parametrize(
    ("filling", "end"), [("ord " * 500, " "), ("En mening. " * 200, "."), ("En rad\n" * 300, "\n")]
)
def test_a_long_quote_is_folded_at_the_strongest_break(filling, end):
    parts = folded(replace(SOURCE, before=filling, after=filling))
    assert parts.folded_before.endswith(end)
    assert parts.after.endswith(end)
    assert KEPT - SLACK <= len(parts.after) <= KEPT
    assert KEPT - SLACK <= len(parts.before) <= KEPT
