"""A document's facts as a table and as lines."""

from collections.abc import Iterable, Iterator, Mapping

from rich.table import Table

from bot.cli.texts import Say
from bot.safe_text import one_line
from corpus.clause import DocumentId
from corpus.document import Document


def document_table(
    documents: Iterable[Document], clauses: Mapping[DocumentId, int], say: Say
) -> Table:
    """One row for each document; ``clauses`` counts them by document id."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("id", "title", "status", "dates", "clauses"):
        right = name == "clauses"
        table.add_column(
            say(f"column.{name}"),
            justify="right" if right else "left",
            overflow="fold",
            no_wrap=name in ("dates", "status"),
        )
    for document in documents:
        table.add_row(
            one_line(document.id),
            one_line(document.title),
            say(f"status.{document.status}"),
            _span(document),
            str(clauses.get(document.id, 0)),
        )
    return table


def document_lines(document: Document, clauses: int, say: Say) -> Iterator[str]:
    """``name: value`` for each fact that is known."""
    facts = {
        "title": document.title,
        "id": document.id,
        "kind": say(f"kind.{document.kind}"),
        "status": say(f"status.{document.status}"),
        "dates": _span(document),
        "source": document.source,
        "replaces": ", ".join(document.replaces),
        "audience": document.audience,
        "file": document.file,
        "clauses": str(clauses),
    }
    for name, value in facts.items():
        if value:
            yield f"{say(f'column.{name}')}: {one_line(value)}"


def _span(document: Document) -> str:
    start, end = document.valid_from, document.valid_to
    return f"{start or ''}–{end or ''}" if start or end else ""
