"""The annotated sentences of ``gold_duties.jsonl`` and how well the reading agrees with them.

A row is a text of our own, or a sentence of a statute by clause and number (its words are
not in the repository). Counted are pairs of row and label; ``both`` counts as municipality
and region. F1 = 2·TP / (2·TP + FP + FN), over all pairs together.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.clause import Clause, ClauseId, DocumentId
from corpus.duties import read_duties
from corpus.duty import Duty
from corpus.folder import Corpus, read_folder
from corpus.party import Principal
from corpus.party_lexicon import PartyLexicon
from corpus.sentences import split_sentences

GOLD = Path(__file__).parent / "gold_duties.jsonl"
STATUTES = Path(__file__).parents[2].parent / "shared" / "lagar"
BOTH = {Principal.MUNICIPALITY.value, Principal.REGION.value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """An annotated row and what was read: sets of labels, by kind of label."""

    name: str
    expected: dict[str, set[str]]
    read: dict[str, set[str]]


def compare(part: str, *, statutes: bool) -> list[Compared]:
    """The rows of ``part`` (``dev`` or ``held``), of the statutes or of our own sentences."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [
        Compared(name=_name(row), expected=_expected(row), read=_labels(_read(row)))
        for row in rows
        if row["part"] == part and ("clause" in row) == statutes
    ]


def f1(rows: Iterable[Compared], kind: str) -> float:
    """F1 over all pairs of row and label of one kind; 1.0 when there are none."""
    hits = wrong = missed = 0
    for row in rows:
        hits += len(row.expected[kind] & row.read[kind])
        wrong += len(row.read[kind] - row.expected[kind])
        missed += len(row.expected[kind] - row.read[kind])
    return 2 * hits / (2 * hits + wrong + missed) if hits + wrong + missed else 1.0


def clause_of(text: str, title: str | None = None, headings: tuple[str, ...] = ()) -> Clause:
    """A clause that is the whole of ``text``."""
    return Clause(
        document=DocumentId("d"),
        id=ClauseId("1"),
        label="1",
        title=title,
        headings=headings,
        start=0,
        end=len(text),
    )


@cache
def lexicon() -> PartyLexicon:
    return PartyLexicon.load()


@cache
def statutes() -> Corpus:
    return read_folder(STATUTES)


def _name(row: Mapping[str, Any]) -> str:
    return row.get("text") or f"{row['clause']} {row['sentence']}"


def _read(row: Mapping[str, Any]) -> tuple[Duty, ...]:
    if "text" in row:
        clause = clause_of(row["text"], row.get("title"), tuple(row.get("headings", ())))
        return read_duties(row["text"], clause, lexicon())
    corpus = statutes()
    clause = next(c for c in corpus.clauses if c.reference == row["clause"])
    text = next(d.text for d in corpus.documents if d.id == clause.document)
    sentence = split_sentences(text, clause.start, clause.end)[row["sentence"]]
    duties = read_duties(text, clause, lexicon())
    return tuple(duty for duty in duties if duty.start == sentence.start)


def _expected(row: Mapping[str, Any]) -> dict[str, set[str]]:
    duties = row["duties"]
    return {
        "principal": {p for duty in duties for p in duty["principals"]},
        "role": {role for duty in duties for role in duty["roles"]},
        "modality": {duty["modality"] for duty in duties},
        "phase": {duty["phase"] for duty in duties},
    }


def _labels(duties: tuple[Duty, ...]) -> dict[str, set[str]]:
    parties = [party for duty in duties for party in duty.parties]
    principals = {party.principal.value for party in parties}
    if Principal.BOTH.value in principals:
        principals = (principals - {Principal.BOTH.value}) | BOTH
    return {
        "principal": principals,
        "role": {party.role for party in parties if party.role},
        "modality": {duty.modality.value for duty in duties},
        "phase": {duty.phase.value for duty in duties},
    }
