"""HTML and SVG elements. Text is escaped by the library that writes them, never by hand."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

Content = Element | str

_CONTROLS = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)]
_SURROGATES = range(0xD800, 0xE000)
_UNPRINTABLE = dict.fromkeys([*_CONTROLS, *_SURROGATES], "\N{REPLACEMENT CHARACTER}")


def element(
    tag: str, *content: Content | Iterable[Content], **attributes: str | float | None
) -> Element:
    """An element. ``class_`` is the attribute ``class``, ``stroke_width`` is ``stroke-width``.

    An attribute of None is left out; numbers are written with at most two decimals.
    """
    made = Element(tag)
    for name, found in attributes.items():
        if found is not None:
            made.set(name.rstrip("_").replace("_", "-"), _written(found))
    for part in content:
        for each in (part,) if isinstance(part, str | Element) else part:
            _append(made, each)
    return made


def _append(made: Element, part: Content) -> None:
    if isinstance(part, Element):
        made.append(part)
        return
    text = part.translate(_UNPRINTABLE)
    if len(made):
        made[-1].tail = (made[-1].tail or "") + text
    else:
        made.text = (made.text or "") + text


def _written(found: str | float) -> str:
    if isinstance(found, str):
        return found.translate(_UNPRINTABLE)
    return f"{found:.2f}".rstrip("0").rstrip(".")


def written(page: Element) -> str:
    """A whole page of HTML."""
    return "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html") + "\n"
