"""Terms that the documents define in more than one way."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.comparison.wording import difference
from corpus.findings.meeting import may_meet
from corpus.findings.values import Finding, FindingKind, Place, key_of
from corpus.findings.words import finding_words
from corpus.sentences import Sentence, split_sentences
from corpus.status import Kind
from corpus.stems import stem

_MEANT = re.compile(
    r"^Med\s+(?P<term>[^,.;]{2,60}?)\s+(?:avses|menas|förstås)\s+(?P<meaning>.+)", re.DOTALL
)
_IS = re.compile(
    r"^(?P<term>[A-ZÅÄÖ][\w-]*(?:\s(?:och|i|på)?\s?[\w-]+){0,2}?)\s+(?:är|betyder|avser|innebär)\s+"
    r"(?P<meaning>.+)",
    re.DOTALL,
)
_ONLY_HERE = re.compile(r"\bi (?:den här|denna|detta|det här) \w+", re.IGNORECASE)
_ARTICLES = ("en", "ett", "den", "det")
_SAME_SENSE = 0.5
"""Share of content words that differ from which two definitions mean two things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A term, and what the words at ``place`` say that it means.

    ``term`` is its stem, to find it again by; ``written`` is as the text has it.
    """

    term: str
    written: str
    meaning: str
    place: Place


def read_definitions(whole: Place) -> Iterator[Definition]:
    """The definitions in a clause, given as the place of all of it.

    A definition that says itself where it applies (``i denna lag``) binds nobody else.
    """
    text = whole.document.text
    for sentence in split_sentences(text, whole.start, whole.end):
        said = text[sentence.start : sentence.end]
        match = _MEANT.match(said)
        if match is None and _may_say_is(whole, sentence):
            match = _IS.match(said)
        if match is None or _ONLY_HERE.search(said):
            continue
        term = _canonical(match["term"])
        if term:
            place = Place(
                document=whole.document,
                clause=whole.clause,
                start=sentence.start,
                end=sentence.end,
            )
            yield Definition(
                term=term,
                written=_within_sentence(match["term"]),
                meaning=match["meaning"],
                place=place,
            )


def _may_say_is(whole: Place, sentence: Sentence) -> bool:
    """``Vardag är måndag till fredag`` defines, ``kommunen är skyldig`` lays a duty on
    somebody; statutes define with ``avses`` and describe with ``är``."""
    duties = whole.clause.duties
    return whole.document.kind is not Kind.LAW and not any(
        sentence.start <= duty.start < sentence.end for duty in duties
    )


def two_senses(definitions: Iterable[Definition]) -> Iterator[Finding]:
    """Each pair of definitions of one term, in different clauses, that do not mean the same."""
    by_term: dict[str, list[Definition]] = {}
    for definition in definitions:
        for earlier in by_term.get(definition.term, ()):
            if _differ(earlier, definition):
                places = (earlier.place, definition.place)
                yield Finding(
                    kind=FindingKind.TWO_SENSES,
                    places=places,
                    key=key_of(places),
                    about={"term": definition.written},
                )
        by_term.setdefault(definition.term, []).append(definition)


def _differ(one: Definition, other: Definition) -> bool:
    if one.place.clause.reference == other.place.clause.reference:
        return False
    if not may_meet(one.place.document, other.place.document):
        return False
    found = difference(one.meaning, other.meaning)
    return found.weighty or found.share >= _SAME_SENSE


def _within_sentence(term: str) -> str:
    """``term`` without its article and the capital of a sentence; an abbreviation keeps its own."""
    words = _without_article(term.split())
    if words[0][1:].islower():
        words[0] = words[0].lower()
    return " ".join(words)


def _without_article(words: list[str]) -> list[str]:
    return words[1:] if len(words) > 1 and words[0].lower() in _ARTICLES else words


def _canonical(term: str) -> str:
    words = _without_article(term.lower().split())
    if not words or words[0] in finding_words().no_term:
        return ""
    return " ".join(map(stem, words))
