"""Verify: a quote that is not the document's text is never shown."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.clause import DocumentId
from corpus.document import Document
from corpus.duty import Modality, Phase
from corpus.party import Party, Principal
from corpus.status import Kind, Status
from retrieval.answer import Answer, AnswerStatus, Citation, PartyAnswer
from retrieval.steps.verify import stands, verify
from retrieval.texts import TEXTS

TEXT = "Kommunen ska ge vård. Regionen ska betala läkaren. Båda ska planera tillsammans."
SENTENCES = tuple(
    (TEXT.index(sentence), TEXT.index(sentence) + len(sentence))
    for sentence in (
        "Kommunen ska ge vård.",
        "Regionen ska betala läkaren.",
        "Båda ska planera tillsammans.",
    )
)
DOCUMENT = Document(
    id=DocumentId("avtal"),
    title="Avtal",
    kind=Kind.AGREEMENT,
    status=Status.IN_FORCE,
    valid_from=None,
    valid_to=None,
    source=None,
    replaces=(),
    audience=None,
    file="avtal.md",
    sha256="0" * 64,
    text=TEXT,
)
DOCUMENTS = {DOCUMENT.id: DOCUMENT}


def citation(start: int, end: int) -> Citation:
    return Citation(
        document="avtal",
        document_title="Avtal",
        kind=Kind.AGREEMENT,
        clause="1",
        label="1",
        title=None,
        headings=(),
        status=Status.IN_FORCE,
        valid_from=None,
        valid_to=None,
        quote=TEXT[start:end],
        start=start,
        end=end,
        decisive=(0, end - start),
        page=None,
        url=None,
    )


def party(principal: Principal, place: int) -> PartyAnswer:
    return PartyAnswer(
        party=Party(principal=principal),
        modality=Modality.SHALL,
        what=f"vad {place}",
        phase=Phase.ALWAYS,
        condition=None,
        citation=place,
    )


ANSWER = Answer(
    status=AnswerStatus.SHARED,
    question="Vem?",
    headline="Delat ansvar: kommunen och regionen.",
    principals=(Principal.MUNICIPALITY, Principal.REGION),
    parties=(
        party(Principal.MUNICIPALITY, 0),
        party(Principal.REGION, 1),
        party(Principal.BOTH, 2),
    ),
    citations=tuple(citation(*span) for span in SENTENCES),
    related=(),
    notes=("En not.",),
    on=date(2026, 11, 22),
    lang="sv",
    probability=0.9,
    redactions=0,
    index_fingerprint="0" * 16,
)


def test_an_answer_whose_quotes_stand_is_unchanged():
    assert verify(ANSWER, DOCUMENTS) is ANSWER


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "Kommunen ska ge VÅRD."},
        {"quote": "Kommunen ska ge vård"},
        {"quote": "Kommunen ska ge va\u030ard."},
        {"quote": "Kommunen ska ge\u00a0vård."},
        {"quote": "", "end": 0},
        {"start": 1},
        {"start": -80, "end": -59},
        {"start": 21, "end": 0},
        {"end": len(TEXT) + 1},
        {"decisive": (0, 0)},
        {"decisive": (-1, 5)},
        {"decisive": (0, 22)},
        {"decisive": (9, 3)},
        {"document": "annat"},
        {"status": Status.DRAFT},
    ],
)
def test_a_citation_that_is_not_the_documents_text_does_not_stand(change):
    whole = citation(*SENTENCES[0])
    assert stands(whole, DOCUMENTS)
    assert not stands(replace(whole, **change), DOCUMENTS)


TAMPERED = st.tuples(st.integers(min_value=0, max_value=2), st.text(max_size=90))


@given(st.lists(TAMPERED, max_size=4))
def test_a_tampered_quote_is_dropped_and_its_parties_with_it(tampered):
    """Whatever is changed, what is left quotes the text, and each party its own citation."""
    citations = list(ANSWER.citations)
    for place, quote in tampered:
        assume(quote != ANSWER.citations[place].quote)
        citations[place] = replace(citations[place], quote=quote)
    found = verify(replace(ANSWER, citations=tuple(citations)), DOCUMENTS)
    fallen = {place for place, _ in tampered}
    kept = [place for place in range(3) if place not in fallen]
    assert list(found.citations) == [ANSWER.citations[place] for place in kept]
    assert [each.party for each in found.parties] == [ANSWER.parties[p].party for p in kept]
    for each in found.parties:
        old = next(p for p in ANSWER.parties if p.party == each.party)
        assert found.citations[each.citation] == ANSWER.citations[old.citation]
        assert replace(each, citation=old.citation) == old


@given(st.text(max_size=60), st.integers(0, 100), st.integers(0, 100))
def test_only_the_text_itself_stands(quote, start, end):
    found = stands(
        replace(citation(0, 21), quote=quote, start=start, end=end, decisive=(0, 1)), DOCUMENTS
    )
    assert found == (start < end <= len(TEXT) and TEXT[start:end] == quote)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_without_a_quote_that_stands_nothing_is_claimed(lang):
    wrong = tuple(replace(each, quote="Påhittat.") for each in ANSWER.citations)
    found = verify(replace(ANSWER, citations=wrong, lang=lang), DOCUMENTS)
    assert found.status is AnswerStatus.NOT_FOUND
    assert (found.principals, found.parties, found.citations) == ((), (), ())
    assert found.headline == TEXTS["not_found"][lang]
    assert found.notes == ("En not.", TEXTS["quote_failed"][lang])


def test_the_principals_are_those_whose_citation_stands():
    wrong = (ANSWER.citations[0], *(replace(c, quote="Påhittat.") for c in ANSWER.citations[1:]))
    found = verify(replace(ANSWER, citations=wrong), DOCUMENTS)
    assert found.principals == (Principal.MUNICIPALITY,)
    assert found.status is AnswerStatus.ANSWERED
    assert found.headline == "Så här står det i Avtal, 1."
    assert found.notes[-1] == TEXTS["quote_failed"]["sv"]
