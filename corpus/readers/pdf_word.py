"""A word on a PDF page, with its place and look."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points, from the page's upper left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word, its box and its look. Lengths are points; ``size`` is the font's.

    ``unknown`` counts the glyphs whose letter the file does not tell.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    unknown: int = 0

    @property
    def middle(self) -> float:
        """The height at which the word stands."""
        return (self.top + self.bottom) / 2
