"""The question page, and what its forms send: a question, a verdict, a new start."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.asking.errors import AskingError, TooManyQuestions
from bot.asking.values import Feedback, Incoming, Reason, Surface, Verdict
from bot.question_length import LONGEST
from bot.safe_text import safe
from bot.web.answer_card import answer_card
from bot.web.cookie import forget_thread, new_thread, set_thread, thread_of
from bot.web.document_view import document_views
from bot.web.navigation import address
from bot.web.pages import Site, day, language, words
from bot.web.refused import Refused
from bot.web.same_site import from_own_page
from retrieval.redact import redact

PART = "X-Part"
"""Our own script sends this header and gets the new part of the page alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong with a form, shown where it was sent: at the question, or at the
    feedback of the answer ``answer``. The question is given back, masked, and the day."""

    text: str
    status: int
    answer: str | None = None
    question: str = ""
    on: str = ""


class AskingPages:
    """Handlers on the event loop: the asker itself moves the work to its threads."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._secure = site.settings.public_url.startswith("https:")

    def routes(self) -> list[Route]:
        return [
            Route("/", self.start),
            Route("/fraga", self.ask, methods=["POST"]),
            Route("/omdome", self.judge, methods=["POST"]),
            Route("/borja-om", self.start_over, methods=["POST"]),
        ]

    async def start(self, request: Request) -> Response:
        """The question page with the thread so far."""
        return self._page(request)

    async def ask(self, request: Request) -> Response:
        """Answer a question; then, without script, back to the page at the new answer."""
        form = await self._form(request)
        text, on = _text(form, "question"), _text(form, "on")
        name = thread_of(request) or new_thread()
        try:
            incoming = Incoming(
                text=text,
                surface=Surface.WEB,
                user=name,
                thread=name,
                lang=language(request),
                on=day(on),
            )
        except ValueError:
            problem = words(request)("error.bad_day")
            return self._problem(request, Problem(text=problem, status=422, question=text, on=on))
        try:
            reply = await self._site.asker.ask(incoming)
        except AskingError as error:
            return self._not_taken(request, error, question=text, on=on)
        turn = self._site.memory.add(name, reply)
        response: Response
        if _wants_part(request):
            response = self._site.pages.draw(
                request, "_turn.html", card=answer_card(turn, date.today())
            )
        else:
            response = self._back(request, turn.number)
        set_thread(response, name, secure=self._secure)
        return response

    async def judge(self, request: Request) -> Response:
        """Keep what somebody thought of an answer."""
        form = await self._form(request)
        feedback = _feedback(form, thread_of(request))
        if feedback is None:
            problem = Problem(
                text=words(request)("error.no_verdict"), status=422, answer=_text(form, "answer")
            )
            return self._problem(request, problem)
        try:
            await self._site.asker.give_feedback(feedback)
        except AskingError as error:
            return self._not_taken(request, error, answer=feedback.id)
        turn = self._site.memory.judged(thread_of(request), feedback.id, feedback.verdict)
        if _wants_part(request):
            return self._site.pages.draw(request, "_thanks.html", verdict=feedback.verdict)
        return self._back(request, turn.number if turn else None)

    async def start_over(self, request: Request) -> Response:
        """Forget the thread."""
        await self._form(request)
        self._site.memory.forget(thread_of(request))
        response = self._back(request, None)
        forget_thread(response, secure=self._secure)
        return response

    async def _form(self, request: Request) -> FormData:
        if not from_own_page(request.headers, self._site.settings.public_url):
            raise Refused("other_site", 403)
        return await request.form(max_files=0)

    def _back(self, request: Request, number: int | None) -> Response:
        """To the question page, where the browser may be reloaded without asking again."""
        place = f"#svar-{number}" if number else ""
        start = address(f"{self._site.pages.base}/", language(request))
        return RedirectResponse(f"{start}{place}", status_code=303)

    def _not_taken(self, request: Request, error: AskingError, **place: str) -> Response:
        given = Problem(text=error.text(language(request)), status=error.status, **place)
        response = self._problem(request, given)
        if isinstance(error, TooManyQuestions):
            response.headers["Retry-After"] = str(error.seconds)
        return response

    def _problem(self, request: Request, problem: Problem) -> Response:
        if _wants_part(request):
            return self._site.pages.draw(
                request, "_problem.html", status=problem.status, text=problem.text
            )
        return self._page(request, problem)

    def _page(self, request: Request, problem: Problem | None = None) -> Response:
        today = date.today()
        turns = self._site.memory.turns(thread_of(request))
        cards = [answer_card(turn, today) for turn in turns]
        lost = problem and problem.answer and problem.answer not in {card.id for card in cards}
        return self._site.pages.draw(
            request,
            "ask.html",
            status=problem.status if problem else 200,
            cards=cards,
            documents=()
            if cards
            else document_views(self._site.asker.service, today, words(request)),
            problem=problem,
            at_question=bool(problem and (lost or not problem.answer)),
            # What was typed is given back masked: it is shown, and anything shown is masked.
            typed=safe(redact(problem.question).text) if problem else "",
        )


def _wants_part(request: Request) -> bool:
    return PART in request.headers


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _feedback(form: FormData, user: str | None) -> Feedback | None:
    """The verdict in ``form``; None when it holds none that we know."""
    comment = _text(form, "comment")
    try:
        if len(comment) > LONGEST:
            raise Refused("not_read", 422)
        return Feedback(
            id=_text(form, "answer"),
            verdict=Verdict(_text(form, "verdict")),
            surface=Surface.WEB,
            user=user,
            reasons=_reasons(form.getlist("reason")),
            comment=comment,
        )
    except ValueError:
        return None


def _reasons(given: Sequence[object]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(Reason(str(each)) for each in given))
