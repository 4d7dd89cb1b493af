"""The main menu, and addresses that keep the language."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from bot.addresses import clause_path
from bot.words import LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class NavItem:
    """An entry of the menu: ``key`` of its text and the ``path`` it leads to."""

    key: str
    path: str


NAVIGATION = (
    NavItem(key="nav.ask", path="/"),
    NavItem(key="nav.matrix", path="/ansvar"),
    NavItem(key="nav.compare", path="/jamfor"),
    NavItem(key="nav.findings", path="/luckor"),
    NavItem(key="nav.documents", path="/dokument"),
    NavItem(key="nav.timeline", path="/tidslinje"),
    NavItem(key="nav.about", path="/om"),
)


def address(path: str, lang: str, **query: str) -> str:
    """``path`` in the language; Swedish is what an address without ``lang`` gives."""
    if lang != LANGUAGES[0]:
        query["lang"] = lang
    return f"{path}?{urlencode(query)}" if query else path


def clause_address(reference: str, lang: str, on: date | None = None) -> str:
    """The clause's page, as of ``on`` where a day is given."""
    return address(clause_path(reference), lang, **({"on": on.isoformat()} if on else {}))


def document_address(document: str, lang: str) -> str:
    """The document's page."""
    return address(f"/dokument/{quote(document, safe='')}", lang)
