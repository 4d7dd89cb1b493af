"""The administrator's page names what is there: settings, rights, files and messages."""

import json
import re
from importlib.resources import files
from pathlib import Path

from bot.settings import BotSettings
from bot.slack.installations import INSTALL, scopes
from bot.slack.texts import SLACK
from bot.slack.web_routes import EVENTS

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "slack.md").read_text("utf-8")


def test_every_variable_on_the_page_is_a_setting_and_every_slack_setting_is_on_the_page():
    named = {each.lower() for each in re.findall(r"ANSVARSLOTS_([A-Z_]+)", PAGE)}
    fields = set(BotSettings.model_fields)
    assert named <= fields
    assert {each for each in fields if each.startswith("slack_")} <= named


def test_the_rights_on_the_page_are_the_manifests():
    rows = re.findall(r"^\| `([a-z_]+:?[a-z]*)` \|", PAGE, re.MULTILINE)
    assert sorted(rows) == sorted(scopes())


def test_files_and_addresses_on_the_page_exist():
    for name in re.findall(r"`(bot/slack/[^`]+)`", PAGE):
        assert (ROOT / name).is_file()
    assert EVENTS in PAGE
    assert INSTALL in PAGE
    http = files("bot.slack").joinpath("manifest-http.json").read_text("utf-8")
    assert json.loads(http)
    assert http.count("ansvar.example.se") == 4  # as the page says


def test_what_users_are_said_to_see_is_what_is_said():
    said = " ".join(swedish for swedish, _ in SLACK.values())
    for quote in re.findall(r"\*\*((?:Dela|Fler|Visa)[^*]+)\*\*", " ".join(PAGE.split())):
        assert quote in said
    assert "Jag hittade ett svar men kunde inte skicka det" in said
    assert "Ansvarslotsen är inte installerad på den här arbetsytan" in said
