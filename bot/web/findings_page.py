"""The page of gaps and conflicts in the documents."""

import threading
from collections.abc import Mapping
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.cli.places import default_corpus
from bot.findings.view import view
from bot.web.compare_texts import COMPARE_PAGE
from bot.web.pages import Site, language
from bot.web.reading_pages import day_or_today
from bot.words import Words
from corpus.errors import BrokenFindings
from corpus.findings import check
from corpus.findings.accepted import Accepted, read_accepted
from corpus.findings.values import Finding
from corpus.validity import within


class FindingsPage:
    """The check is made once for each index and day: it reads every document."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._lock = threading.Lock()
        self._made: tuple[tuple[str, date], tuple[Finding, ...]] | None = None

    def routes(self) -> list[Route]:
        return [Route("/luckor", self.findings)]

    def findings(self, request: Request) -> Response:
        """What there is to look at, and what somebody has said is intended."""
        say = Words(language(request), COMPARE_PAGE)
        on = day_or_today(request)
        accepted, problem = self._accepted(say)
        service = self._site.asker.service
        counted = (len(service.documents), len(service.clauses))
        return self._site.pages.draw(
            request,
            "findings.html",
            m=say,
            problem=problem,
            view=view(self._findings(on), accepted, counted, on, say.lang),
        )

    def _findings(self, on: date) -> tuple[Finding, ...]:
        service = self._site.asker.service
        key = (service.fingerprint, on)
        with self._lock:
            if self._made is None or self._made[0] != key:
                held = [c for c in service.clauses if within(c.valid_from, c.valid_to, on)]
                self._made = (key, check(service.documents, held))
            return self._made[1]

    def _accepted(self, say: Words) -> tuple[Mapping[str, Accepted], str | None]:
        """What is noted beside the documents. Notes that cannot be read hide nothing."""
        try:
            return read_accepted(default_corpus(self._site.settings)), None
        except BrokenFindings as error:
            return {}, error.text(say.lang)
