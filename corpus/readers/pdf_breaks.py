"""Where one paragraph ends and the next begins on printed pages."""

import re
import statistics
from dataclasses import dataclass
from itertools import pairwise

from corpus.readers.joining import ends_sentence, is_left_open
from corpus.readers.markers import MarkerKind, marker
from corpus.readers.pdf_flow import Flow
from corpus.readers.pdf_lines import Line
from corpus.readers.pdf_look import Look, style

_WIDER = 1.28
_INDENT = 6.0
_SLACK = 0.04
_NUMBERED = re.compile(
    r"(\d{1,3}(\.\d{1,3})+\.?|\d{1,3}\s?[a-z]?\s§|§\s?\d{1,3}|\d+\s?[a-z]?\skap\.)\s"
)
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?\s")
_CHAPTER = re.compile(r"(\d{1,2}|bilaga)\s", re.IGNORECASE)
_DEFAULT_PITCH = 1.3
_ENOUGH_DISTANCES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """``pitch`` is the usual distance between the lines of a paragraph, in font sizes."""

    look: Look
    pitch: float

    @classmethod
    def of(cls, flow: Flow, look: Look) -> "Breaks":
        """The pitch measured on lines of body text that follow each other on a page."""
        lines = [item for item in flow if isinstance(item, Line)]
        distances = [
            (line.top - before.top) / line.size
            for before, line in pairwise(lines)
            if before.page == line.page and style(before) == style(line) == look.body
        ]
        near = [found for found in distances if 0.8 < found < 2.5]
        pitch = _lower_quartile(near) if near else _DEFAULT_PITCH
        if len(near) < _ENOUGH_DISTANCES:
            pitch = min(pitch, _DEFAULT_PITCH)
        return cls(look=look, pitch=pitch)

    def between(self, lines: list[Line], line: Line) -> bool:
        """Whether a new paragraph begins at ``line``, after the paragraph ``lines`` so far."""
        before = lines[-1]
        if self._styles_part(before, line):
            return True
        if before.page != line.page or line.top < before.top:
            return not self._goes_on(lines, line)
        if self._is_far_below(before, line):
            return True
        if self.look.is_prominent(line) and self.look.is_prominent(before):
            return _is_new_heading(line)
        return (
            self._opens(lines, line) or self._is_set_off(lines, line) or _ended_early(before, line)
        )

    def _styles_part(self, before: Line, line: Line) -> bool:
        size = abs(before.size - line.size) > 0.12 * max(before.size, line.size)
        return size or self.look.is_prominent(before) != self.look.is_prominent(line)

    def _is_far_below(self, before: Line, line: Line) -> bool:
        return line.top - before.top > line.size * self.pitch * _WIDER

    def _goes_on(self, lines: list[Line], line: Line) -> bool:
        """Whether the sentence, or a numbered paragraph's hanging text, runs on over the page or
        column break."""
        before = lines[-1]
        if _hangs_below(lines, line):
            return True
        if ends_sentence(before.text) or marker(line.text) or self.look.is_prominent(before):
            return False
        if line.text[:1].islower() or is_left_open(before.text):
            return True
        numbered = _NUMBERED.match(line.text) and line.hanging
        return not numbered and not _has_room(before, line)

    @staticmethod
    def _opens(lines: list[Line], line: Line) -> bool:
        """Whether ``line`` begins with a number or mark that opens a paragraph."""
        before = lines[-1]
        pause = ends_sentence(before.text) or _has_room(before, line)
        if _NUMBERED.match(line.text):
            opens = line.hanging or pause or _follows(lines[0].text, line.text)
            return opens and not is_left_open(before.text)
        mark = marker(line.text)
        if mark is None:
            return False
        return mark.kind is MarkerKind.BULLET or line.hanging or pause or before.text.endswith(",")

    @staticmethod
    def _is_set_off(lines: list[Line], line: Line) -> bool:
        """Whether the left edge tells: back from an item's indent, or a first line indented."""
        first, before = lines[0], lines[-1]
        if len(lines) > 1 and line.x0 < before.x0 - _INDENT:
            return True
        opens = bool(marker(first.text) or _NUMBERED.match(first.text))
        if len(lines) == 1 and opens:
            return line.x0 < first.x0 - _INDENT
        return line.x0 > before.x0 + _INDENT and ends_sentence(before.text)


def _follows(first: str, text: str) -> bool:
    """Whether the number that opens ``text`` is the one after the number that opens ``first``."""
    numbers = _DECIMAL.match(first), _DECIMAL.match(text)
    if numbers[0] is None or numbers[1] is None:
        return False
    last, new = (tuple(map(int, found[1].split("."))) for found in numbers if found)
    return new[:-1] == last[:-1] and new[-1] == last[-1] + 1


def _hangs_below(lines: list[Line], line: Line) -> bool:
    """Whether ``line`` stands under the hanging text of the numbered or marked ``lines``, whose
    last line is full."""
    first, before = lines[0], lines[-1]
    hanging = len(lines) > 1 and first.hanging and before.x0 > first.x0 + _INDENT
    under = abs(line.x0 - before.x0) < _INDENT / 2
    opens = _NUMBERED.match(line.text) or marker(line.text)
    return hanging and under and not opens and not _has_room(before, line)


def _is_new_heading(line: Line) -> bool:
    return bool(_NUMBERED.match(line.text) or _CHAPTER.match(line.text) or marker(line.text))


def _has_room(before: Line, line: Line) -> bool:
    """Whether the first word of ``line`` would have fitted after ``before``."""
    slack = before.right * _SLACK
    return before.x1 + 0.25 * before.size + line.room + slack < before.right


def _ended_early(before: Line, line: Line) -> bool:
    """A line broken although there was room, before a capital or after a sentence."""
    if not _has_room(before, line) or is_left_open(before.text):
        return False
    return ends_sentence(before.text) or line.text[:1].isupper()


def _lower_quartile(values: list[float]) -> float:
    """The usual distance within paragraphs, which is smaller than that between them."""
    return statistics.quantiles(values, n=4)[0] if len(values) > 1 else values[0]
