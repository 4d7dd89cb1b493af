"""Whether the program lives, whether it is ready, and its figures."""

from fastapi import APIRouter, Request, Response
from starlette.responses import JSONResponse

from bot.api.language import wanted
from bot.api.texts import API
from bot.asking.asker import Asker
from bot.asking.counts import CONTENT_TYPE
from bot.asking.index_watch import IndexWatch
from bot.words import Words


def health_routes(asker: Asker, watch: IndexWatch) -> APIRouter:
    """``GET /healthz``, ``/readyz`` and ``/metrics``."""
    router = APIRouter(tags=["drift"])

    @router.get("/healthz", summary="Whether the process answers at all")
    async def healthz() -> dict[str, str]:
        return {"status": "live"}

    @router.get(
        "/readyz",
        summary="Whether everything works",
        responses={503: {"description": "The store cannot be written; questions are answered."}},
    )
    async def readyz(request: Request) -> JSONResponse:
        """503 with `reasons` when the store cannot be written. A refused index is told in
        `warnings`: the one before it answers."""
        say = Words(wanted(request), API)
        warnings = []
        if watch.refused is not None:
            warnings.append(say("ready.index_refused", reason=watch.refused.text(say.lang)))
        writable = await asker.store_writable()
        body = {
            "status": "ready" if writable else "impaired",
            "index_fingerprint": asker.service.fingerprint,
            "reasons": [] if writable else [say("ready.store_down")],
            "warnings": warnings,
        }
        return JSONResponse(body, 200 if writable else 503)

    @router.get("/metrics", summary="Figures in Prometheus' text form", response_class=Response)
    async def metrics() -> Response:
        return Response(asker.counts.text(asker.under_way), media_type=CONTENT_TYPE)

    return router
