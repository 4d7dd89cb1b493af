"""A table of contents that somebody typed: lines of headings with the numbers of pages."""

import re
from collections.abc import Mapping, Sequence

_LINE = re.compile(r"(?P<heading>\S.{0,150}?)\s+(?P<page>\d{1,3})$")
_FEWEST = 3
_SHARE = 0.5
"""Lines of a table of contents, and how many of them at least are headings further on."""


def contents_lines(texts: Sequence[str]) -> frozenset[int]:
    """The places of the blocks in ``texts`` that belong to a table of contents.

    They follow on each other, each ends with a page no smaller than the one before, and most
    of them come again without it: so a list of amounts or of dates is none.
    """
    last = {_flat(text): place for place, text in enumerate(texts)}
    found: set[int] = set()
    at = 0
    while at < len(texts):
        end = _run(texts, at)
        if end - at >= _FEWEST and _come_again(texts[at:end], last, end):
            found.update(range(at, end))
        at = max(end, at + 1)
    return frozenset(found)


def _run(texts: Sequence[str], start: int) -> int:
    """The end of the run of lines with rising page numbers that begins at ``start``."""
    page, at = 0, start
    while at < len(texts):
        line = _LINE.fullmatch(texts[at].strip())
        if line is None or int(line["page"]) < page:
            break
        page, at = int(line["page"]), at + 1
    return at


def _come_again(run: Sequence[str], last: Mapping[str, int], end: int) -> bool:
    """Whether enough headings of ``run`` stand at ``end`` or later; ``last`` is where each text
    stands last."""
    lines = (_LINE.fullmatch(text.strip()) for text in run)
    headings = {_flat(line["heading"]) for line in lines if line}
    return sum(last.get(each, -1) >= end for each in headings) >= _SHARE * len(run)


def _flat(text: str) -> str:
    """For comparing: ``1. INLEDNING`` is ``1 Inledning``."""
    return " ".join(re.findall(r"\w+", text.casefold()))
