"""Slack's limits, whatever the clause's length: the citation is the last thing to be cut."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer_view import view
from bot.asking.values import Reply
from bot.slack import limits
from bot.slack.blocks import length, quotes
from bot.slack.cutting import CUT, pieces, shares, size
from bot.slack.message import Setting, answer_message
from corpus.clause import Clause
from corpus.document import Document
from retrieval.answer import AnswerStatus, Citation, PartyAnswer, Related
from retrieval.service import AnsweringService
from tests.bot.answers import ANSWERED, CITATION, RELATED
from tests.bot.slack.rules import faults
from tests.bot.slack.world import elements, quoted, shown

SETTING = Setting(public_url="https://ansvar.example.se", echo=True, shareable=True)
ON = date(2026, 11, 22)


def reply(**answer: object) -> Reply:
    return Reply(id="a" * 22, answer=replace(ANSWERED, **answer), followed=None, stored=True)


def drawn(found: Reply) -> dict:
    message = answer_message(found, SETTING)
    assert faults(message.blocks) == []
    assert len(message.text) <= limits.FALLBACK
    return message.payload()


def citation_of(document: Document, clause: Clause) -> Citation:
    """The whole clause as a quote, the first sentence deciding."""
    quote = document.text[clause.start : clause.end]
    return Citation(
        document=document.id,
        document_title=document.title,
        kind=document.kind,
        clause=clause.id,
        label=clause.label,
        title=clause.title,
        headings=clause.headings,
        status=document.status,
        valid_from=document.valid_from,
        valid_to=document.valid_to,
        quote=quote,
        start=clause.start,
        end=clause.end,
        decisive=(0, quote.find(".") + 1 or len(quote)),
        page=None,
        url=None,
    )


def test_every_clause_of_the_model_agreement_is_quoted_whole(model_service: AnsweringService):
    documents = {each.id: each for each in model_service.documents}
    for clause in model_service.clauses:
        citation = citation_of(documents[clause.document], clause)
        message = drawn(reply(citations=(citation,), related=(RELATED,) * 9))
        assert quoted(message) == citation.quote
        assert len(elements(message, "open_clause")) == 1


def test_every_clause_of_the_model_agreement_can_stand_beside_three_others(
    model_service: AnsweringService,
):
    documents = {each.id: each for each in model_service.documents}
    all_of = [citation_of(documents[each.document], each) for each in model_service.clauses]
    for first in range(0, len(all_of) - 4, 4):
        four = tuple(all_of[first : first + 4])
        message = drawn(reply(citations=four))
        if sum(len(each.quote) for each in four) < 9_000:
            assert quoted(message) == "".join(each.quote for each in four)


long_text = st.builds(
    lambda words, times: " ".join(words * times),
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1, max_size=40),
        min_size=1,
        max_size=8,
    ),
    st.integers(1, 80),
)


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    quote = draw(long_text)
    start = draw(st.integers(0, len(quote)))
    return replace(
        CITATION,
        quote=quote,
        decisive=(start, draw(st.integers(start, len(quote)))),
        document_title=draw(long_text),
        label=draw(long_text),
        title=draw(st.none() | long_text),
        clause=draw(st.text(min_size=1, max_size=30)) * draw(st.integers(1, 100)),
    )


@st.composite
def party_answers(draw: st.DrawFn) -> PartyAnswer:
    return replace(ANSWERED.parties[0], what=draw(long_text), condition=draw(st.none() | long_text))


related = st.builds(
    lambda title, excerpt: replace(
        RELATED, title=title, excerpt=excerpt, document_title=title or ""
    ),
    st.none() | long_text,
    long_text,
)


@settings(max_examples=40, deadline=None)
@given(
    found=st.lists(citations(), max_size=11),
    parties=st.lists(party_answers(), min_size=2, max_size=12),
    offers=st.lists(related, max_size=14),
    headline=long_text,
    notes=st.lists(long_text, max_size=5),
    question=long_text,
)
def test_no_answer_is_too_long_for_slack(found, parties, offers, headline, notes, question):
    several = [replace(each, citation=0) for each in parties]
    message = drawn(
        reply(
            citations=tuple(found),
            parties=tuple(several) if found else (),
            related=tuple(offers),
            headline=headline,
            notes=tuple(notes),
            question=question,
            status=AnswerStatus.SHARED,
        )
    )
    assert length(message["blocks"]) <= limits.MESSAGE + 500


@pytest.mark.parametrize("characters", [2_000, 5_000, 9_500])
def test_a_long_quote_stays_whole_and_the_rest_makes_room(characters):
    quote = ("Kommunen ska göra detta. " * 400)[:characters].strip()
    citation = replace(CITATION, quote=quote, decisive=(0, 24))
    parties = tuple(replace(ANSWERED.parties[0], what=f"göra sak {n} " * 30) for n in range(12))
    message = drawn(reply(citations=(citation,), parties=parties, status=AnswerStatus.SHARED))
    assert quoted(message) == quote
    assert ("Vem gör vad" in shown(message)) is (characters < 9_000)


def test_a_giant_quote_keeps_its_deciding_sentence_and_says_that_it_is_cut():
    sentence = "Regionen ska betala allt detta."
    before, after = "Före. " * 4_000, " Efter." * 4_000
    quote = before + sentence + after
    citation = replace(CITATION, quote=quote, decisive=(len(before), len(before) + len(sentence)))
    message = drawn(reply(citations=(citation,), notes=("Ett personnummer har dolts.",)))
    whole = quoted(message)
    assert sentence in whole
    assert whole.startswith(CUT)
    assert whole.endswith(CUT)
    assert whole.removeprefix(CUT).removesuffix(CUT) in quote
    assert len(whole) > 9_000
    assert "Citatet är förkortat här." in shown(message)
    # What the asker has to be told stays, however long the quote.
    assert "Ett personnummer har dolts." in shown(message)
    assert "EXEMPEL – inte gällande" in shown(message)


def test_the_plain_text_names_the_source_of_a_giant_quote_too():
    quote = "Kommunen ska betala. " + "Mer text följer här. " * 3_000
    citation = replace(CITATION, quote=quote, decisive=(0, 20))
    text = answer_message(reply(citations=(citation,)), SETTING).text
    assert "Kommunen ska betala." in text
    assert "EXEMPEL – inte gällande" in text
    assert len(text) < 4_000


@given(st.lists(st.tuples(st.text(min_size=1, max_size=9_000), st.sampled_from([None, "bold"]))))
@settings(max_examples=50, deadline=None)
def test_a_quote_in_several_blocks_holds_every_character(given_pieces):
    found = quotes(given_pieces)
    assert quoted({"blocks": found}) == "".join(text for text, _ in given_pieces)
    assert all(0 < length(block) <= limits.SECTION for block in found)


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=300), st.integers(1, 700))
def test_a_cut_quote_is_as_long_as_it_may_be_and_all_of_it_is_the_quotes(b, d, a, most):
    source = replace(view(ANSWERED).sources[0], before=b, decisive=d, after=a)
    found = pieces(source, most)
    kept = "".join(text for text, style in found if style != "italic")
    assert kept in b + d + a
    assert len(kept) == min(most, size(source))
    assert d[:most] in kept


@given(st.lists(st.integers(0, 5_000), max_size=14), st.integers(0, 11_000))
def test_the_room_is_shared_and_a_short_quote_is_not_cut_for_a_long_ones_sake(sizes, room):
    found = shares(sizes, room)
    assert sum(found) <= room
    assert all(given <= size for given, size in zip(found, sizes, strict=True))
    if sum(sizes) <= room:
        assert found == sizes
    for given_, size_ in zip(found, sizes, strict=True):
        if given_ < size_:
            assert given_ >= room // len(sizes)


def test_an_address_that_is_too_long_for_a_button_is_left_out():
    citation = replace(CITATION, clause="å" * 1_000)
    message = drawn(reply(citations=(citation,)))
    assert elements(message, "open_clause") == []


def test_offers_without_end_are_cut_short():
    offers = tuple(
        Related(
            document=f"d{n}",
            document_title=f"Dokument {n}",
            clause=str(n),
            label=str(n),
            title=None,
            status=RELATED.status,
            apart=bool(n % 2),
            excerpt="Ett utdrag. " * 50,
        )
        for n in range(80)
    )
    message = drawn(reply(citations=(), parties=(), related=offers, status=AnswerStatus.NOT_FOUND))
    assert "Dokument 0" in shown(message)
