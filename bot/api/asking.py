"""Questions and feedback."""

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from bot.answer_json import fields_wire
from bot.api.errors import spoken
from bot.api.examples import ANSWERED
from bot.api.wire import AskRequest, FeedbackRequest, errors
from bot.asking.asker import Asker
from bot.asking.values import Feedback, Incoming, Surface

_NOT_KEPT = {"Cache-Control": "no-store"}


def asking_routes(asker: Asker) -> APIRouter:
    """``POST /api/ask`` and ``POST /api/feedback``."""
    router = APIRouter(prefix="/api", tags=["frågor"])

    @router.post(
        "/ask",
        summary="Answer a question",
        responses={200: ANSWERED, **errors(400, 408, 413, 415, 422, 429)},
    )
    async def ask(asked: AskRequest, request: Request) -> JSONResponse:
        """The answer value, with its `id` for feedback, the earlier question it `followed`, and
        whether it was `stored`: feedback to an answer that was not cannot be kept."""
        request.state.lang = lang = asked.lang or spoken(request)
        reply = await asker.ask(
            Incoming(
                text=asked.question,
                surface=Surface.API,
                user=asked.user,
                thread=asked.thread,
                lang=lang,
                on=asked.on,
            )
        )
        told = {"id": reply.id, "followed": reply.followed, "stored": reply.stored}
        return JSONResponse({**told, **fields_wire(reply.answer)}, headers=_NOT_KEPT)

    @router.post(
        "/feedback",
        status_code=204,
        summary="Say what you thought of an answer",
        responses=errors(400, 404, 408, 413, 415, 422, 503),
    )
    async def feedback(given: FeedbackRequest) -> None:
        """Kept beside the masked question; a comment is masked too."""
        await asker.give_feedback(
            Feedback(
                id=given.id,
                verdict=given.verdict,
                surface=Surface.API,
                user=given.user,
                reasons=given.reasons,
                comment=given.comment,
            )
        )

    return router
