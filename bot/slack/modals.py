"""The windows that open over the chat: why an answer was wrong, and more clauses."""

import json
from typing import Any

from bot.answer_texts import ANSWER
from bot.answer_view import view
from bot.asking.values import Feedback, Reason, Reply, Surface, Verdict
from bot.slack import blocks as kit
from bot.slack import limits
from bot.slack.blocks import Block
from bot.slack.message import related_blocks
from bot.slack.texts import SLACK
from bot.words import Words

REASONS_VIEW = "reasons"
COMMENT = "comment"
_REASONS = "reasons"
_COMMENT_MOST = 1_000
_GIVEN = "given"
_OFFERS = 20


def reasons_view(answer: str, lang: str) -> Block:
    """The form that a thumb down opens; ``answer`` is the reply's id."""
    say = Words(lang, {**ANSWER, **SLACK})
    options = [
        {"text": kit.plain_text(say(f"reason.{each}"), limits.BUTTON_LABEL), "value": each.value}
        for each in Reason
    ]
    return {
        "type": "modal",
        "callback_id": REASONS_VIEW,
        "private_metadata": json.dumps({"answer": answer, "lang": say.lang}),
        "title": kit.plain_text(say("feedback.title"), limits.MODAL_TITLE),
        "submit": kit.plain_text(say("feedback.send"), limits.MODAL_TITLE),
        "close": kit.plain_text(say("feedback.cancel"), limits.MODAL_TITLE),
        "blocks": [
            _input(_REASONS, say("feedback.reasons"), {"type": "checkboxes", "options": options}),
            {
                **_input(
                    COMMENT,
                    say("feedback.comment"),
                    {"type": "plain_text_input", "multiline": True, "max_length": _COMMENT_MOST},
                ),
                "hint": kit.plain_text(say("feedback.private"), 150),
            },
        ],
    }


def submitted(form: Block, user: str) -> tuple[Feedback, str]:
    """What the form was sent with, and its language. A reason that is not ours is left out."""
    about = json.loads(form["private_metadata"])
    values: dict[str, Any] = form["state"]["values"]
    ticked = values.get(_REASONS, {}).get(_GIVEN, {}).get("selected_options") or []
    known = {each.value: each for each in Reason}
    feedback = Feedback(
        id=about["answer"],
        verdict=Verdict.DOWN,
        surface=Surface.SLACK,
        user=user,
        reasons=tuple(known[each["value"]] for each in ticked if each["value"] in known),
        comment=values.get(COMMENT, {}).get(_GIVEN, {}).get("value") or "",
    )
    return feedback, about["lang"]


def said_view(text: str, lang: str) -> Block:
    """A window with one sentence, in place of a form that was sent."""
    say = Words(lang, SLACK)
    return {
        "type": "modal",
        "title": kit.plain_text(say("feedback.title"), limits.MODAL_TITLE),
        "close": kit.plain_text(say("close"), limits.MODAL_TITLE),
        "blocks": [kit.section(text)],
    }


def more_view(reply: Reply, public_url: str) -> Block:
    """The clauses beside the answer, each a link."""
    drawn = view(reply.answer)
    say = Words(drawn.lang, {**ANSWER, **SLACK})
    found = related_blocks(drawn.related, public_url, say, most=_OFFERS)
    return {
        "type": "modal",
        "title": kit.plain_text(say("more.title"), limits.MODAL_TITLE),
        "close": kit.plain_text(say("close"), limits.MODAL_TITLE),
        "blocks": found or [kit.section(say("more.none"))],
    }


def _input(name: str, label: str, element: Block) -> Block:
    return {
        "type": "input",
        "block_id": name,
        "optional": True,
        "label": kit.plain_text(label, 150),
        "element": {**element, "action_id": _GIVEN},
    }
