"""The lines of a plain text put together to paragraphs."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.readers.joining import add_line, ends_sentence, is_left_open
from corpus.readers.markers import MarkerKind, marker

_NO_WRAP_BEYOND = 110
_NO_WRAP_WITHIN = 40
_PAGE_BREAK = 3
_WITHIN_WIDTH = 0.97
_SLACK = 2
_LONG_LINE = 80
_STANDS_ALONE = re.compile(r"(\S.{0,30}\s)?/[^/]+/$")
_INDENT_STEP = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One paragraph, item or table. ``gap`` is the number of blank lines before it; 0 means
    that it follows the line before directly. ``level`` is an item's depth from 1."""

    text: str
    gap: int
    level: int = 1
    is_table: bool = False


def pieces(text: str) -> list[Piece]:
    """The paragraphs of ``text`` in order, wrapped lines joined."""
    lines = text.split("\n")
    width = wrap_width(lines)
    found: list[Piece] = []
    group: list[str] = []
    gap = 0
    for line in [*lines, ""]:
        if line.strip():
            group.append(line.rstrip(" "))
            continue
        if group:
            found.extend(_group_pieces(group, gap, width))
            group, gap = [], 0
        gap += 1
    return found


def wrap_width(lines: list[str]) -> int | None:
    """The column at which the text's lines are wrapped, or None when its lines run on.

    Only lines with another line right after them tell; nearly all of them stay within the width.
    No line runs beyond what anybody wraps at, and lists of names are narrower than that.
    """
    lengths = sorted(
        len(line.rstrip()) for line, after in pairwise(lines) if line.strip() and after.strip()
    )
    if not lengths or max(map(len, lines)) > _NO_WRAP_BEYOND:
        return None
    width = lengths[int(len(lengths) * _WITHIN_WIDTH)]
    return width if width >= _NO_WRAP_WITHIN else None


@dataclass(slots=True, kw_only=True)
class _Growing:
    """A piece that lines are still added to; its text is that of ``parts`` set together."""

    gap: int
    level: int = 1
    is_table: bool = False
    parts: list[str] = field(default_factory=list)

    def piece(self) -> Piece:
        """The piece as it stands."""
        text = "".join(self.parts)
        return Piece(text=text, gap=self.gap, level=self.level, is_table=self.is_table)


def _group_pieces(lines: list[str], gap: int, width: int | None) -> list[Piece]:
    """Consecutive lines as pieces: a new one at each item, table and line that stands alone."""
    found: list[_Growing] = []
    last = ""
    for line in lines:
        text = line.strip(" ")
        is_table = "\t" in line
        if not found or _begins(last, line, found[-1].is_table, is_table):
            found.append(_Growing(gap=0 if found else gap, level=_level(line), is_table=is_table))
            found[-1].parts.append(text)
        elif is_table or _ends_on_purpose(last, line, width):
            found[-1].parts.append(f"\n{text}")
        else:
            add_line(found[-1].parts, text)
        last = line
    return [growing.piece() for growing in found]


def _begins(last: str, line: str, table_before: bool, table: bool) -> bool:
    if table != table_before or _STANDS_ALONE.fullmatch(last.strip()):
        return True
    mark = marker(line)
    if mark is None:
        return False
    # A wrapped line may begin with "1. " or "- " by chance; a list follows a pause.
    return (
        bool(marker(last))
        or ends_sentence(last)
        or mark.kind is MarkerKind.BULLET
        or (last.rstrip().endswith((",", " och", " eller")) and mark.rest[:1].isalpha())
    )


def _ends_on_purpose(last: str, line: str, width: int | None) -> bool:
    """Whether ``last`` was broken although the next word had room on it."""
    if width is None:
        return not (line.strip()[:1].islower() and not ends_sentence(last))
    if is_left_open(last) or not line.strip()[:1].isupper():
        return False
    return len(last.rstrip()) + 1 + len(line.split()[0]) + _SLACK <= width


def _level(line: str) -> int:
    indent = len(line) - len(line.lstrip(" "))
    return 1 + min(4, (indent + _INDENT_STEP) // 2)


def rejoin(parts: list[Piece]) -> list[Piece]:
    """``parts`` with the sentences that a page break cut in two made whole."""
    found: list[_Growing] = []
    first = last = None
    for part in parts:
        if first is None or last is None or not _continues(first, last, part):
            found.append(_Growing(gap=part.gap, level=part.level, is_table=part.is_table))
            first = part
        add_line(found[-1].parts, part.text)
        last = part
    return [growing.piece() for growing in found]


def _continues(first: Piece, last: Piece, part: Piece) -> bool:
    """Whether ``part`` goes on where the pieces from ``first`` to ``last`` were cut off."""
    if part.gap == 0 or last.is_table or part.is_table or marker(part.text):
        return False
    if ends_sentence(last.text) or _STANDS_ALONE.fullmatch(last.text):
        return False
    lower = part.text[:1].islower()
    if part.gap < _PAGE_BREAK:
        return lower and not marker(first.text)
    long = max(len(first.text), len(last.text)) > _LONG_LINE
    return lower or is_left_open(last.text) or long
