"""The matrix as a list: one line for each duty, the same columns in CSV and workbook."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.addresses import clause_url
from bot.answer_view import clause_name
from bot.carrying import modality, party_name
from bot.matrix.saying import matter
from bot.safe_text import one_line
from bot.words import Words
from corpus.matrix import Entry, Row, Topic
from corpus.validity import validity
from retrieval.board import DatedBoard

COLUMNS = (
    "document", "status", "valid_from", "valid_to", "topic", "clause", "task", "party", "role",
    "modality", "what", "phase", "time_limit", "condition", "quote", "reference", "address",
)  # fmt: skip
"""The keys of a list's columns, in order; ``list.<key>`` names each."""

LONGEST = 32_000
"""Characters; a spreadsheet's cell holds 32,767."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The head and the lines, each value text, one for each of ``COLUMNS``."""

    head: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


def listing(dated: DatedBoard, say: Words, public_url: str) -> Listing:
    """Every duty of the board once, with a link to its clause as of the day."""
    return Listing(
        head=tuple(say(f"list.{key}") for key in COLUMNS),
        lines=tuple(_lines(dated, say, public_url)),
    )


def _lines(dated: DatedBoard, say: Words, public_url: str) -> Iterator[tuple[str, ...]]:
    for topic, row, entry in dated.board.duties():
        values = _values(topic, row, entry, say)
        values["address"] = clause_url(public_url, row.clause.reference, dated.asked.on)
        yield tuple(one_line(values[key])[:LONGEST] for key in COLUMNS)


def _values(topic: Topic, row: Row, entry: Entry, say: Words) -> dict[str, str]:
    duty, clause = entry.duty, row.clause
    first, last = validity(topic.document, clause)
    parties = [party_name(party, say) for party in duty.parties]
    return {
        "document": topic.document.title,
        "status": say(f"standing.{topic.document.status}"),
        "valid_from": first.isoformat() if first else "",
        "valid_to": last.isoformat() if last else "",
        "topic": " › ".join(topic.headings),
        "clause": clause_name(clause.label, clause.title, say),
        "task": row.task or "",
        "party": "; ".join(parties) or say("matrix.column.nobody"),
        "role": "; ".join(dict.fromkeys(p.role for p in duty.parties if p.role)),
        "modality": modality(duty, say),
        "what": matter(entry),
        "phase": say(f"phase.{duty.phase}"),
        "time_limit": duty.time_limit or "",
        "condition": duty.condition or "",
        "quote": f"{entry.lead} {entry.quote}" if entry.lead else entry.quote,
        "reference": clause.reference,
    }
