"""Word documents through python-docx, with numbering as Word itself writes it."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

Level = tuple[str, str]
"""Number format (``decimal``, ``lowerLetter``, ``bullet`` …) and pattern (``%1.%2``)."""

AGREEMENT: Sequence[Level] = (("decimal", "%1"), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))


class Letter:
    """A Word document built paragraph by paragraph."""

    def __init__(self, title: str = "") -> None:
        self.document = Document()
        self.document.core_properties.title = title
        self._next = 900

    def numbering(
        self, levels: Sequence[Level] = AGREEMENT, *, restart: dict[int, int] | None = None
    ) -> int:
        """A numbering of its own; gives its number id. ``restart`` holds start overrides."""
        abstract_id = self._next
        self._next += 1
        shown = "".join(
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
            for place, (style, pattern) in enumerate(levels)
        )
        root = self.document.part.numbering_part.element
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract_id}">{shown}</w:abstractNum>'
        )
        root.insert(0, abstract)
        return self.again(abstract_id, restart or {})

    def again(self, abstract_id: int, restart: dict[int, int]) -> int:
        """Another number of the same numbering; gives its id."""
        number_id = self._next
        self._next += 1
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for place, start in restart.items()
        )
        self.document.part.numbering_part.element.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number_id}">'
                f'<w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'
            )
        )
        return number_id

    def text(
        self, text: str, *, style: str | None = None, number: int | None = None, level: int = 0
    ) -> Paragraph:
        """A paragraph, numbered where ``number`` is a number id."""
        paragraph = self.document.add_paragraph(text, style=style)
        if number is not None:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
                    f'<w:numId w:val="{number}"/></w:numPr>'
                )
            )
        return paragraph

    def heading(self, text: str, level: int = 1, *, number: int | None = None) -> Paragraph:
        return self.text(text, style=f"Heading {level}", number=number, level=level - 1)

    def raw(self, inner: str) -> None:
        """A paragraph from the XML that it holds."""
        body = self.document.element.body
        paragraph = parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")
        body.insert(len(body) - 1, paragraph)

    def table(self, rows: list[list[str]]) -> None:
        table = self.document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    def rename_style(self, name: str, other: str, style_id: str) -> None:
        """Give the style ``name`` another name and id, as other languages' versions do."""
        element = self.document.styles[name].element
        element.find(qn("w:name")).set(qn("w:val"), other)
        element.set(qn("w:styleId"), style_id)

    def bytes(self) -> bytes:
        sink = BytesIO()
        self.document.save(sink)
        return sink.getvalue()
