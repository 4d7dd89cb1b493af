"""Text into sentences, with the place each one stands and the sentence that leads it.

A block is a line; blank lines stand between blocks. A row of a table (cells joined by
`` | ``) and an item of a list are sentences of their own. An item knows its leading
sentence, because the item alone seldom says who must do it. The note that ends a paragraph
of a statute (``Lag (2019:979).``) is no sentence and is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NEVER_LAST = (
    "kap|art|nr|sid|kl|ca|jfr|resp|ev|inkl|exkl|tel|prop|bet|rskr|dnr|avd|bil|leg|dr|tf|enl|"
    r"f\.d|s\.k|t\.ex|bl\.a|d\.v\.s|dvs|fr\.o\.m|t\.o\.m|p\.g\.a|pga|m\.a\.o|i\.st|"
    "t\\. ex|bl\\. a|s\\. k|d\\. v\\. s|t\\. o\\. m|fr\\. o\\. m|(?-i:s|p|bl|fr|t|d|o|m|f)"
)
"""Abbreviations that are followed by more of the same sentence, without their last full stop."""

_ABBREVIATION = re.compile(rf"(?:^|[\s(/.])(?:{_NEVER_LAST})$", re.IGNORECASE)
_MAY_BE_LAST = re.compile(r"(?:^|[\s(])(?:m\.\s?m|m\.\s?fl|o\.\s?d|o\.\s?dyl|osv|etc)$", re.I)
_STOP = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“”»(\[]?[A-ZÅÄÖÉÜ0-9])")
_NOTE = re.compile(r"\s*(?:Lag|Förordning|SFS)\s*\(\d{4}:\d+\)\.?\s*$")
_LINE = re.compile(r"[^\n]+")
_LIST_MARK = re.compile(
    r"\s*(?:(?P<number>\d{1,3})[.)]|(?P<letter>[a-zåäö])[.)]|(?P<roman>[ivx]{2,5})[.)]"
    r"|(?P<bullet>[-–—•·▪◦‣●*]))[ \t\u00a0]+(?=\S)"
)
_OPEN_END = re.compile(r"(?:[^.!?;,]|\bföljande\.)$")
_LOWER_START = re.compile(r"\s*[a-zåäö]{2,}")
_CELL = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, ``text[start:end]``, without white space at its ends.

    ``lead`` is the span of the sentence that leads the enumeration this item stands in;
    for an item of an inner list that is the outer item. None for any other sentence.
    ``body`` is where the sentence's own words begin, after the marker of an item.
    """

    start: int
    end: int
    lead: tuple[int, int] | None
    body: int


@dataclass(slots=True)
class _List:
    """An enumeration under way: its kind of marker, its lead and the last number."""

    kind: str
    lead: tuple[int, int] | None
    number: int
    indent: int


def split_sentences(text: str, start: int, end: int) -> tuple[Sentence, ...]:
    """The sentences of ``text[start:end]`` in order, as spans in ``text``."""
    sentences: list[Sentence] = []
    lists: list[_List] = []
    for first, last in _blocks(text, start, end):
        mark = _LIST_MARK.match(text, first, last)
        if mark is None:
            lead = _unmarked_lead(text, sentences, first, lists)
            sentences.extend(_within(text, first, last, first, lead))
            continue
        lead = _lead_of_item(text, sentences, lists, mark, first)
        sentences.extend(_within(text, first, last, mark.end(), lead))
    return tuple(sentences)


