"""The pages that are only read: a clause, the documents, and about the service."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.clause_view import clause_page
from bot.web.cookie import COOKIE
from bot.web.document_view import document_view, document_views, sections
from bot.web.pages import Site, day, words
from bot.web.refused import Refused
from corpus.status import Status


class ReadingPages:
    """Handlers that run on worker threads: looking a clause up walks the whole index."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def routes(self) -> list[Route]:
        return [
            Route("/punkt/{document}/{clause:path}", self.clause),
            Route("/dokument", self.documents),
            Route("/dokument/{document}", self.document),
            Route("/om", self.about),
        ]

    def clause(self, request: Request) -> Response:
        """A clause amid its neighbours. The chats' links lead here."""
        service = self._site.asker.service
        reference = f"{request.path_params['document']}#{request.path_params['clause']}"
        on = day_or_today(request)
        found = self._site.asker.find(reference, on)
        if not found:
            raise Refused("unknown_clause", 404)
        page = clause_page(found, service.clauses, on, words(request))
        named = on if request.query_params.get("on") else None
        return self._site.pages.draw(request, "clause.html", page=page, on=named)

    def documents(self, request: Request) -> Response:
        """Every document, those that answer first."""
        service = self._site.asker.service
        views = document_views(service, date.today(), words(request))
        return self._site.pages.draw(
            request,
            "documents.html",
            answering=[each for each in views if each.answers],
            apart=[each for each in views if not each.answers],
            examples_answer=Status.EXAMPLE in service.answers,
        )

    def document(self, request: Request) -> Response:
        """One document's facts and its contents."""
        service = self._site.asker.service
        wanted = request.path_params["document"]
        document = next((each for each in service.documents if each.id == wanted), None)
        if document is None:
            raise Refused("unknown_document", 404)
        say = words(request)
        own = [each for each in service.clauses if each.document == document.id]
        return self._site.pages.draw(
            request,
            "document.html",
            document=document_view(document, own, service.answers, date.today(), say),
            titles={each.id: each.title for each in service.documents},
            sections=sections(own, say),
        )

    def about(self, request: Request) -> Response:
        """What the service does, and what becomes of what people write."""
        settings = self._site.settings
        return self._site.pages.draw(
            request,
            "about.html",
            days=settings.keep_days,
            minutes=settings.thread_minutes,
            cookie=COOKIE,
        )


def day_or_today(request: Request) -> date:
    """The day that the address asks for. Raises Refused for one that cannot be read."""
    try:
        return day(request.query_params.get("on")) or date.today()
    except ValueError:
        raise Refused("bad_day", 400) from None
