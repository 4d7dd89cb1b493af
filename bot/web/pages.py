"""Pages drawn from templates: every page has the menu, the language and the addresses."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from bot.asking.asker import Asker
from bot.settings import BotSettings
from bot.web.navigation import NAVIGATION, address, clause_address, document_address
from bot.web.quoting import lines_of
from bot.web.texts import WEB
from bot.web.thread_memory import ThreadMemory
from bot.words import LANGUAGES, Words
from corpus.matrix import MatrixFilter

_KEPT = frozenset({"on", "roles", "old", "new", *(field.name for field in fields(MatrixFilter))})
"""What of an address is the same in another language."""

STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every page handler needs."""

    asker: Asker
    settings: BotSettings
    memory: ThreadMemory
    pages: "Pages"


class Pages:
    """Templates, made ready once. Everything put into one is escaped.

    ``base`` is the path of the public address, where the page is not at the top of its host;
    whatever stands in front of the program takes it off again.
    """

    def __init__(self, public_url: str) -> None:
        self.base = urlsplit(public_url).path.rstrip("/")
        self._templates = Environment(
            loader=PackageLoader("bot.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["lines_of"] = lines_of
        self._templates.tests["web_address"] = _is_web_address
        self._versions = {file.name: _digest(file) for file in STATIC.iterdir() if file.is_file()}

    def draw(
        self,
        request: Request,
        template: str,
        *,
        status: int = 200,
        **values: object,
    ) -> HTMLResponse:
        """``template`` in the language that the request's address asks for."""
        lang = language(request)
        say = Words(lang, WEB)
        html = self._templates.get_template(template).render(
            lang=lang,
            say=say,
            navigation=NAVIGATION,
            path=request.url.path,
            link=self._from_base(address, lang),
            clause_link=self._from_base(clause_address, lang),
            document_link=self._from_base(document_address, lang),
            other_lang=next(each for each in LANGUAGES if each != lang),
            other_language=self.base + _in_other_language(request, lang),
            asset=self._asset,
            base=self.base,
            **values,
        )
        return HTMLResponse(html, status_code=status, headers={"Content-Language": lang})

    def _from_base(self, address_of: Callable[..., str], lang: str) -> Callable[..., str]:
        return lambda *args, **query: self.base + address_of(*args, lang=lang, **query)

    def _asset(self, name: str) -> str:
        """The file's address, another one whenever it changes, so that it can be kept long."""
        return f"{self.base}/static/{name}?v={self._versions[name]}"


def language(request: Request) -> str:
    """The language of the address: Swedish unless another one is asked for."""
    return Words(request.query_params.get("lang", ""), WEB).lang


def words(request: Request) -> Words:
    """The page's own words in the language of the address."""
    return Words(language(request), WEB)


def day(given: str | None) -> date | None:
    """The day in ``given``, None where nothing is given. Raises ValueError."""
    return date.fromisoformat(given.strip()) if given and given.strip() else None


def _in_other_language(request: Request, lang: str) -> str:
    """The same page in the other language, with the day and what is filtered; what a form was
    sent to becomes the page it is on."""
    path = request.url.path if request.method in ("GET", "HEAD") else "/"
    kept = [(key, value) for key, value in request.query_params.multi_items() if key in _KEPT]
    other = next(each for each in LANGUAGES if each != lang)
    if other != LANGUAGES[0]:
        kept.append(("lang", other))
    return f"{path}?{urlencode(kept)}" if kept else path


def _is_web_address(text: str) -> bool:
    return urlsplit(text).scheme in ("http", "https")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12]
