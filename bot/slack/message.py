"""An answer as a Slack message: party first, then the clause, within Slack's limits.

When all does not fit, the foot goes first, then the list of who does what and the nearest
clauses; a quote is cut last, and its deciding sentence last of all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.answer_texts import ANSWER
from bot.answer_view import AnswerView, OfferGroup, OverviewView, SourceView, shortened, view
from bot.asking.values import Reply
from bot.safe_text import one_line
from bot.slack import blocks as kit
from bot.slack import limits
from bot.slack.blocks import Block
from bot.slack.cutting import pieces, shares, size
from bot.slack.fallback import fallback
from bot.slack.links import clause_url
from bot.slack.markup import literal
from bot.slack.texts import SLACK
from bot.words import Words

SHOWN_SOURCES = 8
"""However long their titles and addresses, so many leave room for something of every quote."""

OPEN_CLAUSE = "open_clause"
MORE = "more"
SHARE = "share"
FEEDBACK = "feedback"

_HEADLINE = 600
_NOTES = 1_200
_LINE = 250
_CARRIED = 400
_OFFERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is posted: blocks, and plain text for notifications and screen readers."""

    blocks: list[Block]
    text: str

    def payload(self) -> dict[str, Any]:
        """The arguments that every way of posting takes."""
        return {"blocks": self.blocks, "text": self.text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where an answer is shown. ``echo``: the (masked) question stands above it, since nobody
    sees it otherwise. ``shareable``: only the asker sees it. ``shared_by``: a user's id."""

    public_url: str
    echo: bool = False
    shareable: bool = False
    shared_by: str | None = None


def notice(text: str) -> Message:
    """A message of our own words."""
    return Message(blocks=[kit.section(text)], text=literal(text))


def answer_message(reply: Reply, setting: Setting) -> Message:
    """Draw an answer."""
    drawn = view(reply.answer)
    say = Words(drawn.lang, {**ANSWER, **SLACK})
    sources = drawn.sources[:SHOWN_SOURCES]
    head = [*_above(reply, setting, say), _headline(drawn)]
    tail = [*_notes(drawn, say), *_buttons(reply, drawn, sources, setting, say)]
    optional = {
        "carried": [] if drawn.overview else _carried(drawn, say),
        "related": [] if sources else related_blocks(drawn.related, setting.public_url, say),
        "foot": [kit.context(drawn.foot)] if drawn.foot else [],
    }
    sizes = [size(each) for each in sources]
    room = limits.MESSAGE - kit.length([head, tail, *map(_place, sources)])
    listed = _overview(drawn.overview, setting, room - sum(sizes)) if drawn.overview else []
    room -= kit.length(listed)
    for name, found in optional.items():
        if sum(sizes) + kit.length(found) <= room:
            room -= kit.length(found)
        else:
            optional[name] = []
    quotes: list[Block] = []
    for source, given in zip(sources, shares(sizes, room), strict=True):
        quotes += _quote(source, given, say)
    beside = [*optional["related"], *tail, *optional["foot"]]
    blocks = [*head, *listed, *optional["carried"], *quotes, *beside]
    return Message(blocks=blocks, text=fallback(drawn))


def related_blocks(
    groups: Sequence[OfferGroup], public_url: str, say: Words, most: int = _OFFERS
) -> list[Block]:
    """Clauses that are offered, by document, each a link to its page."""
    found: list[Block] = []
    for group in groups:
        offers = group.offers[:most]
        most -= len(offers)
        if not offers:
            break
        title = say("answer.apart" if group.apart else "answer.related")
        named = shortened(f"{group.document_title} · {group.standing}", _LINE)
        items = []
        for offer in offers:
            name = kit.link(shortened(offer.name, _LINE), clause_url(public_url, offer.reference))
            items.append([name, kit.words(f" – {offer.excerpt}")] if offer.excerpt else [name])
        items = kit.fitting(items, limits.SECTION - 2 * _LINE)
        head = kit.paragraph(kit.words(title, "bold"), kit.words(f"\n{named}"))
        found.append(kit.rich(head, kit.bullets(items)))
    return found


def _above(reply: Reply, setting: Setting, say: Words) -> list[Block]:
    found: list[Block] = []
    if setting.shared_by:
        by = kit.words(say("answer.shared_by"))
        found.append(kit.rich(kit.paragraph(by, kit.person(setting.shared_by))))
    if setting.echo:
        question = shortened(one_line(reply.answer.question), _LINE)
        found.append(kit.context(say("answer.question", question=question)))
    if reply.followed:
        before = shortened(one_line(reply.followed), _LINE)
        found.append(kit.context(say("answer.followed", question=before)))
    return found


def _headline(drawn: AnswerView) -> Block:
    """The first line; what is urgent stands above it."""
    lines = [*drawn.urgent, shortened(drawn.headline, _HEADLINE)]
    return kit.rich(kit.paragraph(kit.words("\n".join(lines), "bold")))


def _carried(drawn: AnswerView, say: Words) -> list[Block]:
    if not drawn.carried:
        return []
    items = [[kit.words(shortened(each, _CARRIED))] for each in drawn.carried]
    fitting = kit.fitting(items, limits.SECTION - _LINE)
    if len(fitting) < len(items):
        fitting.append([kit.words(say("answer.more_carried"))])
    title = kit.paragraph(kit.words(say("answer.parties"), "bold"))
    return [kit.rich(title, kit.bullets(fitting))]


def _overview(overview: OverviewView, setting: Setting, room: int) -> list[Block]:
    """The short list of duties, each with a link to its clause, as many as there is ``room``
    for; the way to all of them stays in any case."""
    items = []
    for line in overview.lines:
        name = shortened(line.clause_name, _LINE)
        link = kit.link(name, clause_url(setting.public_url, line.reference))
        standing = kit.words(f" · {line.standing}")
        items.append([kit.words(f"{shortened(line.text, _CARRIED)} – "), link, standing])
    address = f"{setting.public_url}{overview.path}"
    whole = kit.link(overview.more, address if len(address) <= limits.BUTTON_URL else None)
    title = kit.paragraph(kit.words(overview.title, "bold"))
    way = kit.paragraph(whole)
    documents = kit.context(*(shortened(each, _LINE) for each in overview.documents))
    left = min(room - kit.length([title, way, documents]), limits.SECTION - 2 * _LINE)
    fitting = kit.fitting(items, left)
    if not fitting:
        return [kit.rich(title, way)]
    return [kit.rich(title, kit.bullets(fitting), way), documents]


def _quote(source: SourceView, given: int, say: Words) -> list[Block]:
    found = kit.quotes(pieces(source, given))
    line = _place(source)
    if given < size(source):
        line["elements"].append(kit.plain_text(say("answer.cut"), limits.CONTEXT))
    return [*found, line]


def _place(source: SourceView) -> Block:
    """The source line. The standing has an element of its own, so that it is never cut away."""
    number = f"[{source.number}] "
    return kit.context(
        f"{number}{shortened(source.place, _LINE)}", f"{source.standing} · {source.dates}"
    )


def _notes(drawn: AnswerView, say: Words) -> list[Block]:
    notes = list(drawn.notes)
    if len(drawn.sources) > SHOWN_SOURCES:
        notes.append(say("answer.more_sources"))
    return [kit.section(shortened("\n".join(notes), _NOTES))] if notes else []


def _buttons(
    reply: Reply, drawn: AnswerView, sources: Sequence[SourceView], setting: Setting, say: Words
) -> list[Block]:
    row: list[Block] = []
    for source in sources:
        url = clause_url(setting.public_url, source.reference)
        key = "button.clause_number" if len(sources) > 1 else "button.clause"
        if url:
            label = say(key, number=source.number)
            row.append(kit.button(label, f"{OPEN_CLAUSE}:{source.number}", url=url))
    if sources and drawn.related:
        row.append(kit.button(say("button.more"), MORE, value=reply.id))
    # A refusal is between the asker and us.
    if setting.shareable and (sources or drawn.related):
        row.append(kit.button(say("button.share"), SHARE, value=reply.id))
    found = [kit.actions(row)] if row else []
    # What the store could not keep cannot be judged: no thumbs that would lead nowhere.
    return [*found, _thumbs(reply, say)] if reply.stored else found


def _thumbs(reply: Reply, say: Words) -> Block:
    def thumb(way: str) -> Block:
        return {
            "text": kit.plain_text(say(f"feedback.{way}"), limits.BUTTON_LABEL),
            "accessibility_label": say(f"feedback.{way}.read"),
            "value": f"{way}:{say.lang}:{reply.id}",
        }

    buttons: Block = {
        "type": "feedback_buttons",
        "action_id": FEEDBACK,
        "positive_button": thumb("up"),
        "negative_button": thumb("down"),
    }
    return {"type": "context_actions", "elements": [buttons]}
