"""The crosses in a table's row, as a row stands in the text."""

import re

_CROSS = re.compile(r"[xX×✓✔☒☑●•*+]|ja", re.IGNORECASE)


def crossed(row: str) -> tuple[int, ...]:
    """The columns, from 0, in which ``row`` has a cross; none for a sentence that is no row."""
    return tuple(at for at, cell in enumerate(row.split("|")) if _CROSS.fullmatch(cell.strip()))
