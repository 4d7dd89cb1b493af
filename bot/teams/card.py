"""An answer as an Adaptive Card: the party first, the quote, its source, the buttons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from microsoft_teams.cards import (
    Action,
    ActionSet,
    AdaptiveCard,
    CardElement,
    Container,
    OpenUrlAction,
    TeamsCardProperties,
    ToggleVisibilityAction,
)

from bot.answer_texts import ANSWER
from bot.answer_view import AnswerView, OfferGroup, SourceView, shortened, view
from bot.asking.values import Reply
from bot.safe_text import one_line
from bot.teams.card_text import block, paragraphs, run
from bot.teams.feedback_card import thumbs
from bot.teams.quote_cut import cut
from bot.teams.texts import TEAMS
from bot.web.navigation import clause_address
from bot.words import Words

VERSION: Final = "1.5"
"""The newest that every Teams client draws."""

MORE = "more"
"""Id of the folded list of further clauses."""

BUTTON_LIMIT = 60
_WORDS = {**ANSWER, **TEAMS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much of an answer there is room for: counts of lines, and characters in a line and
    in each quote."""

    related: int = 20
    carried: int = 20
    notes: int = 10
    sources: int = 10
    line: int = 2_000
    quote: int = 20_000


FULL = Room()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What a card is drawn from besides its room."""

    reply: Reply
    seen: AnswerView
    say: Words
    public_url: str

    def address(self, reference: str) -> str:
        """The web page of a clause."""
        return f"{self.public_url}{clause_address(reference, self.say.lang)}"


def drawing(reply: Reply, lang: str, public_url: str) -> Drawing:
    """What the card of ``reply`` is drawn from, in ``lang``."""
    return Drawing(
        reply=reply,
        seen=view(reply.answer, lang),
        say=Words(lang, _WORDS),
        public_url=public_url,
    )


def draw(found: Drawing, room: Room = FULL) -> AdaptiveCard:
    """The card, with as much as ``room`` lets in."""
    first = [*found.seen.urgent, shortened(found.seen.headline, room.line)]
    body: list[CardElement] = [block(run(line, bold=True, large=True)) for line in first]
    body += _followed(found, room)
    body += _carried(found, room)
    for source in found.seen.sources[: room.sources]:
        body += _source(source, found, room)
    body += [
        block(run(shortened(each, room.line)), apart=number == 0)
        for number, each in enumerate(found.seen.notes[: room.notes])
    ]
    if _left_out(found.seen, room):
        body.append(block(run(found.say("card.left_out"), subtle=True)))
    groups = _within(found.seen.related, room.related)
    body += _related(groups, found, room)
    if found.seen.foot:
        body.append(block(run(found.seen.foot, subtle=True), apart=True))
    if not found.reply.stored:
        body.append(block(run(found.say("card.unstored"), subtle=True)))
    return AdaptiveCard(
        version=VERSION,
        lang=found.say.lang,
        fallback_text=" ".join(first),
        msteams=TeamsCardProperties(width="full"),
        body=body,
        actions=list(_actions(found, bool(groups))),
    )


def _followed(found: Drawing, room: Room) -> Iterator[CardElement]:
    if found.reply.followed:
        question = shortened(one_line(found.reply.followed), min(room.line, 200))
        yield block(run(found.say("card.followed", question=question), subtle=True))


def _carried(found: Drawing, room: Room) -> Iterator[CardElement]:
    """Who does what; for an overview the short list, with links to the clauses and to all."""
    overview = found.seen.overview
    if overview is None:
        for each in found.seen.carried[: room.carried]:
            yield block(run(shortened(each, room.line)))
        return
    yield block(run(overview.title, bold=True), apart=True)
    for line in overview.lines[: room.carried]:
        name = run(line.clause_name, address=found.address(line.reference))
        standing = run(f" · {line.standing}", subtle=True)
        yield block(run(f"{shortened(line.text, room.line)} – "), name, standing)
    for document in overview.documents:
        yield block(run(shortened(document, room.line), subtle=True))
    yield block(run(overview.more, address=f"{found.public_url}{overview.path}"))


def _source(source: SourceView, found: Drawing, room: Room) -> Iterator[CardElement]:
    quote = cut(source, room.quote)
    runs = [run(quote.before), run(quote.decisive, bold=True, marked=True), run(quote.after)]
    items: list[CardElement] = [*paragraphs(runs)]
    if quote.cut:
        items.append(block(run(found.say("card.cut"), subtle=True)))
    yield Container(style="emphasis", spacing="Medium", items=items)
    label = found.say("card.source", number=source.number)
    yield block(
        run(f"{label}: {shortened(source.place, room.line)} · ", subtle=True),
        run(source.standing, bold=True),
        run(f" · {source.dates}", subtle=True),
    )
    several = len(found.seen.sources) > 1
    title = found.say("card.open_named", clause=source.clause_name) if several else None
    yield ActionSet(
        actions=[
            OpenUrlAction(
                title=shortened(title or found.say("card.open"), BUTTON_LIMIT),
                url=found.address(source.reference),
            )
        ]
    )


def _related(groups: Sequence[OfferGroup], found: Drawing, room: Room) -> Iterator[CardElement]:
    if not groups:
        return
    items: list[CardElement] = []
    told = ""
    for group in groups:
        heading = found.say("answer.apart" if group.apart else "answer.related")
        if heading != told:
            items.append(block(run(heading, bold=True), apart=True))
            told = heading
        title = shortened(group.document_title, room.line)
        items.append(block(run(f"{title} · ", subtle=True), run(group.standing, bold=True)))
        for offer in group.offers:
            runs = [run(offer.name, address=found.address(offer.reference))]
            if offer.excerpt:
                runs.append(run(f" – {offer.excerpt}", subtle=True))
            items.append(block(*runs))
    yield Container(id=MORE, is_visible=False, items=items)


def _actions(found: Drawing, more: bool) -> Iterator[Action]:
    if more:
        yield ToggleVisibilityAction(title=found.say("card.more"), target_elements=[MORE])
    if found.reply.stored:
        yield from thumbs(found.reply.id, found.say)


def _within(groups: Sequence[OfferGroup], most: int) -> list[OfferGroup]:
    """The first ``most`` clauses, in their groups."""
    kept: list[OfferGroup] = []
    for group in groups:
        offers = group.offers[:most]
        most -= len(offers)
        if offers:
            kept.append(replace(group, offers=offers))
    return kept


def _left_out(seen: AnswerView, room: Room) -> bool:
    related = sum(len(group.offers) for group in seen.related)
    return (
        related > room.related
        or len(seen.carried) > room.carried
        or len(seen.notes) > room.notes
        or len(seen.sources) > room.sources
    )
