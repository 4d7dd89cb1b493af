"""What Ansvarslotsen says when it is added: what it does, examples, and what becomes of data."""

from microsoft_teams.cards import (
    Action,
    ActionSet,
    AdaptiveCard,
    ImBackSubmitActionData,
    SubmitAction,
    SubmitActionData,
    TeamsCardProperties,
)

from bot.teams.card import VERSION
from bot.teams.card_text import block, run
from bot.teams.texts import EXAMPLES
from bot.words import Words


def welcome(say: Words, *, days: int) -> AdaptiveCard:
    """The card. Pressing an example asks it; ``days`` is how long questions are kept."""
    return AdaptiveCard(
        version=VERSION,
        lang=say.lang,
        fallback_text=say("welcome.what"),
        msteams=TeamsCardProperties(width="full"),
        body=[
            block(run(say("welcome.title"), bold=True, large=True)),
            block(run(say("welcome.what"))),
            block(run(say("welcome.how"))),
            block(run(say("welcome.data", days=days), subtle=True), apart=True),
            block(run(say("welcome.examples"), bold=True), apart=True),
            # One row each: a phone shows only the first of several in a row.
            *(ActionSet(actions=[_asked(say(key))]) for key in EXAMPLES),
        ],
    )


def _asked(question: str) -> Action:
    said_back = ImBackSubmitActionData(value=question).model_dump(by_alias=True, exclude_none=True)
    return SubmitAction(title=question, data=SubmitActionData(msteams=said_back))
