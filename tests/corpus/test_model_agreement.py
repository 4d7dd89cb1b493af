"""The model agreement is complete, short, without repetition, and its references lead somewhere."""

import re
from collections import Counter
from datetime import date

import pytest

from corpus.status import Kind, Status
from tests.corpus.model_agreement import (
    INTRODUCTION,
    LAWS,
    MAIN,
    SUPPLEMENTS,
    bodies,
    corpus,
    numbered,
    runs,
    words,
)

DOCUMENTS = (MAIN, *SUPPLEMENTS)
DEFINITIONS = {f"{MAIN}#1.{number}" for number in range(6, 14)}
"""Clauses that explain a word and lay no duty on anybody."""

COPIED_RUN = 7
"""So many words in a row that also stand in a statute are a copy."""

CLAUSE_NUMBER = r"(?:\d+\.\d+|[A-D]\d+)"
REFERENCE = re.compile(rf"punkt(?:en|erna)? ((?:{CLAUSE_NUMBER}(?:–|, | och )?)+)")
CHAPTER_REFERENCE = re.compile(r"kapit(?:el|let) (\d+)")
NORM = re.compile(r"\b(ska|får|ansvarar|svarar|åligger)\b")
PARTY = re.compile(
    r"\b(region|kommun|vårdcentral|slutenvård|specialistvård|psykiatri|hemtjänst|"
    r"(ansvarig|behandlande|vårdcentralens) läkare|behandlande personal|förskrivare|ordinatör|"
    r"vistelsekommun|hemkommun|chefsöverläkare|fasta vårdkontakt)",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """The sentences and the items of a body, in order."""
    pieces = re.split(r"(?<=[.:?])\s+|\n+", text)
    return [piece.removeprefix("- ").strip() for piece in pieces if piece.strip()]


def document_meant(after: str, document: str) -> str:
    """The document a reference leads into: the one named right ``after`` it, else its own."""
    if after.startswith(" i huvudavtalet"):
        return MAIN
    if after.startswith(" i överenskommelsen om "):
        named = after.removeprefix(" i överenskommelsen om ")
        return next(d for d, (name, _, _) in SUPPLEMENTS.items() if named.startswith(name))
    return document


def references() -> list[tuple[str, str]]:
    """Every cross-reference as (clause it stands in, full id it leads to)."""
    found = []
    for clause, body in bodies().items():
        for match in REFERENCE.finditer(body):
            target = document_meant(body[match.end() :], clause.split("#")[0])
            numbers = re.findall(CLAUSE_NUMBER, match.group(1))
            found += [(clause, f"{target}#{number}") for number in numbers]
    return found


def test_every_document_is_read_without_a_fault():
    assert corpus().errors == ()
    assert corpus().undescribed == ()
    assert {document.id for document in corpus().documents} == set(DOCUMENTS)


def test_only_examples_live_here_so_examples_answer():
    assert corpus().answers == {Status.EXAMPLE}
    for document in corpus().documents:
        assert document.status is Status.EXAMPLE
        assert document.kind is (Kind.AGREEMENT if document.id == MAIN else Kind.SUPPLEMENT)
        assert document.valid_from == date(2026, 1, 1)
        assert document.valid_to is None


def test_the_manifest_and_a_document_say_the_same_about_it():
    for document in corpus().documents:
        assert f"\n# {document.title}\n" in (f"\n# {document.text}"), document.id
    assert [str(notice) for notice in corpus().notices] == []


def test_a_document_says_before_anything_else_that_it_is_an_example():
    introductions = [clause for clause in corpus().clauses if clause.id == INTRODUCTION]
    texts = {document.id: document.text for document in corpus().documents}
    assert [clause.document for clause in introductions] == [d.id for d in corpus().documents]
    assert all(texts[c.document][c.start :].startswith("Exempel. ") for c in introductions)


def test_there_are_a_hundred_and_ninety_numbered_clauses_each_with_an_id_of_its_own():
    expected = {MAIN: 150, **{d: count for d, (_, _, count) in SUPPLEMENTS.items()}}
    assert Counter(clause.document for clause in numbered().values()) == expected
    assert len(corpus().clauses) == len(numbered()) + len(DOCUMENTS)


def test_the_numbers_of_a_chapter_run_from_one_without_a_gap():
    by_chapter: dict[str, list[int]] = {}
    for clause in numbered().values():
        if clause.document == MAIN:
            chapter, number = clause.id.split(".")
            by_chapter.setdefault(chapter, []).append(int(number))
    assert list(by_chapter) == [str(chapter) for chapter in range(1, 20)]
    assert all(found == list(range(1, len(found) + 1)) for found in by_chapter.values())


@pytest.mark.parametrize("document", SUPPLEMENTS)
def test_a_supplement_is_numbered_with_its_letter(document):
    _, letter, count = SUPPLEMENTS[document]
    own = [clause.id for clause in numbered().values() if clause.document == document]
    assert own == [f"{letter}{number}" for number in range(1, count + 1)]


def test_every_cross_reference_leads_to_another_clause_that_exists():
    assert len(references()) >= 30
    assert [pair for pair in references() if pair[1] not in numbered()] == []
    assert [clause for clause, target in references() if clause == target] == []


def test_every_chapter_that_is_referred_to_exists():
    chapters = {c.id.split(".")[0] for c in numbered().values() if c.document == MAIN}
    named = {number for body in bodies().values() for number in CHAPTER_REFERENCE.findall(body)}
    assert "17" in named
    assert named <= chapters


def test_every_clause_binds_a_party_by_name_except_the_words_that_are_explained():
    silent = {
        reference
        for reference, body in bodies().items()
        if not any(NORM.search(s) and PARTY.search(s) for s in sentences(body))
    }
    assert silent <= DEFINITIONS


def test_every_clause_yields_a_duty_of_a_named_party_except_the_words_that_are_explained():
    without = {
        reference
        for reference, clause in numbered().items()
        if not any(duty.parties for duty in clause.duties)
    }
    assert without <= DEFINITIONS


def test_no_sentence_stands_in_two_clauses():
    seen = Counter(s for body in bodies().values() for s in sentences(body))
    assert [s for s, times in seen.items() if times > 1 and len(words(s)) > 3] == []


def test_every_clause_has_a_title_of_its_own():
    titles = [clause.title for clause in numbered().values()]
    assert None not in titles
    assert len(set(titles)) == len(titles)


def test_clauses_and_sentences_are_short():
    lengths = [len(words(body)) for body in bodies().values()]
    assert max(lengths) <= 90
    assert sum(lengths) / len(lengths) <= 50
    long = [s for body in bodies().values() for s in sentences(body) if len(words(s)) > 34]
    assert long == []


def test_no_money_is_named_and_no_phone_number_but_112():
    for reference, body in bodies().items():
        assert not re.search(r"\d\s*(kr|kronor)\b", body), reference
        assert set(re.findall(r"\b\d{3,}\b", body)) <= {"112"}, reference


def test_no_clause_copies_a_statute():
    if not LAWS.is_dir():
        pytest.skip("the statutes do not lie beside the repository (../shared/lagar)")
    plain = [re.sub(r"\]\([^)]*\)", "]", f.read_text(encoding="utf-8")) for f in LAWS.iterdir()]
    law = set().union(*(runs(text, COPIED_RUN) for text in plain))
    assert [r for r, body in bodies().items() if runs(body, COPIED_RUN) & law] == []
