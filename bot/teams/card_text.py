"""Text on a card, never interpreted.

A ``TextBlock`` reads Markdown; a ``TextRun`` does not. So whatever comes from a document or a
question stands in runs. Only ``{{DATE(…)}}`` and ``{{TIME(…)}}`` are read in both.
"""

import re
from collections.abc import Iterator, Sequence

from microsoft_teams.cards import CardElement, OpenUrlAction, RichTextBlock, TextRun

_FUNCTION = re.compile(r"\{(?=\{)")
_APART = "{\N{WORD JOINER}"


def inert(text: str) -> str:
    """``text`` that looks the same and calls no function of the card."""
    return _FUNCTION.sub(_APART, text)


def run(
    text: str,
    *,
    bold: bool = False,
    subtle: bool = False,
    marked: bool = False,
    large: bool = False,
    address: str | None = None,
) -> TextRun:
    """A piece of text; ``marked`` lights it up, ``address`` makes it a link."""
    return TextRun(
        text=inert(text),
        weight="Bolder" if bold else None,
        is_subtle=True if subtle else None,
        highlight=True if marked else None,
        size="Medium" if large else None,
        select_action=OpenUrlAction(title=inert(text), url=address) if address else None,
    )


def block(*runs: TextRun, close: bool = False, apart: bool = False) -> RichTextBlock:
    """A paragraph; ``close`` to the one before, or ``apart`` from it."""
    inlines: list[CardElement] = [*runs]
    return RichTextBlock(
        inlines=inlines, spacing="None" if close else "Medium" if apart else "Small"
    )


def paragraphs(runs: Sequence[TextRun]) -> list[RichTextBlock]:
    """``runs`` broken at their line ends: a card may show a line end in a run as a space."""
    blocks: list[RichTextBlock] = []
    line: list[TextRun] = []
    for piece, ends in _pieces(runs):
        if piece.text:
            line.append(piece)
        if ends and line:
            blocks.append(block(*line))
            line = []
    return blocks


def _pieces(runs: Sequence[TextRun]) -> Iterator[tuple[TextRun, bool]]:
    for number, each in enumerate(runs, start=1):
        lines = (each.text or "").split("\n")
        for place, line in enumerate(lines, start=1):
            ends = place < len(lines) or number == len(runs)
            yield each.model_copy(update={"text": line}), ends
