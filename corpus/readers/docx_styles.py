"""What a Word paragraph's style says about it."""

import re
from typing import Any

from docx.oxml.ns import qn

_HEADING = re.compile(r"(?:heading|rubrik|überschrift|otsikko)\s?([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(title|rubrik|titel)$", re.IGNORECASE)
_CONTENTS = re.compile(r"(toc|innehåll)\s?([1-9]|heading)$|innehållsförteckning", re.IGNORECASE)
_BODY_TEXT = 9
_MAX_CHAIN = 12

Element = Any
"""An lxml element of a Word document; the library has no types for them."""


def attribute(element: Element | None, name: str = "w:val") -> str | None:
    """The attribute ``name`` of ``element``, or None when either is missing."""
    return None if element is None else element.get(qn(name))


def integer(value: str | None, default: int | None = None) -> int | None:
    """``value`` as a whole number; ``default`` when it is missing or no sensible number."""
    if value is None or not re.fullmatch(r"-?\d{1,6}", value):
        return default
    return int(value)


class Styles:
    """The paragraph styles of a document, looked up by id."""

    def __init__(self, definitions: Element) -> None:
        """``definitions`` is the root of the styles part."""
        self._by_id: dict[str, Element] = {}
        self._default: str | None = None
        for style in definitions.iterchildren(qn("w:style")):
            style_id = attribute(style, "w:styleId")
            if style_id is None or attribute(style, "w:type") != "paragraph":
                continue
            self._by_id[style_id] = style
            if attribute(style, "w:default") in {"1", "true"}:
                self._default = style_id

    def chain(self, paragraph: Element) -> list[Element]:
        """The paragraph's style and the styles that it is based on, nearest first."""
        properties = paragraph.find(qn("w:pPr"))
        named = None if properties is None else attribute(properties.find(qn("w:pStyle")))
        found: list[Element] = []
        style_id = named or self._default
        while style_id in self._by_id and len(found) < _MAX_CHAIN:
            found.append(self._by_id[style_id])
            style_id = attribute(found[-1].find(qn("w:basedOn")))
        return found

    def numbering_style(self, style_id: str) -> Element | None:
        """The style with this id."""
        return self._by_id.get(style_id)

    def heading_level(self, paragraph: Element) -> int:
        """1 to 9 by outline level or by the style's name (English and Swedish), else 0."""
        own = paragraph.find(qn("w:pPr"))
        outline = None if own is None else integer(attribute(own.find(qn("w:outlineLvl"))))
        for style in self.chain(paragraph):
            properties = style.find(qn("w:pPr"))
            if outline is None and properties is not None:
                outline = integer(attribute(properties.find(qn("w:outlineLvl"))))
            for name in _names(style):
                if found := _HEADING.match(name):
                    return int(found[1])
                if _TITLE.match(name):
                    return 1
        return 0 if outline is None or not 0 <= outline < _BODY_TEXT else outline + 1

    def is_contents(self, paragraph: Element) -> bool:
        """Whether the paragraph is an entry in a table of contents."""
        return any(
            _CONTENTS.match(name) for style in self.chain(paragraph)[:1] for name in _names(style)
        )


def _names(style: Element) -> list[str]:
    names = (attribute(style.find(qn("w:name"))), attribute(style, "w:styleId"))
    return [name.strip() for name in names if name]
