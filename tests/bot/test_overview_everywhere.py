"""Slack and Teams show the short list with links, and the way to all of it, as the page does."""

import json
from dataclasses import replace

from bot.answer_view import view
from bot.asking.values import Reply
from bot.slack.message import Setting, answer_message
from bot.teams.card import draw, drawing
from bot.teams.plain import plain
from tests.bot.answers import ANSWERED
from tests.bot.test_draw import OVERVIEW

URL = "https://ansvar.example"
ALL = f"{URL}/ansvar?party=municipality&phase=transfer"
TEXT = "Kommunen får inte: ändra bedömningen"
CLAUSE = "punkt 3.5"
STANDING = "EXEMPEL – inte gällande"


def reply() -> Reply:
    answer = replace(ANSWERED, overview=OVERVIEW)
    return Reply(id="a", answer=answer, followed=None, stored=True)


def test_slack_lists_the_duties_with_links():
    message = answer_message(reply(), Setting(public_url=URL))
    told = json.dumps(message.blocks, ensure_ascii=False)
    assert TEXT in told
    assert f"{URL}/punkt/modellavtal/3.5" in told
    assert ALL in told
    assert STANDING in told
    assert f"{TEXT} ({CLAUSE} · {STANDING})" in message.text


def test_teams_lists_the_duties_with_links():
    card = draw(drawing(reply(), "sv", URL)).model_dump_json(by_alias=True)
    assert TEXT in card
    assert f"{URL}/punkt/modellavtal/3.5" in card
    assert ALL in card
    assert STANDING in card
    assert f"{TEXT} ({CLAUSE} · {STANDING})" in plain(view(reply().answer))
