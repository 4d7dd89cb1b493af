"""The parts that the lines of a Swedish statute play."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from corpus.blocks import Block, BlockKind, ReadText
from corpus.parsing.dates import FAR_FUTURE, day_before, first_date
from corpus.parsing.heading_line import looks_like_heading
from corpus.parsing.references import compact


class LineKind(StrEnum):
    """What a line is: what divides the statute, or the text between."""

    DIVISION = "division"
    CHAPTER = "chapter"
    PARAGRAPH = "paragraph"
    TRANSITIONAL = "transitional"
    APPENDIX = "appendix"
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One block and its part.

    ``number`` is the chapter's or the paragraph's (``13a``). ``body`` is the offset at which
    the text after a paragraph's number and marks begins. ``valid_from`` and ``valid_to`` are
    what marks such as ``/Träder i kraft I:2026-01-15/`` say.
    """

    kind: LineKind
    block: Block
    text: str
    number: str = ""
    body: int = 0
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def divides(self) -> bool:
        """Whether it begins something new."""
        return self.kind not in {LineKind.BODY, LineKind.HEADING}


_NUMBER = r"(?P<number>\d+(?:\s?[a-z])?)"
_MARK = r"/(?:Rubriken |Kapitlet )?(?P<verb>upphör att gälla|träder i kraft)\b[^/]{0,80}/\s*"
_MARKS = re.compile(rf"(?:{_MARK.replace('?P<verb>', '?:')})*", re.IGNORECASE)
_ONE_MARK = re.compile(_MARK, re.IGNORECASE)
# "##### /24/ 5 §": a published file keeps a slip of the press before the number.
PARAGRAPH = re.compile(rf"(?:/\d+/\s*)?{_NUMBER}\s?§(?!\s?§)[ \n]*")
CHAPTER = re.compile(rf"{_NUMBER}\s?kap\.\s+(?=[A-ZÅÄÖ/])")
_DIVISION = re.compile(r"(?:AVDELNING(?:EN)?|AVD\.)\s+[IVXLC\d]+\b|(?:FÖRSTA|ANDRA|TREDJE) AVD")
_TRANSITIONAL = re.compile(
    r"(?:ikraftträdande(?:-\s?och\s+övergångs)?|övergångs)bestämmelser(?:na)?:?$", re.IGNORECASE
)
_APPENDIX = re.compile(r"Bilaga(?:\s+\w{1,4})?(?:[.:]?\s+[A-ZÅÄÖ].*)?$")
_LONGEST_TITLE = 300


def read_lines(read: ReadText) -> list[Line]:
    """Every block of a statute as a line, in order.

    Numbers count only where they go on from the one before, so a wrapped line that begins with
    "11 kap. 1 § eller" is text. No text stands directly under a sub-heading in a statute: what
    looks like a heading is one only when a paragraph, chapter or another heading follows.
    """
    lines: list[Line] = []
    chapter = paragraph = ""
    marked = in_body = False
    for block in read.blocks:
        line = _line(block, read.text, in_body)
        if line.kind is LineKind.CHAPTER and _follows(line, chapter, same=False):
            chapter, paragraph = line.number, ""
        elif line.kind is LineKind.PARAGRAPH and _follows(
            line, paragraph, same=marked or _is_marked(line) or block.kind is BlockKind.HEADING
        ):
            paragraph, marked = line.number, _is_marked(line)
        elif line.kind in {LineKind.CHAPTER, LineKind.PARAGRAPH}:
            line = replace(line, kind=LineKind.BODY, number="")
        in_body = in_body or line.kind is LineKind.TRANSITIONAL
        lines.append(line)
    return _with_headings(lines)


def counts_paragraphs(read: ReadText) -> int:
    """How many blocks begin as the paragraphs of a statute do (``5 §``, ``9 g §``)."""
    kinds = (_line(block, read.text, False).kind for block in read.blocks)
    return sum(kind is LineKind.PARAGRAPH for kind in kinds)


