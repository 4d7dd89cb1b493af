"""Word's automatic numbering, counted out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from docx.oxml.ns import qn

from corpus.readers.docx_styles import Element, Styles, attribute, integer
from corpus.readers.lettering import in_letters, in_roman

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_MAX_LINKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A paragraph's automatic number: ``text`` as Word shows it (empty for a bullet).

    ``level`` is the depth from 1. ``outline`` tells a document's numbering (``3``, ``3.4``),
    where some level shows the levels above it, from a list's (``1.``, ``a)``).
    """

    text: str
    level: int
    outline: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    start: int
    style: str
    pattern: str
    restart: int | None
    legal: bool


class Numbering:
    """Counts on from paragraph to paragraph; ask for every paragraph once, in order."""

    def __init__(self, definitions: Element | None, styles: Styles) -> None:
        """``definitions`` is the root of the numbering part, None where there is none."""
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        self._collect(() if definitions is None else definitions)

    def number(self, paragraph: Element) -> Number | None:
        """The number before ``paragraph``, or None when it has none."""
        number_id, level = self._place(paragraph)
        if number_id is None or number_id == "0" or number_id not in self._numbers:
            return None
        abstract_id = self._abstract_id(number_id)
        if abstract_id not in self._abstract or not 0 <= level < _LEVELS:
            return None
        levels = self._levels(number_id, abstract_id)
        self._count(number_id, abstract_id, level, levels)
        spec = levels.get(level)
        if spec is None or spec.style == "none" or not spec.pattern.strip():
            return None
        outline = any(len(_PLACE.findall(other.pattern)) > 1 for other in levels.values())
        text = "" if spec.style == "bullet" else self._shown(abstract_id, level, levels)
        return Number(text=text, level=level + 1, outline=outline or "§" in spec.pattern)

    def _collect(self, elements: Iterable[Element]) -> None:
        for child in elements:
            if child.tag == qn("w:abstractNum"):
                self._abstract[attribute(child, "w:abstractNumId") or ""] = child
            elif child.tag == qn("w:num"):
                self._numbers[attribute(child, "w:numId") or ""] = child

    def _place(self, paragraph: Element) -> tuple[str | None, int]:
        """Number id and level: the paragraph's own, else its style's."""
        number_id: str | None = None
        level: int | None = None
        for holder in (paragraph, *self._styles.chain(paragraph)):
            properties = holder.find(qn("w:pPr"))
            numbered = None if properties is None else properties.find(qn("w:numPr"))
            if numbered is None:
                continue
            if level is None:
                level = integer(attribute(numbered.find(qn("w:ilvl"))))
            number_id = attribute(numbered.find(qn("w:numId")))
            if number_id is not None:
                if level is None:
                    level = self._level_of_style(number_id, attribute(holder, "w:styleId"))
                break
        return number_id, level or 0

    def _level_of_style(self, number_id: str, style_id: str | None) -> int | None:
        """The level that a heading style is tied to in the numbering itself."""
        abstract = self._abstract.get(self._abstract_id(number_id))
        if abstract is None or style_id is None:
            return None
        for level in abstract.iterchildren(qn("w:lvl")):
            if attribute(level.find(qn("w:pStyle"))) == style_id:
                return integer(attribute(level, "w:ilvl"))
        return None

    def _abstract_id(self, number_id: str) -> str:
        """The abstract numbering behind a number, links through numbering styles followed."""
        found = ""
        for _ in range(_MAX_LINKS):
            number = self._numbers.get(number_id)
            found = "" if number is None else attribute(number.find(qn("w:abstractNumId"))) or ""
            abstract = self._abstract.get(found)
            linked = None if abstract is None else attribute(abstract.find(qn("w:numStyleLink")))
            following = self._number_of_numbering_style(linked) if linked else None
            if following is None:
                break
            number_id = following
        return found

    def _number_of_numbering_style(self, style_id: str) -> str | None:
        for abstract_id, abstract in self._abstract.items():
            if attribute(abstract.find(qn("w:styleLink"))) == style_id:
                for number_id, number in self._numbers.items():
                    if attribute(number.find(qn("w:abstractNumId"))) == abstract_id:
                        return number_id
        return None

    def _levels(self, number_id: str, abstract_id: str) -> dict[int, _Level]:
        levels = dict(_read_levels(self._abstract[abstract_id]))
        for override in self._numbers[number_id].iterchildren(qn("w:lvlOverride")):
            levels |= _read_levels(override)
        return levels

    def _count(
        self, number_id: str, abstract_id: str, level: int, levels: dict[int, _Level]
    ) -> None:
        counters = self._counters.setdefault(abstract_id, {})
        if number_id not in self._begun:
            self._begun.add(number_id)
            for override in self._numbers[number_id].iterchildren(qn("w:lvlOverride")):
                self._start_over(counters, override)
        for above in range(level):
            counters.setdefault(above, levels[above].start if above in levels else 1)
        start = levels[level].start if level in levels else 1
        counters[level] = counters[level] + 1 if level in counters else start
        for below in range(level + 1, _LEVELS):
            restart = levels[below].restart if below in levels else None
            if restart is None or level < restart:
                counters.pop(below, None)

    @staticmethod
    def _start_over(counters: dict[int, int], override: Element) -> None:
        level = integer(attribute(override, "w:ilvl"))
        start = integer(attribute(override.find(qn("w:startOverride"))))
        if level is not None and start is not None:
            counters[level] = start - 1

    def _shown(self, abstract_id: str, level: int, levels: dict[int, _Level]) -> str:
        counters = self._counters[abstract_id]
        legal = levels[level].legal

        def figure(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            spec = levels.get(place)
            value = counters.get(place, spec.start if spec else 1)
            return _figure(value, "decimal" if legal or spec is None else spec.style)

        return _PLACE.sub(figure, levels[level].pattern).strip()


def _read_levels(holder: Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for level in holder.iterchildren(qn("w:lvl")):
        place = integer(attribute(level, "w:ilvl"))
        if place is None:
            continue
        levels[place] = _Level(
            start=integer(attribute(level.find(qn("w:start"))), 1) or 0,
            style=attribute(level.find(qn("w:numFmt"))) or "decimal",
            pattern=attribute(level.find(qn("w:lvlText"))) or "",
            restart=integer(attribute(level.find(qn("w:lvlRestart")))),
            legal=level.find(qn("w:isLgl")) is not None,
        )
    return levels


def _figure(value: int, style: str) -> str:
    match style:
        case "lowerLetter" | "upperLetter":
            return in_letters(value, upper=style == "upperLetter")
        case "lowerRoman" | "upperRoman":
            return in_roman(value, upper=style == "upperRoman")
        case "decimalZero":
            return f"{value:02d}"
        case "none":
            return ""
    return str(value)
