"""Slack and Teams show the short list with links, and the way to all of it, as the page does."""

import json
from dataclasses import replace

import pytest

from bot.answer_view import view
from bot.asking.values import Reply
from bot.slack.message import Setting, answer_message
from bot.teams.card import draw, drawing
from bot.teams.plain import plain
from tests.bot.answers import ANSWERED, CITATION
from tests.bot.slack.rules import faults
from tests.bot.slack.world import quoted, shown
from tests.bot.test_draw import OVERVIEW

URL = "https://ansvar.example"
ALL = f"{URL}/ansvar?party=municipality&phase=transfer"
TEXT = "Kommunen får inte: ändra bedömningen (villkor: när mötet är hållet)"
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


@pytest.mark.parametrize("characters", [200, 10_200, 40_000])
def test_slack_shows_the_way_to_all_of_it_however_long_the_quote_is(characters):
    many = tuple(
        replace(OVERVIEW.duties[0], what=f"göra sak {n} " * 90, label=f"3.{n}") for n in range(6)
    )
    quote = ("Kommunen ska ordna det. " * 4_000)[:characters]
    answer = replace(
        ANSWERED,
        overview=replace(OVERVIEW, duties=many),
        citations=(replace(CITATION, quote=quote, decisive=(0, 23)),),
    )
    told = replace(reply(), answer=answer)
    message = answer_message(told, Setting(public_url=URL)).payload()
    assert faults(message["blocks"]) == []
    assert ALL in json.dumps(message["blocks"], ensure_ascii=False)
    assert ("göra sak 0" in shown(message)) is (characters < 10_200)
    if characters < 40_000:
        assert quoted(message) == quote


def test_teams_lists_the_duties_with_links():
    card = draw(drawing(reply(), "sv", URL)).model_dump_json(by_alias=True)
    assert TEXT in card
    assert f"{URL}/punkt/modellavtal/3.5" in card
    assert ALL in card
    assert STANDING in card
    assert f"{TEXT} ({CLAUSE} · {STANDING})" in plain(view(reply().answer))
