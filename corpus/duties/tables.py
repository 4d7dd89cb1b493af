"""Rows of a table that divide responsibility.

Either one cell names the party and another the thing (``Läkarinsatser | Regionen``), or the
table's first row names a party over each column and a row says in whose column it falls
(``Insats | Regionen | Kommunen`` over ``Såromläggning | | X``). A column of costs says who pays.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from corpus.duties.phase import read_phase
from corpus.duties.time_limit import read_time_limit
from corpus.duties.wording import shorten
from corpus.duties.words import mentions_within
from corpus.duty import Duty, Modality
from corpus.party import Party
from corpus.party_lexicon import Mention, PartyLexicon
from corpus.sentences import Sentence

_FILL = frozenset({"och", "eller", "samt", "/", ",", "&", ""})
_COLUMN_WORDS = re.compile(
    r"(?:och|eller|samt|ansvar\w*|uppgift\w*|åtagande\w*|insats\w*|utför\w*|roll\w*"
    r"|kostnad\w*|bekosta\w*|betal\w*|finansier\w*|av|[\s/,&:().-])*",
    re.IGNORECASE,
)
_COST = re.compile(r"\b(?:kostnad|bekosta|betal|finansier)\w*", re.IGNORECASE)
_MARK = re.compile(r"[xX×✓✔☒☑●•*+]|ja|ansvar(?:ar|ig)?|huvudansvar", re.IGNORECASE)
_NO_MARK = re.compile(r"[\s–—−-]*|nej|inte|ej|0|☐|✗", re.IGNORECASE)
_FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row, ``text[start:end]`` without white space at its ends."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Columns:
    """The parties over each column of a table, what each says of cost, and where the row read
    last ends.

    No column has a party where the table's first row names none; ``costs`` holds that row's own
    word (``kostnadsansvar``), or nothing.
    """

    parties: tuple[tuple[Party, ...], ...]
    costs: tuple[str, ...]
    end: int

    def cost(self, column: int) -> str:
        """The word of cost over a column, or nothing."""
        return self.costs[column] if column < len(self.costs) else ""


def cells(text: str, sentence: Sentence) -> tuple[Cell, ...]:
    """The cells of a row."""
    found = []
    at = sentence.start
    for piece in text[sentence.start : sentence.end].split("|"):
        lead = len(piece) - len(piece.lstrip())
        found.append(Cell(at + lead, at + max(lead, len(piece.rstrip()))))
        at += len(piece) + 1
    return tuple(found)


def read_columns(
    text: str, sentence: Sentence, lexicon: PartyLexicon, above: Columns | None
) -> tuple[Columns, bool]:
    """The columns that a row stands under, and whether the row itself is their head.

    ``above`` are those of the row read before; they go on while the rows follow on each other.
    """
    if above is not None and text[above.end : sentence.start].strip(" ") == "\n":
        return Columns(above.parties, above.costs, sentence.end), False
    row = cells(text, sentence)
    parties = tuple(_over_column(text[cell.start : cell.end], lexicon) for cell in row)
    named = sum(bool(column) for column in parties)
    is_head = named >= _FEWEST_COLUMNS and not parties[0]
    costs = tuple(_cost(text[cell.start : cell.end]) for cell in row)
    return Columns(parties if is_head else (), costs, sentence.end), is_head


def row_duties(
    text: str, sentence: Sentence, mentions: Sequence[Mention], clause: Clause, columns: Columns
) -> tuple[Duty, ...]:
    """The duties of a row under ``columns``; none for a row that divides nothing."""
    row = cells(text, sentence)
    if columns.parties:
        return _by_column(text, sentence, row, mentions, clause, columns)
    named: list[Mention] = []
    things: list[str] = []
    carried: dict[str, list[Party]] = {}
    for column, cell in enumerate(row):
        words = text[cell.start : cell.end]
        inside = mentions_within(mentions, cell.start, cell.end)
        if inside and _names_only(text, inside, cell.start, cell.end):
            named.extend(inside)
            carried.setdefault(columns.cost(column), []).extend(m.party for m in inside)
        elif len(words.split()) > 1 or (not inside and any(map(str.isalpha, words))):
            things.append(words)
    if not named or not things or named[0].genitive:
        return ()
    return tuple(
        _duty(text, sentence, clause, parties, _with_notes(things[0], cost))
        for cost, parties in carried.items()
    )


def _by_column(
    text: str,
    sentence: Sentence,
    row: Sequence[Cell],
    mentions: Sequence[Mention],
    clause: Clause,
    columns: Columns,
) -> tuple[Duty, ...]:
    """A duty for each thing that the row says in the parties' columns; a mere mark in several
    columns is one shared duty, and a party named in a column carries instead of the head's."""
    thing = text[row[0].start : row[0].end]
    said: dict[str, list[Party]] = {}
    for column, (cell, parties) in enumerate(zip(row, columns.parties, strict=False)):
        words = text[cell.start : cell.end]
        if not parties or _NO_MARK.fullmatch(words):
            continue
        inside = mentions_within(mentions, cell.start, cell.end)
        named = bool(inside) and _names_only(text, inside, cell.start, cell.end)
        plain = named or _MARK.fullmatch(words)
        said_there = "" if plain else f"{words[:1].lower()}{words[1:]}"
        what = _with_notes(thing, columns.cost(column), said_there)
        said.setdefault(what, []).extend([m.party for m in inside] if named else parties)
    if not thing:
        return ()
    return tuple(_duty(text, sentence, clause, parties, what) for what, parties in said.items())


def _cost(head: str) -> str:
    """The word of cost in a head cell, or nothing."""
    found = _COST.search(head)
    return found.group().lower() if found else ""


def _with_notes(thing: str, *notes: str) -> str:
    """The thing with what the table says of it, in parentheses."""
    told = ": ".join(note for note in notes if note)
    return f"{thing} ({told})" if told else thing


def _duty(
    text: str, sentence: Sentence, clause: Clause, parties: Sequence[Party], what: str
) -> Duty:
    row = text[sentence.start : sentence.end]
    return Duty(
        parties=tuple(dict.fromkeys(parties)),
        modality=Modality.RESPONSIBLE,
        what=shorten(what),
        phase=read_phase(f"{row} {what}", clause.title, clause.headings),
        condition=None,
        time_limit=read_time_limit(row),
        negated=False,
        parties_inherited=False,
        start=sentence.start,
        end=sentence.end,
    )


def _over_column(words: str, lexicon: PartyLexicon) -> tuple[Party, ...]:
    """The parties that a head cell names, when it says nothing else than their part. A head is
    as short as a question is (``Slutenvård``)."""
    found = lexicon.find(words, question=True)
    at = 0
    for mention in found:
        if not _COLUMN_WORDS.fullmatch(words[at : mention.start]):
            return ()
        at = mention.end
    if not _COLUMN_WORDS.fullmatch(words[at:]):
        return ()
    return tuple(dict.fromkeys(mention.party for mention in found))


def _names_only(text: str, mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Whether a cell holds parties and nothing else."""
    at = start
    for mention in mentions:
        if text[at : mention.start].strip(" /,&").lower() not in _FILL:
            return False
        at = mention.end
    return text[at:end].strip(" /,&.") == ""
