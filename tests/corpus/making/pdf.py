"""PDF files through reportlab."""

from dataclasses import dataclass, field
from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    ListItem,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=7)
JUSTIFIED = ParagraphStyle("justified", parent=BODY, alignment=TA_JUSTIFY)
CLAUSE = ParagraphStyle("clause", parent=BODY, leftIndent=34, bulletIndent=0)
H1 = ParagraphStyle("h1", parent=BODY, fontName="Helvetica-Bold", fontSize=16, leading=20)
H2 = ParagraphStyle("h2", parent=BODY, fontName="Helvetica-Bold", fontSize=12, leading=15)


@dataclass(slots=True)
class Book:
    """A PDF built part by part, with a running header and a footer with page numbers."""

    header: str = ""
    footer: str = ""
    columns: int = 1
    title: str = ""
    password: str | None = None
    story: list[Flowable] = field(default_factory=list)

    def heading(self, text: str, level: int = 1) -> "Book":
        self.story.append(Paragraph(text, H1 if level == 1 else H2))
        return self

    def text(self, text: str, *, justified: bool = False) -> "Book":
        self.story.append(Paragraph(text, JUSTIFIED if justified else BODY))
        return self

    def clause(self, number: str, text: str) -> "Book":
        """A numbered clause, the number in the margin of hanging text."""
        self.story.append(Paragraph(text, CLAUSE, bulletText=number))
        return self

    def bullets(self, *items: str) -> "Book":
        rows = [ListItem(Paragraph(item, BODY)) for item in items]
        self.story.append(ListFlowable(rows, bulletType="bullet", start="•", leftIndent=18))
        return self

    def table(self, rows: list[list[str]]) -> "Book":
        cells = [[Paragraph(cell, BODY) for cell in row] for row in rows]
        ruled = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
        self.story.append(Table(cells, style=ruled, repeatRows=1))
        return self

    def new_page(self) -> "Book":
        self.story.append(PageBreak())
        return self

    def bytes(self) -> bytes:
        """The file."""
        sink = BytesIO()
        locked = StandardEncryption(self.password, canPrint=0) if self.password else None
        document = BaseDocTemplate(
            sink, pagesize=A4, title=self.title or None, encrypt=locked, invariant=1
        )
        document.addPageTemplates([PageTemplate(frames=self._frames(), onPage=self._furniture)])
        document.build(list(self.story))
        return sink.getvalue()

    def _frames(self) -> list[Frame]:
        width = (A4[0] - 40 * mm - (self.columns - 1) * 8 * mm) / self.columns
        return [
            Frame(20 * mm + i * (width + 8 * mm), 25 * mm, width, A4[1] - 55 * mm)
            for i in range(self.columns)
        ]

    def _furniture(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        if self.header:
            canvas.drawString(20 * mm, A4[1] - 15 * mm, self.header)
        if self.footer:
            canvas.drawString(20 * mm, 12 * mm, self.footer)
            canvas.drawRightString(A4[0] - 20 * mm, 12 * mm, f"Sida {document.page}")
        canvas.restoreState()


def typeset(pages: list[list[str]], *, leading: float = 14.0, size: float = 11.0) -> bytes:
    """Lines set exactly as given; an empty line is a gap."""
    sink = BytesIO()
    canvas = Canvas(sink, pagesize=A4, invariant=1)
    for lines in pages:
        canvas.setFont("Helvetica", size)
        y = A4[1] - 40 * mm
        for text in lines:
            canvas.drawString(25 * mm, y, text)
            y -= leading if text else leading * 0.6
        canvas.showPage()
    canvas.save()
    return sink.getvalue()


def scanned(pages: int = 2) -> bytes:
    """Pages with nothing but a picture."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    sink = BytesIO()
    canvas = Canvas(sink, pagesize=A4, invariant=1)
    for _ in range(pages):
        canvas.drawImage(ImageReader(Image.new("L", (60, 80), 220)), 0, 0, A4[0], A4[1])
        canvas.showPage()
    canvas.save()
    return sink.getvalue()
