"""The texts themselves: which there are, and each clause word for word."""

from collections import Counter
from datetime import date

from fastapi import APIRouter
from starlette.responses import JSONResponse

from bot.answer_json import Wire, wire
from bot.api.errors import ApiError
from bot.api.wire import errors
from bot.asking.asker import Asker
from bot.document_wire import described_wire
from corpus.clause import Clause
from corpus.document import Document
from retrieval.validity import holds, validity


def document_routes(asker: Asker) -> APIRouter:
    """``GET /api/documents`` and ``GET /api/clauses/{reference}``."""
    router = APIRouter(prefix="/api", tags=["texter"])

    @router.get("/documents", summary="The documents that answers come from", responses=errors())
    async def documents() -> JSONResponse:
        """Each with status, dates and number of clauses. `answers` are the statuses whose texts
        answer; the others are only offered apart."""
        service = asker.service
        counted = Counter(clause.document for clause in service.clauses)
        return JSONResponse(
            {
                "documents": [
                    {**described_wire(document), "clauses": counted[document.id]}
                    for document in service.documents
                ],
                "answers": sorted(status.value for status in service.answers),
                "index_fingerprint": service.fingerprint,
            }
        )

    @router.get(
        "/clauses/{reference:path}",
        summary="A clause, word for word",
        responses=errors(404, 422),
    )
    async def clause(reference: str, on: date | None = None) -> JSONResponse:
        """`document/clause`, or `document#clause` with the `#` as `%23`. A clause that stands
        in several wordings gives each, the one that holds on the day first."""
        found = asker.find(_full_form(reference), on)
        if not found:
            raise ApiError(404, "unknown_clause")
        service, day = asker.service, on or date.today()
        wordings = [
            {**_clause(document, clause), "answers": holds(document, clause, day, service.answers)}
            for document, clause in found
        ]
        return JSONResponse(
            {"reference": found[0][1].reference, "on": day.isoformat(), "wordings": wordings}
        )

    return router


def _full_form(reference: str) -> str:
    return reference if "#" in reference else reference.replace("/", "#", 1)


def _clause(document: Document, clause: Clause) -> dict[str, Wire]:
    first, last = validity(document, clause)
    return {
        "document": described_wire(document),
        "clause": clause.id,
        "label": clause.label,
        "title": clause.title,
        "headings": wire(clause.headings),
        "status": document.status.value,
        "valid_from": wire(first),
        "valid_to": wire(last),
        "text": document.text[clause.start : clause.end],
        "start": clause.start,
        "end": clause.end,
        "page": document.page(clause.start),
        "duties": wire(clause.duties),
    }
