"""The thumbs of a card, and what comes back from them."""

from collections.abc import Iterator
from typing import Any

from microsoft_teams.cards import (
    Action,
    AdaptiveCard,
    Choice,
    ChoiceSetInput,
    ExecuteAction,
    ShowCardAction,
    SubmitAction,
    SubmitActionData,
    TextInput,
)

from bot.asking.values import Feedback, Reason, Surface, Verdict
from bot.words import Words

VERB = "ansvar.feedback"
LONGEST_COMMENT = 1_000
_LONGEST_ID = 200


def thumbs(answer_id: str, say: Words) -> Iterator[Action]:
    """Thumb up, at once; thumb down, which unfolds reasons and free text."""
    yield _sent(say("card.up"), answer_id, Verdict.UP)
    yield ShowCardAction(title=say("card.down"), card=_form(answer_id, say))


def _form(answer_id: str, say: Words) -> AdaptiveCard:
    return AdaptiveCard(
        version="1.5",
        body=[
            ChoiceSetInput(
                id="reasons",
                label=say("feedback.reasons"),
                is_multi_select=True,
                style="expanded",
                choices=[Choice(title=say(f"reason.{each}"), value=each.value) for each in Reason],
            ),
            TextInput(
                id="comment",
                label=say("feedback.comment"),
                is_multiline=True,
                max_length=LONGEST_COMMENT,
            ),
        ],
        actions=[_sent(say("feedback.send"), answer_id, Verdict.DOWN)],
    )


def _sent(title: str, answer_id: str, verdict: Verdict) -> ExecuteAction:
    data = {"verb": VERB, "id": answer_id, "verdict": verdict.value}
    return ExecuteAction(
        title=title,
        verb=VERB,
        data=SubmitActionData.model_validate(data),
        # A client that does not know Action.Execute sends the same as a message.
        fallback=SubmitAction(title=title, data=SubmitActionData.model_validate(data)),
    )


def is_feedback(value: Any) -> bool:
    """Whether what a card sent back is a thumb of ours."""
    return isinstance(value, dict) and value.get("verb") == VERB


def read_feedback(value: dict[str, Any], user: str | None) -> Feedback | None:
    """The verdict in what a card sent back; None when it cannot be read.

    Unknown reasons are passed over: an old card may offer one that is gone.
    """
    answer_id, verdict = value.get("id"), value.get("verdict")
    if not isinstance(answer_id, str) or not 0 < len(answer_id) <= _LONGEST_ID:
        return None
    if not isinstance(verdict, str) or verdict not in set(Verdict):
        return None
    reasons, comment = value.get("reasons"), value.get("comment")
    named = reasons.split(",") if isinstance(reasons, str) else []
    return Feedback(
        id=answer_id,
        verdict=Verdict(verdict),
        surface=Surface.TEAMS,
        user=user,
        reasons=tuple(each for each in Reason if each in named),
        comment=comment[:LONGEST_COMMENT] if isinstance(comment, str) else "",
    )
