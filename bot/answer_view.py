"""An answer in words, before any surface draws it.

Terminal, web page, Slack and Teams all draw this value, so that they say the same. It holds
text only: no markup, and nothing that steers a screen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.addresses import matrix_path
from bot.answer_texts import ANSWER
from bot.carrying import carrier, laid_on, on_condition, party_name
from bot.safe_text import one_line, safe
from bot.standing import marked, standing
from bot.words import Words
from corpus.party import Party, Principal
from corpus.status import Status
from retrieval.answer import (
    Answer,
    AnswerStatus,
    Citation,
    Overview,
    OverviewDuty,
    PartyAnswer,
    Related,
)
from retrieval.texts import say as answer_text

HEADING_LIMIT = 120
EXCERPT_LIMIT = 160

_URGENT = ("danger", "danger_note")
_ANYBODY = Party(principal=Principal.OTHER)
_BARE_NUMBER = re.compile(r"[A-Za-z]?\d+(?:\.\d+)*[a-z]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A citation: the quote in three parts (``decisive`` is the deciding sentence), then where
    it stands, its standing in capitals and its dates. ``in_force``: it binds on the day.

    ``before + decisive + after`` is the quote, made harmless one character for one.
    """

    number: int
    reference: str
    before: str
    decisive: str
    after: str
    document_title: str
    clause_name: str
    page: int | None
    place: str
    standing: str
    dates: str
    in_force: bool
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferView:
    """A related clause: its name and, where it has no heading, how it begins."""

    reference: str
    name: str
    excerpt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferGroup:
    """Related clauses of one document. ``apart``: they do not answer on the day."""

    document_title: str
    standing: str
    in_force: bool
    apart: bool
    offers: tuple[OfferView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewLine:
    """One duty in words, the clause that it stands in, and that clause's standing."""

    text: str
    clause_name: str
    standing: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """A short list of duties. ``more`` is what a link to ``path`` says: the page, below the
    public address, that shows all of them. ``documents`` gives each document's standing and
    dates, to be drawn below the list."""

    title: str
    lines: tuple[OverviewLine, ...]
    documents: tuple[str, ...]
    more: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """The whole answer in words. ``carried`` says who does what, where there is more than one
    to name; its number in brackets is a source's. ``urgent`` is about danger to life and is
    drawn before all else; ``alarm``: so is the headline. ``foot`` gives the day and the index.
    ``overview`` is drawn right below the headline, where there is one."""

    status: AnswerStatus
    lang: str
    alarm: bool
    urgent: tuple[str, ...]
    headline: str
    carried: tuple[str, ...]
    sources: tuple[SourceView, ...]
    notes: tuple[str, ...]
    related: tuple[OfferGroup, ...]
    foot: str | None
    overview: OverviewView | None = None


def view(answer: Answer, lang: str | None = None) -> AnswerView:
    """``answer`` in its own language; ``lang`` draws what stands around it in another."""
    say = Words(lang or answer.lang, ANSWER)
    several = len(answer.parties) > 1 or answer.status is AnswerStatus.SHARED
    shown = bool(answer.citations or answer.related)
    urgent = {answer_text(key, answer.lang) for key in _URGENT}
    return AnswerView(
        status=answer.status,
        lang=say.lang,
        alarm=answer.headline in urgent,
        urgent=tuple(safe(note) for note in answer.notes if note in urgent),
        headline=one_line(answer.headline),
        carried=tuple(_carried(each, say) for each in _alike(answer.parties)) if several else (),
        sources=tuple(
            _source(number, citation, answer, say)
            for number, citation in enumerate(answer.citations, start=1)
        ),
        notes=tuple(safe(note) for note in answer.notes if note not in urgent),
        related=(*_groups(answer, say, apart=False), *_groups(answer, say, apart=True)),
        foot=say("answer.asked_day", on=answer.on, fingerprint=answer.index_fingerprint[:8])
        if shown
        else None,
        overview=_overview(answer.overview, answer.on, say) if answer.overview else None,
    )


def _overview(overview: Overview, on: date, say: Words) -> OverviewView:
    return OverviewView(
        title=say("overview.title"),
        lines=tuple(_overview_line(each, on, say) for each in overview.duties),
        documents=tuple(dict.fromkeys(_dated(each, on, say) for each in overview.duties)),
        more=say("overview.more", total=overview.total),
        path=matrix_path(overview.query, say.lang),
    )


def _dated(duty: OverviewDuty, on: date, say: Words) -> str:
    """The document that a duty stands in, its standing and its dates."""
    mark = marked(duty.status, duty.valid_from, duty.valid_to, on, say)
    return f"{one_line(duty.document_title)}: {mark.words} · {mark.dates}"


def _overview_line(duty: OverviewDuty, on: date, say: Words) -> OverviewLine:
    names = [party_name(party, say) for party in duty.parties] or [say("overview.nobody")]
    condition = f" ({on_condition(duty.condition, say)})" if duty.condition else ""
    return OverviewLine(
        text=f"{laid_on(names, duty, say)}{condition}",
        clause_name=clause_name(duty.label, duty.title, say),
        standing=standing(duty.status, duty.valid_from, duty.valid_to, on, say),
        reference=duty.reference,
    )


def _alike(parties: Sequence[PartyAnswer]) -> list[list[PartyAnswer]]:
    """The parties that carry the same thing together, in the answer's order."""
    alike: dict[PartyAnswer, list[PartyAnswer]] = {}
    for each in parties:
        alike.setdefault(replace(each, party=_ANYBODY), []).append(each)
    return list(alike.values())


def _carried(alike: Sequence[PartyAnswer], say: Words) -> str:
    answer = alike[0]
    what = laid_on([carrier(each, say) for each in alike], answer, say)
    details = [say(f"phase.{answer.phase}")] if answer.phase != "always" else []
    if answer.condition:
        details.append(on_condition(answer.condition, say))
    tail = f" ({'; '.join(details)})" if details else ""
    return f"{what}{tail} [{answer.citation + 1}]"


def _source(number: int, citation: Citation, answer: Answer, say: Words) -> SourceView:
    start, end = citation.decisive
    quote = safe(citation.quote)
    title = one_line(citation.document_title)
    name = clause_name(citation.label, citation.title, say)
    parts = [title, name]
    if citation.page is not None:
        parts.append(say("place.page", page=citation.page))
    mark = marked(citation.status, citation.valid_from, citation.valid_to, answer.on, say)
    return SourceView(
        number=number,
        reference=citation.reference,
        before=quote[:start],
        decisive=quote[start:end],
        after=quote[end:],
        document_title=title,
        clause_name=name,
        page=citation.page,
        place=", ".join(parts),
        standing=mark.words,
        dates=mark.dates,
        in_force=mark.binds,
        url=one_line(citation.url) if citation.url else None,
    )


def clause_name(label: str, title: str | None, say: Words) -> str:
    """``punkt 3.16 Såromläggning``; a paragraph sign or a heading stands for itself."""
    label = shortened(one_line(label), HEADING_LIMIT)
    if _BARE_NUMBER.fullmatch(label):
        label = say("place.clause", label=label)
    heading = one_line(title) if title else ""
    return label if not heading or heading in label else f"{label} {heading}"


def _groups(answer: Answer, say: Words, *, apart: bool) -> Iterator[OfferGroup]:
    """The clauses of one document together; the document of the best clause first."""
    found: dict[tuple[str, str, Status], list[Related]] = {}
    for each in answer.related:
        if each.apart is apart:
            found.setdefault((each.document, each.document_title, each.status), []).append(each)
    for (_, title, status), clauses in found.items():
        yield OfferGroup(
            document_title=one_line(title),
            standing=say(f"standing.{status}"),
            in_force=status is Status.IN_FORCE,
            apart=apart,
            offers=tuple(_offer(clause, say) for clause in clauses),
        )


def _offer(clause: Related, say: Words) -> OfferView:
    excerpt = None if clause.title else shortened(one_line(clause.excerpt), EXCERPT_LIMIT)
    return OfferView(
        reference=clause.reference,
        name=clause_name(clause.label, clause.title, say),
        excerpt=excerpt,
    )


def shortened(text: str, limit: int) -> str:
    """``text`` cut at a word within ``limit`` characters, with an ellipsis where it was cut."""
    if len(text) <= limit:
        return text
    kept = text[:limit].rsplit(" ", 1)[0]
    return f"{kept} …"
