"""What a surface said, read off the surface alone, in a form that all can be compared in."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from bot.answer_texts import ANSWER
from bot.standing import dates, standing
from bot.words import Words
from corpus.status import Status
from tests.bot.slack.world import elements as slack_buttons
from tests.bot.slack.world import shown
from tests.bot.teams.reading import addresses, elements, line, lines

_CLAUSE = re.compile(r"/punkt/([^/]+)/([^/?#]+)")
_NUMBERED = re.compile(r"\[\d+\] ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source in order: the whole quote (as words, since surfaces break lines their own way),
    the clause, and the words of its standing and dates."""

    clause: str
    quote: tuple[str, ...]
    standing: str
    dates: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One answer. ``overview`` are the clauses of the short list, ``page`` the filter of the
    page that it leads to; ``offered`` the clauses named when there is neither source nor list.
    """

    headline: str
    sources: tuple[Source, ...]
    overview: tuple[str, ...]
    page: str
    offered: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """An answer, its status where the surface tells it, and all its text with single spaces."""

    said: Said
    text: str
    status: str | None = None


def of_json(wire: Mapping[str, Any]) -> Heard:
    """The answer value, of the command line and of the API."""
    say = Words(wire["lang"], ANSWER)
    on = date.fromisoformat(wire["on"])
    found = wire["overview"]
    said = Said(
        headline=_plain(wire["headline"]),
        sources=tuple(_cited(each, on, say) for each in wire["citations"]),
        overview=tuple(each["reference"] for each in found["duties"]) if found else (),
        page=found["query"] if found else "",
        offered=frozenset(
            each["reference"] for each in wire["related"] if not (wire["citations"] or found)
        ),
    )
    whole = json.dumps(wire, ensure_ascii=False)
    return Heard(said=said, text=whole, status=wire["status"])


def _cited(citation: Mapping[str, Any], on: date, say: Words) -> Source:
    first, last = (
        date.fromisoformat(day) if (day := citation[key]) else None
        for key in ("valid_from", "valid_to")
    )
    days = (Status(citation["status"]), first, last, on, say)
    return Source(
        clause=citation["reference"],
        quote=tuple(citation["quote"].split()),
        standing=standing(*days),
        dates=dates(*days),
    )


def of_slack(message: Mapping[str, Any]) -> Heard:
    """A posted message."""
    clauses = [reference(each["url"]) for each in slack_buttons(dict(message), "open_clause")]
    quotes, places, listed, overview, page = [""], [], [], [], ""
    for block in message["blocks"]:
        if block["type"] == "context" and _NUMBERED.match(block["elements"][0]["text"]):
            places.append(block["elements"][1]["text"].split(" · "))
            quotes.append("")
        for part in block.get("elements", []):
            if part.get("type") == "rich_text_quote":
                quotes[-1] += "".join(run["text"] for run in part["elements"])
        links = _links(block)
        if pages := [each for each in links if "/ansvar?" in each]:
            page = filter_of(pages)
            overview = [reference(each) for each in links if each not in pages]
        else:
            listed += [reference(each) for each in links]
    sources = zip(clauses, quotes[:-1], places, strict=True)
    said = Said(
        headline=_plain(_first_bold(message)),
        sources=tuple(
            Source(clause=clause, quote=tuple(quote.split()), standing=stand, dates=days)
            for clause, quote, (stand, days) in sources
        ),
        overview=tuple(overview),
        page=page,
        offered=frozenset(() if clauses or page else listed),
    )
    return Heard(said=said, text=_plain(shown(dict(message))))


def _first_bold(message: Mapping[str, Any]) -> str:
    for block in message["blocks"]:
        if block["type"] == "rich_text":
            (run,) = block["elements"][0]["elements"]
            assert run["style"] == {"bold": True}
            return str(run["text"])
    (only,) = message["blocks"]
    return str(only["text"]["text"])


def _links(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["url"]] if value.get("type") == "link" else []
        return own + [url for each in value.values() for url in _links(each)]
    return [url for each in value for url in _links(each)] if isinstance(value, list) else []


def of_teams(card: Mapping[str, Any]) -> Heard:
    """An Adaptive Card."""
    sources: list[Source] = []
    quote: tuple[str, ...] = ()
    stand, days = "", ""
    for box in card["body"]:
        if box.get("style") == "emphasis":
            quote = tuple(" ".join(line(each) for each in box["items"]).split())
        elif box["type"] == "RichTextBlock" and len(box["inlines"]) == 3:
            stand, days = (run["text"] for run in box["inlines"][1:])
        elif box["type"] == "ActionSet":
            (opening,) = box["actions"]
            clause = reference(opening["url"])
            sources.append(
                Source(clause=clause, quote=quote, standing=stand, dates=days.removeprefix(" · "))
            )
    direct = [_linked(box) for box in card["body"] if box["type"] == "RichTextBlock"]
    links = [url for urls in direct for url in urls]
    pages = [url for url in addresses(dict(card)) if "/ansvar?" in url]
    folded = [_linked(box) for box in elements(_more(card)) if box["type"] == "RichTextBlock"]
    said = Said(
        headline=_plain(lines(dict(card))[0]),
        sources=tuple(sources),
        overview=tuple(reference(url) for url in links if "/punkt/" in url),
        page=filter_of(pages),
        offered=frozenset(
            reference(url) for urls in folded for url in urls if not sources and not pages
        ),
    )
    return Heard(said=said, text=_plain(" ".join(lines(dict(card)))))


def _linked(block: Mapping[str, Any]) -> list[str]:
    return [run["selectAction"]["url"] for run in block["inlines"] if run.get("selectAction")]


def _more(card: Mapping[str, Any]) -> dict[str, Any]:
    return next((each for each in card["body"] if each.get("id") == "more"), {})


def of_web(part: str) -> Heard:
    """The part of the page that holds the newest answer."""
    page = BeautifulSoup(part, "lxml")
    card = _one(page, ".card")
    pages = [str(each["href"]) for each in card.select("a[href*='/ansvar?']")]
    sources = tuple(_figure(each) for each in card.select("figure.source"))
    said = Said(
        headline=_plain(_one(card, ".headline").get_text()),
        sources=sources,
        overview=_references(card, ".overview a"),
        page=filter_of(pages),
        offered=frozenset(() if sources or pages else _references(card, ".related li a")),
    )
    return Heard(said=said, text=_plain(page.get_text(" ")), status=str(card["data-status"]))


def _figure(figure: Tag) -> Source:
    quote = _one(figure, "blockquote")
    for summary in quote.select("summary"):
        summary.extract()
    return Source(
        clause=_references(figure, ".go a[href*='/punkt/']")[0],
        quote=tuple(quote.get_text(" ").split()),
        standing=_plain(_one(figure, ".badge").get_text()),
        dates=_plain(_one(figure, ".standing .dates").get_text()),
    )


def _references(part: Tag, where: str) -> tuple[str, ...]:
    return tuple(reference(str(each["href"])) for each in part.select(where))


def _one(part: Tag, where: str) -> Tag:
    (found,) = part.select(where)
    return found


def reference(url: str) -> str:
    """``<document>#<clause>`` of a clause's page."""
    found = _CLAUSE.search(url)
    assert found is not None, url
    return f"{unquote(found[1])}#{unquote(found[2])}"


def filter_of(pages: Iterable[str]) -> str:
    """What the page of the responsibility matrix is filtered by, the language left out."""
    (page,) = list(pages) or [""]
    return re.sub(r"&?lang=\w\w", "", urlsplit(page).query)


def _plain(text: str) -> str:
    return " ".join(text.split())
