"""The vocabulary's files: what a person may write in them, and that they name real notions."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from corpus.folder import read_folder
from retrieval.concepts import Concepts, expressions
from retrieval.vocabulary import Term, read_vocabulary
from tests.corpus.parsed import SHARED, needs_shared

MOST_WORDS = 4
"""The longest expression. What is longer is met by chance, in one wording only."""

MOST_WORDS_OF_A_NAME = 6
"""A concept's own name is also looked for in texts, as far as the search for phrases goes."""

ATTESTED = 0.85
"""The share of the concepts that must have a word of the statutes or the model agreement."""

TOO_COMMON = 0.08
"""An expression in a larger share of all clauses tells nothing apart."""

COMMON_AND_MEANT = frozenset({"Inspektionen för vård och omsorg", "vårdgivare"})
"""The parties that whole chapters are about."""

_WORD = re.compile(r"[^\W_]+")
_STAR_WITHIN = re.compile(r"[^\W_]\*[^\W_]|\*[^\W_]+\*|(?:^|\s)\*(?:\s|$)")


def _ways(term: Term) -> tuple[str, ...]:
    return (*term.text, *term.written, *term.english)


def _where(term: Term) -> str:
    return f"in the concept {term.means!r}"


@cache
def _clauses() -> tuple[str, ...]:
    """Every clause of the statutes and of the model agreement, with its headings."""
    return tuple(_texts())


def _texts() -> Iterator[str]:
    model = files("corpus") / "documents"
    for folder in (SHARED / "lagar", Path(str(model))):
        corpus = read_folder(folder)
        text_of = {document.id: document.text for document in corpus.documents}
        for clause in corpus.clauses:
            body = text_of[clause.document][clause.start : clause.end]
            yield "\n".join((*clause.headings, clause.title or "", body))


def test_the_files_hold_at_least_550_concepts() -> None:
    assert len(read_vocabulary()) >= 550


def test_every_file_has_a_line_that_says_what_it_is_about() -> None:
    folder = files("retrieval") / "data" / "vocabulary"
    for file in folder.iterdir():
        assert file.read_text(encoding="utf-8").startswith("# "), file.name


def test_no_concept_stands_twice() -> None:
    times = Counter(term.means.lower() for term in read_vocabulary())
    assert [concept for concept, n in times.items() if n > 1] == []


def test_every_concept_has_other_ways_to_say_it() -> None:
    assert [term.means for term in read_vocabulary() if not _ways(term)] == []


def test_no_expression_stands_twice_in_a_concept() -> None:
    for term in read_vocabulary():
        times = Counter(_ways(term))
        assert [way for way, n in times.items() if n > 1] == [], _where(term)


def test_no_expression_is_longer_than_four_words() -> None:
    for term in read_vocabulary():
        long = [way for way in _ways(term) if len(_WORD.findall(way)) > MOST_WORDS]
        assert long == [], _where(term)


def test_no_concept_has_a_name_too_long_to_be_found() -> None:
    assert [
        term.means
        for term in read_vocabulary()
        if len(_WORD.findall(term.means)) > MOST_WORDS_OF_A_NAME
    ] == []


def test_a_star_stands_at_the_end_or_the_beginning_of_a_word_of_three_letters_or_more() -> None:
    for term in read_vocabulary():
        for way in _ways(term):
            assert not _STAR_WITHIN.search(way), f"{way!r} {_where(term)}"
            stems = [word for word in way.split() if "*" in word]
            assert all(len(stem.strip("*")) >= 3 for stem in stems), f"{way!r} {_where(term)}"


def test_no_expression_has_white_space_around_it() -> None:
    for term in read_vocabulary():
        assert all(way == " ".join(way.split()) for way in (term.means, *_ways(term))), term.means


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("får hon kika i journalen?", "inre sekretess"),
        ("vi misstänker att barnet slås, ska vi göra en orosanmälan?", "anmäla oro för ett barn"),
        ("vem betalar bårtransporten", "sjuktransport och liggande transport"),
        ("när får vi slänga handlingar och rensa", "gallring"),
        ("hur mycket pengar över ska jag ha, inget kvar av pensionen", "förbehållsbelopp"),
        ("han bältades i två timmar", "fastspänning med bälte"),
        ("patienten dyker inte upp", "uteblir från avtalat besök"),
        ("bor i fosterhem sedan i våras", "familjehem"),
        ("brukaren är i sommarstugan", "vistelsekommunens skyldighet att bistå"),
        ("kommunen vill lägga ut på entreprenad", "sluta avtal med någon annan"),
        ("she was sectioned last night", "sluten psykiatrisk tvångsvård"),
        ("the assistant does the tube feeding", "grundläggande behov"),
    ],
)
def test_what_people_say_means_what_documents_call_it(said: str, meant: str) -> None:
    assert meant in Concepts.load().find(said)


@pytest.mark.parametrize(
    ("said", "not_meant"),
    [
        ("vårdnadshavaren samtycker", "vårdplan hålls aktuell"),
        ("barnmorskan arbetar på mottagningen", "barnets bästa i vården"),
        ("den dagen inkomsten räknas", "förbrukningsartiklar vid långvarigt behov"),
        ("avvikelsen rapporteras", "avvika från vården"),
        ("hur avtalet tolkas", "tolktjänst"),
    ],
)
def test_a_stem_does_not_swallow_other_words(said: str, not_meant: str) -> None:
    assert not_meant not in Concepts.load().find(said)


@needs_shared
def test_concepts_are_named_in_the_statutes_or_the_model_agreement() -> None:
    terms = read_vocabulary()
    named = Concepts(expressions(Term(means=t.means, text=t.text) for t in terms))
    met = {concept for clause in _clauses() for concept in named.find(clause)}
    missing = [term.means for term in terms if term.means not in met]
    assert len(missing) <= (1 - ATTESTED) * len(terms), missing


@needs_shared
def test_no_expression_is_in_more_than_eight_of_a_hundred_clauses() -> None:
    ways = {way for term in read_vocabulary() for way in _ways(term)}
    by_itself = Concepts({way: (way,) for way in ways})
    clauses = _clauses()
    clauses_with = Counter(way for clause in clauses for way in set(by_itself.find(clause)))
    common = [way for way, n in clauses_with.items() if n > TOO_COMMON * len(clauses)]
    assert set(common) <= COMMON_AND_MEANT, common
