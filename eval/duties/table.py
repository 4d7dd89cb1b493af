"""The agreement as a table, and the sentences that were read wrongly."""

from collections.abc import Iterator, Sequence

from eval.duties.compare import KINDS, Agreement, Compared, agreement, confusion
from eval.texts import word

Rows = list[list[str]]


def agreement_rows(compared: Sequence[Compared], lang: str) -> Rows:
    """A row for each part and kind of label, and for all parts together; header first."""
    header = [word(key, lang) for key in ("part", "label", "sentences", "precision", "recall")]
    rows = [[*header, "F1"]]
    parts = list(dict.fromkeys(each.row.part for each in compared))
    for part in parts:
        rows += _part(part, [each for each in compared if each.row.part == part], lang)
    if len(parts) != 1:
        rows += _part(word("all", lang), compared, lang)
    return rows


def agreement_wire(compared: Sequence[Compared]) -> dict[str, object]:
    """The same as plain values: by part, then by kind of label.

    ``read_as`` tells for each phase that was expected how often it was read as which.
    """
    parts = dict.fromkeys(each.row.part for each in compared)
    groups = {part: [each for each in compared if each.row.part == part] for part in parts}
    groups["all"] = list(compared)
    return {
        part: {
            "sentences": len(rows),
            **{kind: _figures(agreement(rows, kind)) for kind in KINDS},
            "read_as": _read_as(rows),
        }
        for part, rows in groups.items()
    }


def wrong_lines(compared: Sequence[Compared], lang: str) -> Iterator[str]:
    """Each sentence with a label too many or too few, and what was expected and read."""
    for each in compared:
        kinds = [kind for kind in KINDS if each.expected[kind] != each.read[kind]]
        if kinds:
            yield f"{each.row.part} · {each.row.name}"
        for kind in kinds:
            yield "    " + word("differs", lang).format(
                label=word(kind, lang),
                expected=_told(each.expected[kind]),
                read=_told(each.read[kind]),
            )


def _part(name: str, rows: Sequence[Compared], lang: str) -> Rows:
    return [
        [name, word(kind, lang), str(len(rows)), *_numbers(agreement(rows, kind))] for kind in KINDS
    ]


def _numbers(found: Agreement) -> list[str]:
    return [f"{value:.3f}" for value in (found.precision, found.recall, found.f1)]


def _figures(found: Agreement) -> dict[str, float]:
    return {"precision": found.precision, "recall": found.recall, "f1": found.f1}


def _read_as(rows: Sequence[Compared]) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for (expected, read), count in sorted(confusion(rows, "phase").items()):
        table.setdefault(expected, {})[read] = count
    return table


def _told(labels: frozenset[str]) -> str:
    return ", ".join(sorted(labels)) or "–"
