"""What stands on a page without being the document's text: headers, footers, page numbers,
tables of contents."""

import re
from collections import Counter
from dataclasses import replace

from corpus.readers.pdf_lines import rows
from corpus.readers.pdf_page import Page
from corpus.readers.pdf_word import Word

_ZONE = 0.16
_LINES_IN_ZONE = 6
_SAME_PLACE = 8.0
_LARGER = 1.05
_LINE_DISTANCE = 1.6
_ENOUGH = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|]?\s*((sida|sid\.?|s\.|page)\s*)?\d{1,4}(\s*(av|of|/|\()\s*\d{1,4}\)?)?\s*[-–—|]?$|[ivxlc]{1,6}$",
    re.I,
)
_LEADERS = re.compile(r"(\.\s?){4,}\s*\d{1,4}$|…{2,}\s*\d{1,4}$|_{4,}\s*\d{1,4}$")
_ENDS_IN_NUMBER = re.compile(r"\S\s+\d{1,3}$")
_CONTENTS_TITLE = re.compile(r"(innehåll|innehållsförteckning|contents|table of contents)$", re.I)
_MIN_CONTENTS = 3

Row = list[Word]
Key = tuple[str, int]


def without_furniture(pages: list[Page]) -> list[Page]:
    """``pages`` without the words that repeat at the same place on most of them (figures may
    differ), without page numbers and without tables of contents."""
    rows_of = [rows(list(page.words)) for page in pages]
    body = _body_size(pages)
    repeated = _repeated(pages, rows_of, body)
    return [
        _page_without(page, page_rows, repeated, body)
        for page, page_rows in zip(pages, rows_of, strict=True)
    ]


def _page_without(page: Page, page_rows: list[Row], repeated: frozenset[Key], body: float) -> Page:
    margin = _in_zone(page, page_rows)
    upper = sorted(index for index in margin if page_rows[index][0].middle < page.height / 2)
    lower = sorted(margin.difference(upper), reverse=True)
    dropped: set[int] = set()
    for edge in (upper, lower):
        dropped.update(_from_edge(edge, page, page_rows, repeated, body))
    kept = _without_contents([row for i, row in enumerate(page_rows) if i not in dropped])
    if len(kept) == len(page_rows):
        return page
    return replace(page, words=tuple(word for row in kept for word in row))


def _from_edge(
    edge: list[int], page: Page, page_rows: list[Row], repeated: frozenset[Key], body: float
) -> list[int]:
    """The furniture among the rows ``edge``, outermost first.

    It ends where two rows running are none, and stands apart from the text: a sentence that
    happens to stand at the same place on two pages is text.
    """
    found: list[int] = []
    others = 0
    for index in edge:
        row = page_rows[index]
        if (_keys(row, body) | _running_keys(row, page)) & repeated or _PAGE_NUMBER.match(
            _text(row)
        ):
            found.append(index)
            others = 0
        elif others:
            break
        else:
            others = 1
    while found and not _PAGE_NUMBER.match(_text(page_rows[found[-1]])):
        inward = found[-1] + (1 if edge[0] < edge[-1] or edge[0] == 0 else -1)
        if not 0 <= inward < len(page_rows) or _apart(page_rows[found[-1]], page_rows[inward]):
            break
        found.pop()
    return found


def _apart(row: Row, other: Row) -> bool:
    """Whether the two rows stand further from each other than lines of a paragraph do."""
    size = max(word.size for word in other)
    return abs(row[0].middle - other[0].middle) > size * _LINE_DISTANCE


def _repeated(pages: list[Page], rows_of: list[list[Row]], body: float) -> frozenset[Key]:
    """The masked texts and places that are on at least three pages; on two of two or three."""
    counts: Counter[Key] = Counter()
    for page, page_rows in zip(pages, rows_of, strict=True):
        found: set[Key] = set()
        for index in _in_zone(page, page_rows):
            found |= _keys(page_rows[index], body)
        for index in {0, len(page_rows) - 1} if page_rows else ():
            found |= _running_keys(page_rows[index], page)
        counts.update(found)
    enough = 2 if len(pages) <= _ENOUGH else _ENOUGH
    return frozenset(key for key, count in counts.items() if count >= enough)


def _body_size(pages: list[Page]) -> float:
    letters: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            letters[word.size] += len(word.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _in_zone(page: Page, page_rows: list[Row]) -> set[int]:
    """The indexes of the rows near the page's upper and lower edge, those of tables that reach
    into the page left out: a table's head is repeated, and its rows look alike."""
    count = len(page_rows)
    near = {*range(min(_LINES_IN_ZONE, count)), *range(max(0, count - _LINES_IN_ZONE), count)}
    upper, lower = page.height * _ZONE, page.height * (1 - _ZONE)
    tables = [grid.box for grid in page.grids if grid.box[3] > upper and grid.box[1] < lower]
    return {
        index
        for index in near
        if not upper <= page_rows[index][0].middle <= lower
        and not any(box[1] <= page_rows[index][0].middle <= box[3] for box in tables)
    }


def _keys(row: Row, body: float) -> set[Key]:
    """The row's text at its place and the place beside it. Figures are masked, but not in a row
    larger than the body's ``body`` points, where they number headings."""
    text = _text(row).lower()
    if max(word.size for word in row) <= body * _LARGER:
        text = _DIGITS.sub("#", text)
    place = round(row[0].middle / _SAME_PLACE)
    return {(text, place), (text, place + 1)}


def _running_keys(row: Row, page: Page) -> set[Key]:
    """For a running title that changes from chapter to chapter: how far the number at either
    end of the row is from the page's, at the row's place."""
    ends = {row[0].text, row[-1].text} if len(row) > 1 else set()
    place = round(row[0].middle / _SAME_PLACE)
    return {
        (f"page{int(number) - page.number:+}", place + shift)
        for number in ends
        if number.isdecimal() and len(number) < 5
        for shift in (0, 1)
    }


def _text(row: Row) -> str:
    return " ".join(word.text for word in row)


def _without_contents(page_rows: list[Row]) -> list[Row]:
    """The rows outside the page's table of contents, its title included."""
    texts = [_text(row) for row in page_rows]
    titled = next((i for i, text in enumerate(texts) if _CONTENTS_TITLE.match(text)), None)
    pattern = _LEADERS
    if titled is not None and sum(bool(_ENDS_IN_NUMBER.search(t)) for t in texts[titled:]) >= max(
        _MIN_CONTENTS, (len(texts) - titled) // 2
    ):
        pattern = _ENDS_IN_NUMBER
    entries = [i for i, text in enumerate(texts) if pattern.search(text)]
    if not entries:
        return page_rows
    first, last = entries[0], entries[-1]
    if titled is not None and titled < first:
        first = titled
    dense = len(entries) * 2 >= last - first
    dropped = set(range(first, last + 1)) if dense else set(entries)
    return [row for index, row in enumerate(page_rows) if index not in dropped]
