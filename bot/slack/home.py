"""The App Home: what to ask, what the answers are taken from, and how data is handled."""

from collections.abc import Sequence
from datetime import date

from bot.answer_texts import ANSWER
from bot.answer_view import shortened
from bot.safe_text import one_line
from bot.slack import blocks as kit
from bot.slack import limits
from bot.slack.blocks import Block
from bot.slack.texts import EXAMPLES, SLACK
from bot.standing import standing_mark
from bot.words import LANGUAGES, Words
from corpus.document import Document

EXAMPLE = "example"
OPEN_WEB = "open_web"

_TITLE = 150


def examples(lang: str) -> tuple[str, ...]:
    """Questions to try, in ``lang``."""
    return tuple(pair[LANGUAGES.index(lang)] for pair in EXAMPLES)


def home_view(
    documents: Sequence[Document], *, on: date, keep_days: int, public_url: str, lang: str = "sv"
) -> Block:
    """The view to publish. The documents' standing is that of the day ``on``."""
    say = Words(lang, {**ANSWER, **SLACK})
    tries = [
        kit.button(question, f"{EXAMPLE}:{number}", value=question)
        for number, question in enumerate(examples(say.lang))
    ]
    return {
        "type": "home",
        "blocks": [
            kit.header(say("home.title")),
            kit.section(say("home.what")),
            kit.section(say("home.how")),
            kit.header(say("home.examples")),
            kit.actions(tries),
            kit.header(say("home.documents")),
            *_documents(documents, on, say),
            kit.actions([kit.button(say("home.web"), OPEN_WEB, url=public_url)]),
            kit.header(say("home.data")),
            kit.section(say("home.masked")),
            kit.section(say("home.kept", days=keep_days)),
            kit.section(say("home.slack")),
        ],
    }


def _documents(documents: Sequence[Document], on: date, say: Words) -> list[Block]:
    items = []
    for document in documents:
        mark = standing_mark(document, on, say)
        title = kit.words(shortened(one_line(document.title), _TITLE), "bold")
        items.append([title, kit.words(f" – {mark.words} · {mark.dates}")])
    shown = kit.fitting(items, limits.SECTION)
    found = [kit.rich(kit.bullets(shown))] if shown else []
    left = len(items) - len(shown)
    if left > 0:
        found.append(kit.context(say("home.more_documents", count=left)))
    return found