def _line(block: Block, whole: str, transitional: bool) -> Line:
    text = whole[block.start : block.end]
    plain = Line(kind=LineKind.BODY, block=block, text=text, body=block.start)
    if block.kind in {BlockKind.TABLE, BlockKind.ITEM}:
        return plain
    if _APPENDIX.match(text) and looks_like_heading(text):
        return replace(plain, kind=LineKind.APPENDIX)
    if transitional:
        return plain
    if _TRANSITIONAL.match(text):
        return replace(plain, kind=LineKind.TRANSITIONAL)
    if _DIVISION.match(text) and looks_like_heading(text):
        return replace(plain, kind=LineKind.DIVISION)
    return _chapter(plain) or _paragraph(plain) or plain


def _chapter(line: Line) -> Line | None:
    found = CHAPTER.match(line.text)
    if found is None or len(line.text) > _LONGEST_TITLE:
        return None
    if not looks_like_heading(line.text) and line.block.kind is not BlockKind.HEADING:
        return None
    return replace(line, kind=LineKind.CHAPTER, number=compact(found["number"]))


def _paragraph(line: Line) -> Line | None:
    found = PARAGRAPH.match(line.text)
    if found is None:
        return None
    marks = _MARKS.match(line.text, found.end())
    end = marks.end() if marks else found.end()
    rest = line.text[end:]
    # "5 § ska bevaras" and "9 § 8 lagen" go on with a sentence begun before.
    if rest and not (rest[0].isupper() or rest[0] in "\"”»'–-(/"):
        return None
    valid_from, valid_to = _validity(line.text[found.end() : end])
    return replace(
        line,
        kind=LineKind.PARAGRAPH,
        number=compact(found["number"]),
        body=line.block.start + end,
        valid_from=valid_from,
        valid_to=valid_to,
    )


def _validity(marks: str) -> tuple[date | None, date | None]:
    """The first and the last day that marks give. A beginning that nobody has dated yet is far
    in the future, so that the wording answers on no day."""
    first = last = None
    for mark in _ONE_MARK.finditer(marks):
        day = first_date(mark[0])
        if mark["verb"].lower().startswith("träder"):
            first = day or FAR_FUTURE
        elif day:
            last = day_before(day)
    return first, last


def _is_marked(line: Line) -> bool:
    return line.valid_from is not None or line.valid_to is not None


def _follows(line: Line, last: str, *, same: bool) -> bool:
    """Whether the number comes after ``last``; a paragraph in two wordings has it twice."""
    if not last:
        return True
    return order(line.number) > order(last) or (same and line.number == last)


def order(number: str) -> tuple[int, str]:
    """``13a`` as (13, "a"), to compare by."""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits or 0), number[len(digits) :]


def _with_headings(lines: list[Line]) -> list[Line]:
    """The lines with the headings among them told from the text."""
    marked = list(lines)
    leads = False
    for position in range(len(lines) - 1, -1, -1):
        line = lines[position]
        if not line.divides:
            before = lines[position - 1] if position else None
            leads = leads and _may_be_heading(line) and not _owes_text(before)
            if leads:
                text = _MARKS.sub("", line.text, count=1)
                marked[position] = replace(line, kind=LineKind.HEADING, text=text)
        else:
            leads = line.kind is not LineKind.APPENDIX
    return marked


def _may_be_heading(line: Line) -> bool:
    """Whether it is, looks like or only dates ("/Rubriken träder i kraft I:…/") a heading."""
    if line.block.kind is BlockKind.HEADING:
        return True
    text = _MARKS.sub("", line.text, count=1)
    return line.block.kind is BlockKind.PARAGRAPH and (not text or looks_like_heading(text))


def _owes_text(line: Line | None) -> bool:
    """Whether ``line`` is a paragraph's number whose text has not begun."""
    return line is not None and line.kind is LineKind.PARAGRAPH and line.body >= line.block.end
