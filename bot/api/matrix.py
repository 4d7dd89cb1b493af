"""The responsibility matrix: who carries what, with the words that say so."""

from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from bot.api.errors import ApiError, spoken
from bot.api.wire import errors
from bot.asking.asker import Asker
from bot.matrix.wire import matrix_wire
from corpus.errors import BadFilter
from corpus.matrix import MatrixFilter
from retrieval.board import dated_board

_Schema = dict[str, Any]
_TEXTS: _Schema = {"schema": {"type": "array", "items": {"type": "string"}}, "explode": True}
_TEXT: _Schema = {"schema": {"type": "string"}}
_DAY: _Schema = {"schema": {"type": "string", "format": "date"}}
_FILTERS = {
    "document": (_TEXTS, "Only these documents, by id."),
    "status": (_TEXTS, "Only documents of these statuses, whether or not they answer."),
    "on": (_DAY, "The day, otherwise today."),
    "party": (
        _TEXTS,
        "Only these: `municipality`, `region`, `both`, `individual`, `other`, `nobody` or a role.",
    ),
    "phase": (_TEXTS, "Only these phases: `start`, `takeover`, `transfer` …"),
    "topic": (_TEXT, "Only under headings with these words."),
    "find": (_TEXT, "Only where all of these words stand, whatever their case and accents."),
}
_PARAMETERS = [
    {"name": name, "in": "query", "required": False, "description": told, **schema}
    for name, (schema, told) in _FILTERS.items()
]


def matrix_routes(asker: Asker) -> APIRouter:
    """``GET /api/matrix``."""
    router = APIRouter(prefix="/api", tags=["ansvar"])

    @router.get(
        "/matrix",
        summary="Who is responsible for what, task by task",
        responses=errors(422),
        openapi_extra={"parameters": _PARAMETERS},
    )
    def matrix(request: Request) -> JSONResponse:
        """Every duty under the documents' own headings, in the column of who carries it; with
        its span in the document's text and its quote. Without `document` and `status`: what
        answers on the day. The filters are those of the page `/ansvar`."""
        lang, service = spoken(request), asker.service
        try:
            asked = MatrixFilter.parse(request.query_params.multi_items())
        except BadFilter as error:
            raise ApiError(422, "bad_filter", reason=error.text(lang)) from error
        dated = dated_board(
            service.documents, service.clauses, service.answers, asked, date.today()
        )
        return JSONResponse(matrix_wire(dated, lang))

    return router
