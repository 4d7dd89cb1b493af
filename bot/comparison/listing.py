"""A comparison as rows of text, the same columns in CSV and workbook."""

from collections.abc import Iterator, Sequence

from bot.comparison.texts import COMPARISON
from bot.comparison.view import ComparisonView, DutyRow, Side
from bot.words import Words

COLUMNS = ("change", "what", "old_place", "old_text", "new_place", "new_text")
"""The keys of the columns, in order; ``column.<key>`` names each."""

Row = tuple[str, ...]


def head(lang: str) -> Row:
    """The columns' names."""
    say = Words(lang, COMPARISON)
    return tuple(say(f"column.{key}") for key in COLUMNS)


def duty_rows(seen: ComparisonView) -> Iterator[Row]:
    """Every duty that changed, the weightiest first."""
    for section in seen.sections:
        for row in section.rows:
            yield (section.heading, "; ".join(row.changes), *_sides(row))


def clause_rows(seen: ComparisonView) -> Iterator[Row]:
    """Every clause that differs, in the new text's order."""
    say = Words(seen.lang, COMPARISON)
    for row in seen.clauses:
        yield (
            say("section.clauses"),
            row.words,
            *_together(row.old),
            *_together(row.new),
        )


def _sides(row: DutyRow) -> tuple[str, ...]:
    return (*_together([row.old] if row.old else []), *_together([row.new] if row.new else []))


def _together(sides: Sequence[Side]) -> tuple[str, str]:
    places = "\n".join(f"{side.document}, {side.place}" for side in sides)
    return places, "\n\n".join(side.text for side in sides)