def item_number(text: str, sentence: Sentence) -> int | None:
    """The number that an item of a list begins with (``2. ledsagning``)."""
    mark = _LIST_MARK.match(text, sentence.start, sentence.end)
    return int(mark["number"]) if mark and mark["number"] else None


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a region, a line that plainly goes on in the next one joined to it."""
    pending: tuple[int, int] | None = None
    for line in _LINE.finditer(text, start, end):
        if not line.group().strip():
            continue
        if pending is not None:
            goes_on = (
                _LOWER_START.match(text, line.start(), line.end())
                and not _LIST_MARK.match(text, line.start(), line.end())
                and text[pending[1] : line.start()].count("\n") == 1
                and text[pending[1] - 1] not in ".:;!?|"
                and len(text[pending[0] : pending[1]].strip()) > 50
            )
            if goes_on:
                pending = (pending[0], line.end())
                continue
            yield pending
        first = line.start() + len(line.group()) - len(line.group().lstrip())
        pending = (line.start() if line.group()[0] in " \t" else first, line.end())
    if pending is not None:
        yield pending


def _within(
    text: str, first: int, last: int, body: int, lead: tuple[int, int] | None
) -> Iterator[Sentence]:
    """The sentences of one block; only the first carries the block's lead."""
    note = _NOTE.search(text, body, last)
    last = note.start() if note else last
    at = body
    begin = first
    if _CELL not in text[body:last]:
        for stop in _STOP.finditer(text, body, last):
            if not _is_end(text, at, stop):
                continue
            cut = stop.start() + len(stop.group().rstrip())
            if sentence := _trimmed(text, begin, cut, at, lead):
                yield sentence
                lead = None
            begin = at = stop.end()
    if sentence := _trimmed(text, begin, last, at, lead):
        yield sentence


def _is_end(text: str, at: int, stop: re.Match[str]) -> bool:
    if stop.group()[0] != ".":
        return True
    before = text[max(at, stop.start() - 14) : stop.start()]
    following = text[stop.end()]
    if _MAY_BE_LAST.search(before):
        return following.isalpha()
    return not _ABBREVIATION.search(before)


def _trimmed(
    text: str, start: int, end: int, body: int, lead: tuple[int, int] | None
) -> Sentence | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    return Sentence(start=start, end=end, lead=lead, body=min(max(body, start), end))


def _kind(mark: re.Match[str]) -> str:
    kind = mark.lastgroup or "bullet"
    return mark["bullet"] if kind == "bullet" else kind


def _lead_of_item(
    text: str, sentences: list[Sentence], lists: list[_List], mark: re.Match[str], first: int
) -> tuple[int, int] | None:
    """Find the list that an item goes on, or open one under the sentence before it."""
    kind = _kind(mark)
    number = int(mark["number"]) if mark["number"] else 0
    indent = len(mark.group()) - len(mark.group().lstrip())
    before = sentences[-1] if sentences else None
    opens = before is not None and _leads(text, before)
    if number > 1:
        for depth in range(len(lists) - 1, -1, -1):
            if lists[depth].kind == kind and lists[depth].number == number - 1:
                del lists[depth + 1 :]
                lists[depth].number = number
                return lists[depth].lead
    in_list = bool(lists) and before is not None and before.body > before.start
    if (
        before is not None
        and in_list
        and not (opens and lists[-1].kind != kind and indent >= lists[-1].indent)
    ):
        for depth in range(len(lists) - 1, -1, -1):
            same = lists[depth].kind == kind and lists[depth].indent >= indent
            if same and not (opens and text[before.end - 1] == ":" and number != 1):
                del lists[depth + 1 :]
                lists[depth].number = number
                return lists[depth].lead
    if not in_list:
        lists.clear()
    lead = (before.start, before.end) if before is not None and opens else None
    lists.append(_List(kind, lead, number, indent))
    return lead


def _leads(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is left open, so that what follows it goes on from it."""
    if _CELL in text[sentence.start : sentence.end]:
        return False
    return _OPEN_END.search(text[sentence.start : sentence.end]) is not None


def _unmarked_lead(
    text: str, sentences: list[Sentence], first: int, lists: list[_List]
) -> tuple[int, int] | None:
    """The lead of a line without a marker, after a line that ends with a colon."""
    if not sentences or not _LOWER_START.match(text, first):
        return None
    before = sentences[-1]
    if text[before.end - 1] == ":":
        return (before.start, before.end)
    if before.lead is not None and before.body == before.start:
        return before.lead
    return None
