"""The lines of a plain text put together to paragraphs."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.readers.joining import ends_sentence, is_left_open, join_lines
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


def _group_pieces(lines: list[str], gap: int, width: int | None) -> list[Piece]:
    """Consecutive lines as pieces: a new one at each item, table and line that stands alone."""
    found: list[Piece] = []
    last = ""
    for line in lines:
        before = found[-1] if found else None
        fresh = Piece(
            text=line.strip(" "),
            gap=0 if found else gap,
            level=_level(line),
            is_table="\t" in line.strip("\n"),
        )
        if before is None or _begins(last, line, before.is_table, fresh.is_table):
            found.append(fresh)
        elif fresh.is_table or _ends_on_purpose(last, line, width):
            found[-1] = replace(before, text=f"{before.text}\n{fresh.text}")
        else:
            found[-1] = replace(before, text=join_lines(before.text, fresh.text))
        last = line
    return found


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
    found: list[Piece] = []
    for part in parts:
        if found and _continues(found[-1], part):
            found[-1] = replace(found[-1], text=join_lines(found[-1].text, part.text))
        else:
            found.append(part)
    return found


def _continues(before: Piece, part: Piece) -> bool:
    if part.gap == 0 or before.is_table or part.is_table or marker(part.text):
        return False
    if ends_sentence(before.text) or _STANDS_ALONE.fullmatch(before.text):
        return False
    lower = part.text[:1].islower()
    if part.gap < _PAGE_BREAK:
        return lower and not marker(before.text)
    return lower or is_left_open(before.text) or len(before.text) > _LONG_LINE
