"""Words on a page set together to lines."""

from dataclasses import dataclass

from corpus.readers.pdf_word import Word

_HANGING = 0.55
_RAISED_SIZE = 0.86


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text on ``page`` (from 1), its box in points, size and weight.

    ``right`` is the right margin of its column. ``hanging`` is true when its first word stands
    apart from the next, as a number or a bullet before indented text does.
    """

    page: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    hanging: bool
    right: float = 0.0
    room: float = 0.0


def rows(words: list[Word]) -> list[list[Word]]:
    """``words`` by the height at which they stand, from the top; each row from the left."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.x0)):
        if found and _same_row(found[-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(row, key=lambda word: word.x0) for row in found]


def _same_row(row: list[Word], word: Word) -> bool:
    tallest = max(row, key=lambda other: other.size)
    overlap = min(tallest.bottom, word.bottom) - max(tallest.top, word.top)
    return overlap > 0.5 * min(tallest.bottom - tallest.top, word.bottom - word.top)


def _is_footnote_mark(word: Word, tallest: Word) -> bool:
    raised = word.bottom < tallest.bottom - 0.1 * tallest.size
    return raised and word.size < tallest.size * _RAISED_SIZE and word.text.isdigit()


def line(row: list[Word], page: int) -> Line:
    """The words of one row as a line, raised figures (footnote marks) left out."""
    tallest = max(row, key=lambda word: word.size)
    size = tallest.size
    kept = [word for word in row if not _is_footnote_mark(word, tallest)]
    letters = sum(len(word.text) for word in kept)
    bold = sum(len(word.text) for word in kept if word.bold)
    gap = kept[1].x0 - kept[0].x1 if len(kept) > 1 else 0.0
    return Line(
        page=page,
        text=" ".join(word.text for word in kept),
        x0=kept[0].x0,
        x1=max(word.x1 for word in kept),
        top=min(word.top for word in kept),
        bottom=max(word.bottom for word in kept),
        size=max(kept, key=lambda word: len(word.text)).size,
        bold=bold >= letters * 0.9,
        hanging=gap > _HANGING * size,
        room=kept[0].x1 - kept[0].x0,
    )
