"""Swedish statutes to clauses, one for each paragraph and each transitional provision."""

import re
from dataclasses import dataclass, field

from corpus.blocks import ReadText
from corpus.parsing.commencement import Commencement, listed_commencements
from corpus.parsing.draft import Draft
from corpus.parsing.numbering import read_number
from corpus.parsing.slugs import SlugBook, slug
from corpus.parsing.statute_lines import Line, LineKind, counts_paragraphs, order, read_lines
from corpus.parsing.transitional import begins_transitional, closing_act, read_transitional
from corpus.parsing.wordings import date_wordings
from corpus.status import Kind

_FEWEST_PARAGRAPHS = 2
_HEADER = re.compile(r"\b(?:Departement|Utfärdad|Ändring införd|SFS nr)\b:?\s", re.IGNORECASE)
_TRANSITIONAL_HEADING = "Övergångsbestämmelser"


def is_statute(read: ReadText, kind: Kind) -> bool:
    """Whether the text is divided into paragraphs as a statute is (``1 §``, ``9 g §``), more
    than into points (``3.4``). A law may have a single paragraph."""
    paragraphs = counts_paragraphs(read)
    numbers = (read_number(read.text[block.start : block.end]) for block in read.blocks)
    points = sum(found is not None and len(found[0].parts) > 1 for found in numbers)
    fewest = 1 if kind is Kind.LAW else _FEWEST_PARAGRAPHS
    return paragraphs >= fewest and paragraphs > points


def parse_statute(read: ReadText) -> list[Draft]:
    """The clauses of a statute in order.

    Ids: ``4:3`` for 4 kap. 3 §, ``13a:2`` for 13 a kap. 2 §, ``9g`` without chapters,
    ``overgang:2025-1299:2`` for a transitional provision, a slug for text before the first
    paragraph and for appendices. A paragraph in two wordings gives two clauses with one id.
    """
    walk = _Walk(text=read.text)
    for position, line in enumerate(read_lines(read)):
        is_title = position == 0 and line.kind is LineKind.HEADING and line.block.level == 1
        if not is_title and line.text:
            walk.pass_by(line)
    walk.close()
    listed = listed_commencements(read.front_matter.values())
    date_wordings(walk.drafts, (*walk.commencements, *listed))
    return walk.drafts


@dataclass(slots=True)
class _Walk:
    """Where in the statute the reading is. ``under`` holds sub-headings as (level, text)."""

    text: str
    drafts: list[Draft] = field(default_factory=list)
    commencements: list[Commencement] = field(default_factory=list)
    division: str = ""
    chapter: str = ""
    chapter_title: str = ""
    last_number: str = ""
    under: list[tuple[int, str]] = field(default_factory=list)
    run: list[tuple[int, str]] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    draft: Draft | None = None
    transitional: str = ""
    slugs: SlugBook = field(default_factory=SlugBook)

    def pass_by(self, line: Line) -> None:
        """Take one line into account."""
        if line.kind is LineKind.BODY:
            self.body.append(line)
            return
        self.close()
        if line.kind is LineKind.HEADING:
            self.run.append((line.block.level, _one_line(line.text)))
        elif line.kind is LineKind.DIVISION:
            self.division, self.chapter_title = _one_line(line.text), ""
            self._leave_headings()
        elif line.kind is LineKind.CHAPTER:
            self.chapter, self.chapter_title = line.number, _one_line(line.text)
            self._leave_headings()
        elif line.kind is LineKind.PARAGRAPH:
            self._open_paragraph(line)
        elif line.kind is LineKind.TRANSITIONAL:
            self.transitional = _one_line(line.text).rstrip(":")
        else:
            self._open_appendix(line)

    def close(self) -> None:
        """End what the lines since the last division belong to."""
        body, self.body = self.body, []
        if self.transitional and body:
            self._add_transitional(body, self.transitional)
        elif self.draft is not None:
            self._fill(self.draft, body)
        else:
            self._preamble(body)
        self.draft = None

    def _open_paragraph(self, line: Line) -> None:
        self._settle_headings(line.number)
        self.last_number = line.number
        prefix = f"{self.chapter}:" if self.chapter else ""
        self.draft = Draft(
            id=prefix + line.number,
            label=_label(self.chapter, line.number),
            headings=tuple(
                one
                for one in (self.division, self.chapter_title, *(text for _, text in self.under))
                if one
            ),
            valid_from=line.valid_from,
            valid_to=line.valid_to,
        )
        self.drafts.append(self.draft)
        rest = self.text[line.body : line.block.end]
        if line.block.level and rest:
            self.draft.title = _one_line(rest)
        else:
            self.draft.take(line.body, line.block.end)

    def _open_appendix(self, line: Line) -> None:
        self.transitional = ""
        title = _one_line(line.text)
        self.draft = Draft(id=self.slugs.keep(slug(title)), label=title, title=title)
        self.drafts.append(self.draft)

    def _fill(self, draft: Draft, body: list[Line]) -> None:
        """The paragraph's text; an amending act's provisions that have strayed in are led out."""
        cut = next(
            (
                at
                for at, line in enumerate(body)
                if (at or draft.spans) and begins_transitional(line.text)
            ),
            len(body),
        )
        for line in body[:cut]:
            draft.take(line.block.start, line.block.end)
        strayed = body[cut:]
        act = closing_act(strayed[-1].text) if strayed else closing_act(draft.body(self.text))
        draft.act = act
        if strayed and act:
            self._add_transitional(strayed, _TRANSITIONAL_HEADING, act)
        else:
            for line in strayed:
                draft.take(line.block.start, line.block.end)

    def _add_transitional(self, lines: list[Line], heading: str, act: str = "") -> None:
        drafts, commencements = read_transitional(lines, heading, act)
        self.drafts.extend(drafts)
        self.commencements.extend(commencements)

    def _preamble(self, body: list[Line]) -> None:
        kept = [line for line in body if not _HEADER.search(line.text)]
        if kept:
            draft = Draft(id=self.slugs.keep("inledning"), label="Inledning")
            draft.take(kept[0].block.start, kept[-1].block.end)
            self.drafts.append(draft)

    def _leave_headings(self) -> None:
        self.under, self.run, self.last_number = [], [], ""

    def _settle_headings(self, number: str) -> None:
        """Put the headings just passed in place of those that they end.

        Two headings of one level in a row are a heading and its sub-heading, unless a number is
        missing before ``number``: then the first has lost its paragraph and is left out.
        """
        complete = _is_next(number, self.last_number)
        for position, (level, text) in enumerate(self.run):
            if position == 0 or level < self.run[position - 1][0]:
                self._end_headings(level)
            elif level == self.run[position - 1][0] and not complete:
                self.under.pop()
            self.under.append((level, text))
        self.run = []

    def _end_headings(self, level: int) -> None:
        while self.under and (not level or not self.under[-1][0] or self.under[-1][0] >= level):
            self.under.pop()


def _label(chapter: str, number: str) -> str:
    """How people write it: ``4 kap. 3 §``, ``9 g §``."""
    paragraph = f"{_spaced(number)} §"
    return f"{_spaced(chapter)} kap. {paragraph}" if chapter else paragraph


def _spaced(number: str) -> str:
    digits, letter = order(number)
    return f"{digits} {letter}".strip()


def _is_next(number: str, last: str) -> bool:
    digits, letter = order(number)
    last_digits, last_letter = order(last) if last else (0, "")
    if digits == last_digits:
        return ord(letter or "`") - ord(last_letter or "`") <= 1
    return digits == last_digits + 1 and letter in {"", "a"}


def _one_line(text: str) -> str:
    return " ".join(text.split())
