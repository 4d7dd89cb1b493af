"""The tables of the page."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from eval.outcome import Outcome
from eval.report.confusion import EXPECTED, FOUND, confusion
from eval.report.element import Content, element
from eval.report.texts import tell
from eval.table import Rows


def table(rows: Rows) -> Element:
    """Rows as a table, the first being its header."""
    head = element("thead", element("tr", (element("th", cell, scope="col") for cell in rows[0])))
    body = element("tbody", (element("tr", (element("td", c) for c in row)) for row in rows[1:]))
    return scrolled(element("table", head, body))


def scrolled(inside: Element) -> Element:
    """Something wide that scrolls by itself on a narrow screen."""
    return element("div", inside, class_="scroll")


def confusion_table(outcomes: Sequence[Outcome], lang: str) -> Element | None:
    """The confusion matrix of principals; None when no question says who is responsible."""
    counted = confusion(outcomes)
    if not counted:
        return None
    rows = [row for row in EXPECTED if any(counted[row, column] for column in FOUND)]
    head = [
        element("th", tell("expected", lang), scope="col"),
        *(element("th", tell(column, lang), scope="col") for column in FOUND),
    ]
    body = [
        element(
            "tr",
            element("th", tell(row, lang), scope="row"),
            (_cell(counted[row, column], row == column) for column in FOUND),
        )
        for row in rows
    ]
    return scrolled(element("table", element("thead", element("tr", head)), element("tbody", body)))


def confusion_rows(outcomes: Sequence[Outcome], lang: str) -> Rows:
    """The same matrix as text."""
    counted = confusion(outcomes)
    header = [tell("expected", lang), *(tell(column, lang) for column in FOUND)]
    return [
        header,
        *(
            [tell(row, lang), *(str(counted[row, column] or "·") for column in FOUND)]
            for row in EXPECTED
            if any(counted[row, column] for column in FOUND)
        ),
    ]


def _cell(count: int, right: bool) -> Element:
    content: Content = element("b", str(count)) if right and count else str(count or "·")
    return element("td", content, class_="right" if right else None)
