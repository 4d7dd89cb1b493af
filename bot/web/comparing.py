"""The page that compares two documents, or a document with a file that is not kept."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.addresses import clause_url
from bot.comparison.alone import TooDemanding, Upload, compare_alone
from bot.comparison.files import csv_bytes, workbook_bytes
from bot.comparison.reading import version
from bot.comparison.view import ComparisonView, Side, view
from bot.safe_text import one_line
from bot.web.compare_texts import COMPARE_PAGE
from bot.web.download import csv_file, workbook_file
from bot.web.pages import Site, language
from bot.web.reading_pages import day_or_today
from bot.web.refused import Refused
from bot.web.same_site import from_own_page
from bot.words import LANGUAGES, Words
from corpus.comparison import compare
from corpus.comparison.values import Version
from corpus.errors import AnsvarslotsError

MEGABYTES = 5
"""The largest file that is taken."""

BODY_KILOBYTES = (MEGABYTES + 1) * 1024
"""The largest form: the file and what stands around it."""

MOST_ROWS = 300
"""Rows of a list on one page."""

_AT_ONCE = 2
_PATIENCE = 10.0


class _Problem(Exception):  # noqa: N818 - the name says what it is
    """Why nothing is compared; told on the page, where the form still stands."""

    def __init__(self, text: str, status: int = 422) -> None:
        super().__init__(text)
        self.text = text
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chosen:
    """What the form holds: the ids of the two documents, empty where none is chosen."""

    old: str
    new: str
    on: date


class ComparingPages:
    """A few comparisons at a time: on worker threads, and of what somebody sends in processes
    of their own. Those that wait for a place hold no thread."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._places = asyncio.Semaphore(_AT_ONCE)

    def routes(self) -> list[Route]:
        return [
            Route("/jamfor", self.chosen),
            Route("/jamfor", self.uploaded, methods=["POST"]),
            Route("/jamfor.xlsx", self.workbook),
            Route("/jamfor.csv", self.csv),
        ]

    async def chosen(self, request: Request) -> Response:
        """Two documents of the index, by the address."""
        chosen = _chosen(request)
        if not chosen.old and not chosen.new:
            return self._page(request, chosen)
        try:
            seen = await self._compared(request, chosen)
            return await run_in_threadpool(self._page, request, chosen, seen)
        except _Problem as problem:
            return self._page(request, chosen, problem=problem)

    async def uploaded(self, request: Request) -> Response:
        """A document of the index and a file. Nothing of the file is kept."""
        if not from_own_page(request.headers, self._site.settings.public_url):
            raise Refused("other_site", 403)
        say = _words(request)
        async with request.form(max_files=1, max_fields=10) as form:
            old, file = form.get("old"), form.get("file")
            chosen = _Chosen(old=old if isinstance(old, str) else "", new="", on=date.today())
            try:
                if not isinstance(file, UploadFile) or not file.filename or not chosen.old:
                    raise _Problem(say("compare.problem.no_file"))
                content = await file.read(MEGABYTES * 1024 * 1024 + 1)
                if len(content) > MEGABYTES * 1024 * 1024:
                    raise _Problem(say("compare.problem.too_large", megabytes=MEGABYTES), 413)
                seen = await self._with_file(request, chosen, file.filename, content)
            except _Problem as problem:
                return self._page(request, chosen, problem=problem)
        return await run_in_threadpool(self._page, request, chosen, seen)

    async def workbook(self, request: Request) -> Response:
        """The same as a workbook."""
        seen = await self._for_file(request)
        page_of = partial(self._page_of, on=_chosen(request).on)
        made = await run_in_threadpool(workbook_bytes, seen, page_of, date.today())
        return workbook_file(made, "jamforelse")

    async def csv(self, request: Request) -> Response:
        """The same as CSV."""
        made = await run_in_threadpool(csv_bytes, await self._for_file(request))
        return csv_file(made, "jamforelse")

    async def _for_file(self, request: Request) -> ComparisonView:
        try:
            return await self._compared(request, _chosen(request))
        except _Problem as problem:
            raise Refused("not_read", problem.status) from problem

    async def _compared(self, request: Request, chosen: _Chosen) -> ComparisonView:
        say = _words(request)
        if not (chosen.old and chosen.new):
            raise _Problem(say("compare.problem.choose"))
        async with self._place(say):
            return await run_in_threadpool(self._two, chosen, say)

    def _two(self, chosen: _Chosen, say: Words) -> ComparisonView:
        old, new = (self._version(id, chosen.on, say) for id in (chosen.old, chosen.new))
        return view(compare(old, new), chosen.on, say.lang)

    async def _with_file(
        self, request: Request, chosen: _Chosen, filename: str, content: bytes
    ) -> ComparisonView:
        say = _words(request)
        upload = Upload(
            old=self._version(chosen.old, chosen.on, say),
            content=content,
            name=_name(filename),
            on=chosen.on,
            lang=say.lang,
        )
        async with self._place(say):
            try:
                return await run_in_threadpool(compare_alone, upload)
            except AnsvarslotsError as error:
                raise _Problem(error.text(say.lang)) from error
            except TooDemanding as error:
                key = "too_long" if error.too_long else "too_demanding"
                raise _Problem(say(f"compare.problem.{key}"), 413) from error

    def _version(self, id: str, on: date, say: Words) -> Version:
        service = self._site.asker.service
        documents = [document for document in service.documents if document.id == id]
        if not documents:
            raise _Problem(say("compare.problem.unknown"), 404)
        return version(documents, service.clauses, on)

    @asynccontextmanager
    async def _place(self, say: Words) -> AsyncIterator[None]:
        """One of the few places; a comparison is a second's whole work of a processor."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._places.acquire()
        except TimeoutError:
            raise _Problem(say("compare.problem.busy"), 503) from None
        try:
            yield
        finally:
            self._places.release()

    def _page_of(self, side: Side, on: date) -> str:
        return clause_url(self._site.settings.public_url, side.reference, on)

    def _page(
        self,
        request: Request,
        chosen: _Chosen,
        seen: ComparisonView | None = None,
        problem: _Problem | None = None,
    ) -> Response:
        lang = language(request)
        query = {"old": chosen.old, "new": chosen.new}
        if request.query_params.get("on"):
            query["on"] = chosen.on.isoformat()
        if lang != LANGUAGES[0]:
            query["lang"] = lang
        documents = self._site.asker.service.documents
        return self._site.pages.draw(
            request,
            "compare.html",
            status=problem.status if problem else 200,
            m=_words(request),
            documents=[(each.id, one_line(each.title)) for each in documents],
            known=frozenset(each.id for each in documents) if chosen.new else {chosen.old},
            chosen=chosen,
            seen=seen,
            problem=problem.text if problem else None,
            files=urlencode(query) if chosen.new else None,
            most=MOST_ROWS,
            megabytes=MEGABYTES,
        )


def _chosen(request: Request) -> _Chosen:
    asked = request.query_params
    return _Chosen(old=asked.get("old", ""), new=asked.get("new", ""), on=day_or_today(request))


def _words(request: Request) -> Words:
    return Words(language(request), COMPARE_PAGE)


def _name(filename: str) -> str:
    """What the file is called here. Only the ending says anything: the rest may hold a path, or
    be too long for a disk."""
    ending = PurePosixPath(filename.replace("\\", "/")).suffix.lower()[:8]
    return f"fil{ending}" if ending.isprintable() else "fil"
