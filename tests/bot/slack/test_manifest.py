"""The app manifests: they fit the code, ask for no right too many, and differ in transport only."""

import ast
import json
from importlib.resources import files
from pathlib import Path

import pytest

import bot.slack
from bot.slack.home import examples
from bot.slack.listeners import COMMAND, SHORTCUT
from tests.bot.slack.rules import EVENTS, SCOPES

FOLDER = Path(bot.slack.__file__).parent
NAMES = ["manifest.json", "manifest-http.json"]
# Commands, and the message shortcut, have a right of their own that no method needs.
OF_FEATURES = {"commands"}
# Library calls that reach a method under another name than the client's.
BY_LIBRARY = {
    "set_status": "assistant.threads.setStatus",
    "set_suggested_prompts": "assistant.threads.setSuggestedPrompts",
}


def manifest(name: str) -> dict:
    return json.loads(files("bot.slack").joinpath(name).read_text("utf-8"))


def called() -> set[str]:
    """The Web API methods that the code calls."""
    by_client = {method.replace(".", "_"): method for method in SCOPES}
    found = {"auth.test"}
    for file in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                if node.value.id == "client" and not hasattr(_Client, node.attr):
                    found.add(by_client[node.attr])
            elif isinstance(node, ast.arg) and node.arg in BY_LIBRARY:
                found.add(BY_LIBRARY[node.arg])
    return found


class _Client:
    """What the code reads of a client beside its methods."""

    timeout = proxy = session = logger = None


@pytest.mark.parametrize("name", NAMES)
def test_the_rights_are_those_that_methods_events_and_features_need_and_no_other(name):
    found = manifest(name)
    assert called() == set(SCOPES)
    needed = {SCOPES[method] for method in called()} - {None}
    events = found["settings"]["event_subscriptions"]["bot_events"]
    needed |= {EVENTS[event] for event in events} - {None}
    scopes = found["oauth_config"]["scopes"]
    assert set(scopes) == {"bot"}
    assert sorted(scopes["bot"]) == sorted(needed | OF_FEATURES)
    assert len(set(scopes["bot"])) == len(scopes["bot"])


@pytest.mark.parametrize("name", NAMES)
def test_command_shortcut_and_prompts_are_those_of_the_code(name):
    features = manifest(name)["features"]
    assert [each["command"] for each in features["slash_commands"]] == [COMMAND]
    assert [each["callback_id"] for each in features["shortcuts"]] == [SHORTCUT]
    prompts = features["agent_view"]["suggested_prompts"]
    assert [each["message"] for each in prompts] == list(examples("sv"))
    assert "assistant_view" not in features


@pytest.mark.parametrize("name", NAMES)
def test_texts_are_within_slacks_lengths(name):
    found = manifest(name)
    shown = found["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4_000
    [shortcut] = found["features"]["shortcuts"]
    assert len(shortcut["name"]) <= 24
    assert len(shortcut["description"]) <= 150
    assert len(found["features"]["agent_view"]["agent_description"]) <= 300


def test_the_two_manifests_differ_in_how_slack_reaches_us_only():
    by_socket, by_http = manifest(NAMES[0]), manifest(NAMES[1])
    base = "https://ansvar.example.se/slack"
    assert by_socket["settings"].pop("socket_mode_enabled") is True
    assert by_http["settings"].pop("socket_mode_enabled") is False
    assert by_http["oauth_config"].pop("redirect_urls") == [f"{base}/oauth_redirect"]
    addresses = [
        by_http["features"]["slash_commands"][0].pop("url"),
        by_http["settings"]["event_subscriptions"].pop("request_url"),
        by_http["settings"]["interactivity"].pop("request_url"),
    ]
    assert addresses == [f"{base}/events"] * 3
    events = by_http["settings"]["event_subscriptions"].pop("bot_events")
    ours = by_socket["settings"]["event_subscriptions"].pop("bot_events")
    assert set(events) - set(ours) == {"app_uninstalled", "tokens_revoked"}
    assert by_socket == by_http
