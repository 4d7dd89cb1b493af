"""The words of one Word paragraph, with tracked changes accepted."""

from collections.abc import Iterator

from docx.oxml.ns import qn

from corpus.readers.docx_styles import Element, attribute

# Deleted and moved-away text, fields' instructions, pictures, and a picture's older copy.
_LEFT_OUT = frozenset(
    map(
        qn,
        (
            "w:del",
            "w:moveFrom",
            "w:delText",
            "w:instrText",
            "w:drawing",
            "w:pict",
            "w:object",
            "w:pPr",
            "w:rPr",
            "w:rt",
        ),
    )
)
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_LEFT_OUT_ALTERNATIVE = _LEFT_OUT | {_ALTERNATIVE}
_SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT = qn("w:t")
_RUN = qn("w:r")
_BOX = qn("w:txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def paragraph_text(paragraph: Element) -> str:
    """The visible text; tabs become spaces and line breaks stay. Text boxes are not in it."""
    return "".join(_words(paragraph))


def _words(element: Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in _LEFT_OUT_ALTERNATIVE or (tag == _RUN and _is_hidden(child)):
            continue
        if tag == _TEXT:
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        else:
            yield from _words(child)


def is_bold(paragraph: Element) -> bool:
    """Whether every run with text is marked bold."""
    runs = [run for run in paragraph.iter(_RUN) if any(text.text for text in run.iter(_TEXT))]
    return bool(runs) and all(_has(run, "w:b") for run in runs)


def text_boxes(paragraph: Element) -> Iterator[Element]:
    """The contents of the paragraph's text boxes, each once, nested boxes left to their own."""
    for box in paragraph.iter(_BOX):
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            yield box


def _is_hidden(run: Element) -> bool:
    return _has(run, "w:vanish")


def _has(run: Element, name: str) -> bool:
    properties = run.find(qn("w:rPr"))
    mark = None if properties is None else properties.find(qn(name))
    return mark is not None and attribute(mark) not in {"0", "false", "off"}
