"""The parts that the blocks of an agreement, a guideline or meeting notes play."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.blocks import Block, BlockKind, ReadText
from corpus.parsing.contents import contents_lines
from corpus.parsing.heading_line import looks_like_heading
from corpus.parsing.numbering import Number, Style, follows, is_after, read_number


class Part(StrEnum):
    """What a block is in the outline. A line of the table of contents belongs to nothing."""

    NUMBERED = "numbered"
    HEADING = "heading"
    APPENDIX = "appendix"
    BODY = "body"
    CONTENTS = "contents"


@dataclass(slots=True, kw_only=True)
class Entry:
    """One block and its part; ``rest`` is the offset of what stands after the number.

    ``titled`` tells that the rest is a heading of its own. ``level`` is 0 where the format
    gives none.
    """

    part: Part
    block: Block
    text: str
    rest: int
    number: Number | None = None
    titled: bool = False
    level: int = 0


_LEADERS = re.compile(r"(?:\.{3,}|…|\. \. \.|_{3,})\s*\d{1,4}$")
_APPENDIX = re.compile(r"Bilag(?:a|or)\b")
_APPENDIX_NAME = re.compile(r"Bilaga\s+\w{1,4}\b|Bilaga$", re.IGNORECASE)
# "Kommunen ska vid avslut" over a list is the list's leading sentence, not a title.
_SENTENCE_VERB = re.compile(
    r"\b(?:ska|skall|får|bör|kan|måste|är|har|ansvarar|svarar|avses|gäller|omfattar|ingår)\b"
)
_MARKER = re.compile(r"(?:[-–•*]|\w{1,2}[.)])\s+")
_LONGEST_SUBHEADING = 80
_FEWEST_POINTS = 2
_LONGEST_TITLE = 220
_FEWEST_SENTENCES = 3
_MOST_STARTS = 4


def read_outline(read: ReadText) -> list[Entry]:
    """Every block with its part, in order. Numbers count where they fit the sequence.

    A stray number before the first real one would spoil the sequence, so it is also tried
    from each first number (1, 1.1, A1) that did not fit; the outline with most numbers stands.
    """
    contents = contents_lines([read.text[block.start : block.end] for block in read.blocks])
    first = _Outliner(entries=_entries(read, contents))
    outliners = [first]
    first.run()
    for start in first.misfit_starts[:_MOST_STARTS]:
        outliner = _Outliner(entries=_entries(read, contents))
        outliner.run(start)
        outliners.append(outliner)
    return max(outliners, key=lambda outliner: len(outliner.opened)).entries


def appendix_name(text: str) -> str:
    """``Bilaga 1`` of "Bilaga 1 Belopp"."""
    found = _APPENDIX_NAME.match(text)
    return found[0] if found else text


@dataclass(slots=True)
class _Outliner:
    """Walks through the blocks; ``last`` is the last number that counted, for each family."""

    entries: list[Entry]
    last: dict[Style, Number] = field(default_factory=dict)
    opened: list[int] = field(default_factory=list)
    misfit_starts: list[int] = field(default_factory=list)
    list_number: int = 0
    next_chapters: list[int] = field(default_factory=list)
    has_points: bool = False
    of_sentences: bool = False

    def run(self, start: int = 0) -> None:
        """Give each entry its part; numbers count from the entry at ``start``."""
        for entry in self.entries[:start]:
            _forget_number(entry)
        points = sum(self._is_point(entry) for entry in self.entries)
        self.has_points = points >= _FEWEST_POINTS
        self.next_chapters = self._next_points()
        self.of_sentences = not self.has_points and _numbered_sentences(self.entries)
        for position, entry in enumerate(self.entries):
            if entry.part is Part.APPENDIX:
                self.last, self.list_number = {}, 0
            elif entry.number is not None:
                entry.titled = entry.titled and not self._leads_list(position)
                self._judge(position, entry, entry.number)
        self._find_subheadings()

    def _leads_list(self, position: int) -> bool:
        """Whether an entry is the beginning of the sentence that the list after it goes on with."""
        following = self.entries[position + 1 : position + 2]
        if not following or not _SENTENCE_VERB.search(self.entries[position].text):
            return False
        found = _MARKER.match(following[0].text)
        return found is not None and following[0].text[found.end() :][:1].islower()

    def _find_subheadings(self) -> None:
        """Make headings of short lines right before a numbered sentence."""
        for entry, following in zip(self.entries, self.entries[1:], strict=False):
            if (
                self.has_points
                and entry.part is Part.BODY
                and entry.block.kind is BlockKind.PARAGRAPH
                and following.part is Part.NUMBERED
                and following.block.kind is not BlockKind.HEADING
                and looks_like_heading(entry.text, longest=_LONGEST_SUBHEADING)
            ):
                entry.part = Part.HEADING

    def _judge(self, position: int, entry: Entry, number: Number) -> None:
        if self._counts(position, entry, number) or self._restarts(position, number):
            entry.part = Part.NUMBERED
            self.last[number.family] = number
            self.list_number = 0
            self.opened.append(position)
            return
        if number.style is Style.INTEGER:
            self.list_number = number.parts[0]
        if max(number.parts) == 1:
            self.misfit_starts.append(position)
        _forget_number(entry)

    def _counts(self, position: int, entry: Entry, number: Number) -> bool:
        last = self.last.get(number.family)
        if entry.block.kind is BlockKind.HEADING:
            return is_after(number, last)
        if not follows(number, last) or not _begins_clause(entry):
            return False
        if number.style is Style.LETTERED and last is None:
            return max(number.parts) == 1
        if number.style is Style.CHAPTER:
            return entry.titled
        return number.style is not Style.INTEGER or self._counts_integer(position, entry, number)

    def _counts_integer(self, position: int, entry: Entry, number: Number) -> bool:
        """A bare ``3.`` in running text: a chapter, an item of an agenda, or of a mere list."""
        last = self.last.get(number.family)
        next_in_line = number.parts[0] == (last.parts[0] if last else 0) + 1
        if self.has_points and self.next_chapters[position] == number.parts[0]:
            return entry.titled
        in_list = self.list_number and number.parts[0] == self.list_number + 1
        return next_in_line and not in_list and (entry.titled or self.of_sentences)

    def _next_points(self) -> list[int]:
        """For each entry the chapter of the next point after it; 0 where there is none."""
        chapters = []
        chapter = 0
        for entry in reversed(self.entries):
            chapters.append(chapter)
            if self._is_point(entry) and entry.number is not None:
                chapter = entry.number.parts[0]
        return chapters[::-1]

    def _restarts(self, position: int, number: Number) -> bool:
        """Whether a number comes again because all that had it first was a table of contents."""
        keys = [self._key(at) for at in self.opened]
        if number.key not in keys:
            return False
        again = keys.index(number.key)
        between = self.entries[self.opened[again] : position]
        if any(one.part in {Part.BODY, Part.APPENDIX} for one in between):
            return False
        for one in between:
            one.part = Part.CONTENTS
        self.opened = self.opened[:again]
        return True

    def _key(self, position: int) -> tuple[str, tuple[int, ...], str] | None:
        number = self.entries[position].number
        return number.key if number else None

    @staticmethod
    def _is_point(entry: Entry) -> bool:
        number = entry.number
        return number is not None and (len(number.parts) > 1 or number.style is Style.SECTION)


def _entries(read: ReadText, contents: Collection[int]) -> list[Entry]:
    """The blocks as they stand alone; ``contents`` are the places of a table of contents."""
    entries = [_plain(block, read.text) for block in read.blocks]
    for place in contents:
        entries[place].part = Part.CONTENTS
        _forget_number(entries[place])
    return entries


def _plain(block: Block, whole: str) -> Entry:
    text = whole[block.start : block.end]
    entry = Entry(part=Part.BODY, block=block, text=text, rest=block.start, level=block.level)
    if block.kind is BlockKind.TABLE:
        return entry
    if block.kind is BlockKind.HEADING:
        entry.part = Part.HEADING
    else:
        entry.level = 0
    if _LEADERS.search(text):
        entry.part = Part.CONTENTS
    elif _is_appendix(entry):
        entry.part = Part.APPENDIX
    else:
        _read_number(entry)
    return entry


def _is_appendix(entry: Entry) -> bool:
    if not _APPENDIX.match(entry.text):
        return False
    named = _APPENDIX_NAME.match(entry.text) is not None
    return entry.part is Part.HEADING or (named and looks_like_heading(entry.text))


def _read_number(entry: Entry) -> None:
    """Let ``entry`` have the number that its text, or its format, begins with."""
    outside = entry.block.number
    found = read_number(outside if outside else entry.text)
    if found is None:
        return
    entry.number, length = found
    entry.rest = entry.block.start + (0 if outside else length)
    rest = entry.text[entry.rest - entry.block.start :]
    entry.titled = entry.part is Part.HEADING or looks_like_heading(
        rest.rstrip(":"), longest=_LONGEST_TITLE
    )


def _forget_number(entry: Entry) -> None:
    entry.number, entry.rest, entry.titled = None, entry.block.start, False


def _begins_clause(entry: Entry) -> bool:
    """Whether what stands after the number begins as a sentence or a title: ``2.5 mg`` does not."""
    rest = entry.text[entry.rest - entry.block.start :]
    first = rest.lstrip("\"”»'(*_").strip()[:1]
    return first.isupper() or (not rest and entry.number is not None)


def _numbered_sentences(entries: list[Entry]) -> bool:
    """Whether the whole text is one run of numbered sentences, 1. 2. 3., without headings."""
    at = [
        position
        for position, entry in enumerate(entries)
        if entry.number is not None and entry.number.style is Style.INTEGER
    ]
    numbers = [one.parts[0] for position in at if (one := entries[position].number)]
    if len(at) < _FEWEST_SENTENCES or numbers != list(range(1, len(at) + 1)):
        return False
    between = entries[at[0] : at[-1] + 1]
    led = at[0] > 0 and entries[at[0] - 1].text.endswith(":")
    return not led and all(
        entry.part is not Part.HEADING and (entry.number is None or _is_sentence(entry))
        for entry in between
    )


def _is_sentence(entry: Entry) -> bool:
    return _begins_clause(entry) and entry.text.rstrip().endswith((".", ":", "!", "?"))
