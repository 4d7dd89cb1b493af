"""Made-up texts, read and parsed, for the tests of the parser."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.blocks import ReadText
from corpus.clause import Clause, DocumentId
from corpus.parsing import parse
from corpus.readers.markdown import read_markdown
from corpus.readers.plain_text import read_plain_text
from corpus.status import Kind

SHARED = Path(__file__).parents[3] / "shared"
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared statutes and notes are not beside the repository"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A text and its clauses."""

    read: ReadText
    clauses: tuple[Clause, ...]

    @property
    def ids(self) -> list[str]:
        return [clause.id for clause in self.clauses]

    @property
    def bodies(self) -> dict[str, str]:
        return {clause.id: self.body(clause) for clause in self.clauses}

    def body(self, clause: Clause) -> str:
        return self.read.text[clause.start : clause.end]

    def clause(self, id: str) -> Clause:
        [found] = self.wordings(id)
        return found

    def wordings(self, id: str) -> list[Clause]:
        return [clause for clause in self.clauses if clause.id == id]


def parsed(read: ReadText, kind: Kind = Kind.AGREEMENT) -> Parsed:
    return Parsed(read=read, clauses=parse(DocumentId("d"), read, kind))


def markdown(text: str, kind: Kind = Kind.AGREEMENT) -> Parsed:
    return parsed(read_markdown(text.encode(), "d.md"), kind)


def plain(text: str, kind: Kind = Kind.AGREEMENT) -> Parsed:
    return parsed(read_plain_text(text.encode(), "d.txt"), kind)
