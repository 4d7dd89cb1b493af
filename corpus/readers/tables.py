"""A table as text: one row a line, the cells joined by an upright bar."""

from collections.abc import Sequence

from corpus.readers.characters import tidy

CELL_SEPARATOR = " | "


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """``rows`` of cells as text. Rows and columns without any text are left out."""
    cells = [[" ".join(tidy(cell).split()) for cell in row] for row in rows]
    width = max((len(row) for row in cells), default=0)
    padded = [row + [""] * (width - len(row)) for row in cells]
    kept = [column for column in range(width) if any(row[column] for row in padded)]
    lines = [CELL_SEPARATOR.join(row[i] for i in kept).strip() for row in padded if any(row)]
    return "\n".join(lines)
