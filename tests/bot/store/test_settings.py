"""Settings that are taken, and dangerous ones that are refused with the mend."""

import pytest
from pydantic import ValidationError

from bot.cli.environment import read_bot_settings
from bot.settings import BotSettings
from bot.settings_faults import REFUSED
from corpus.errors import UsageError

SECRET = "hemlig-hemlig-hemlig-hemlig-hemlig-hemlig"
SECRETS = {
    "database_url": f"postgresql://u:{SECRET}@host/name",
    "hash_key": SECRET,
    "slack_bot_token": f"xoxb-{SECRET}",
    "slack_app_token": f"xapp-{SECRET}",
    "slack_signing_secret": SECRET,
    "slack_client_id": "1.2",
    "slack_client_secret": SECRET,
    "teams_client_id": "id",
    "teams_client_secret": SECRET,
}


@pytest.fixture
def environment(monkeypatch):
    """Set variables: ``environment(HOST="…")``."""

    def put(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"ANSVARSLOTS_{name}", value)

    return put


def told(lang: str = "sv") -> str:
    with pytest.raises(UsageError) as refused:
        read_bot_settings()
    return refused.value.text(lang)


def test_the_defaults_are_reached_from_this_machine_only():
    settings = BotSettings()
    assert settings.public_url == "http://127.0.0.1:8440"
    assert settings.allowed_hosts == ("127.0.0.1", "localhost")
    assert settings.only_this_machine
    assert not settings.slack_configured
    assert not settings.teams_configured


@pytest.mark.parametrize(
    ("given", "public_url", "allowed"),
    [
        ({"port": 9000}, "http://127.0.0.1:9000", ("127.0.0.1", "localhost")),
        ({"host": "::1"}, "http://[::1]:8440", ("::1", "127.0.0.1", "localhost")),
        (
            {"host": "0.0.0.0", "public_url": "https://ansvar.region.se/"},
            "https://ansvar.region.se",
            ("ansvar.region.se", "127.0.0.1", "localhost"),
        ),
        (
            {"public_url": "https://region.se/ansvar", "allowed_hosts": ("a.se", "*.b.se")},
            "https://region.se/ansvar",
            ("a.se", "*.b.se"),
        ),
        (
            {"host": "0.0.0.0", "public_url": "http://localhost:8440"},
            "http://localhost:8440",
            ("localhost", "127.0.0.1"),
        ),
    ],
)
def test_addresses_follow_from_each_other(given, public_url, allowed):
    settings = BotSettings(**given)
    assert (settings.public_url, settings.allowed_hosts) == (public_url, allowed)


def test_host_names_are_divided_by_commas(environment):
    environment(ALLOWED_HOSTS=" a.se, b.se ,")
    assert read_bot_settings().allowed_hosts == ("a.se", "b.se")


@pytest.mark.parametrize(
    ("variables", "names", "mend"),
    [
        ({"HOST": "0.0.0.0"}, "HOST, ANSVARSLOTS_PUBLIC_URL", "HOST till 127.0.0.1."),
        ({"HOST": "10.0.0.7"}, "HOST, ANSVARSLOTS_PUBLIC_URL", "lyssna på 10.0.0.7"),
        ({"HOST": "::"}, "HOST, ANSVARSLOTS_PUBLIC_URL", "PUBLIC_URL till den adress"),
        ({"PUBLIC_URL": "http://ansvar.region.se"}, "PUBLIC_URL", "https://."),
        ({"SLACK_API_URL": "http://slack.gov/api"}, "SLACK_API_URL", "https://."),
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_SIGNING_SECRET", "eller använd Socket Mode"),
        (
            {"SLACK_CLIENT_ID": "1", "SLACK_CLIENT_SECRET": "2"},
            "SLACK_SIGNING_SECRET",
            "Sätt den",
        ),
        ({"SLACK_APP_TOKEN": "xapp-1"}, "SLACK_APP_TOKEN, ANSVARSLOTS_SLACK_BOT_TOKEN", "båda"),
        ({"SLACK_CLIENT_ID": "1"}, "SLACK_CLIENT_ID, ANSVARSLOTS_SLACK_CLIENT_SECRET", "båda"),
        ({"TEAMS_CLIENT_ID": "1"}, "TEAMS_CLIENT_ID, ANSVARSLOTS_TEAMS_CLIENT_SECRET", "båda"),
        (
            {
                "TEAMS_ALLOW_UNAUTHENTICATED": "true",
                "HOST": "0.0.0.0",
                "PUBLIC_URL": "https://a.se",
            },
            "TEAMS_ALLOW_UNAUTHENTICATED",
            "Ta bort inställningen",
        ),
        (
            {"TEAMS_ALLOW_UNAUTHENTICATED": "true", "PUBLIC_URL": "https://a.se"},
            "TEAMS_ALLOW_UNAUTHENTICATED",
            "enbart nås från den egna datorn",
        ),
    ],
)
def test_settings_that_are_dangerous_together_are_refused(environment, variables, names, mend):
    environment(**variables)
    assert told().startswith(f"Inställningarna godtas inte (ANSVARSLOTS_{names}).")
    assert mend in told()
    assert told("en").startswith(f"The settings are not accepted (ANSVARSLOTS_{names}).")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PORT", "0", "det ska vara minst 1."),
        ("KEEP_DAYS", "0", "det ska vara minst 1."),
        ("KEEP_DAYS", "för alltid", "det ska vara ett heltal."),
        ("LOG_LEVEL", "mycket", "det ska vara 'debug', 'info', 'warning' eller 'error'."),
        ("ALLOWED_HOSTS", "*", "en ensam * tillåts inte"),
        ("ALLOWED_HOSTS", "https://a.se", "https://a.se är inget värdnamn"),
        ("PUBLIC_URL", "ansvar.region.se", "det ska vara en webbadress"),
        ("PUBLIC_URL", "javascript:alert(1)", "det ska vara en webbadress"),
        ("PUBLIC_URL", "https://a.se/?x=1", "det ska vara en webbadress"),
        ("PUBLIC_URL", "https://u:p@a.se", "det ska vara en webbadress"),
        ("PUBLIC_URL", "https://a.se:99999", "det ska vara en webbadress"),
        ("PUBLIC_URL", "https://a b.se", "det ska vara en webbadress"),
        ("DATABASE_URL", "mysql://u:p@h/x", "det ska vara sqlite:////mapp/fil eller"),
        ("DATABASE_URL", "sqlite://", "det ska vara sqlite:////mapp/fil eller"),
        ("DATABASE_URL", "sqlite:///:memory:", "det ska vara sqlite:////mapp/fil eller"),
        ("DATABASE_URL", "/mapp/fil", "det ska vara sqlite:////mapp/fil eller"),
        ("DATABASE_URL", "postgresql://u:p@h:x/n", "det ska vara sqlite:////mapp/fil eller"),
        ("HASH_KEY", "kort", "minst 32 tecken"),
        ("SLACK_BOT_TOKEN", "xapp-1", "det ska börja med xoxb-"),
        ("SLACK_APP_TOKEN", "xoxb-1", "det ska börja med xapp-"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_by_its_name(environment, name, value, said):
    environment(**{name: value})
    assert told().startswith(f"Miljövariabeln ANSVARSLOTS_{name} har ett värde")
    assert said in told()
    assert told("en").startswith(f"The environment variable ANSVARSLOTS_{name} has a value")


@pytest.mark.parametrize(
    "given",
    [
        {"slack_bot_token": "xoxb-1", "slack_app_token": "xapp-1"},
        {"slack_bot_token": "xoxb-1", "slack_signing_secret": "s"},
        {"slack_client_id": "1", "slack_client_secret": "2", "slack_signing_secret": "s"},
    ],
)
def test_the_three_ways_to_run_slack_are_taken(given):
    assert BotSettings(**given).slack_configured


@pytest.mark.parametrize(
    "url",
    [
        "postgres://u@h/n",
        "postgresql://u:p@h:5432/n?sslmode=require",
        "postgresql+psycopg://h/n",
        "sqlite:////srv/ansvar.sqlite3",
        "sqlite:///beside.sqlite3",
    ],
)
def test_database_addresses_are_taken(url):
    assert BotSettings(database_url=url).database_url is not None


def test_secrets_show_in_no_representation():
    settings = BotSettings(**SECRETS)
    for shown in (
        repr(settings),
        str(settings),
        str(settings.model_dump()),
        settings.model_dump_json(),
    ):
        assert SECRET not in shown


@pytest.mark.parametrize("name", [name for name in SECRETS if SECRET in SECRETS[name]])
def test_secrets_show_in_no_message(name, environment):
    value = SECRETS[name].replace("xoxb-", "").replace("xapp-", "").replace("postgresql", "mysql")
    with pytest.raises(ValidationError) as refused:
        BotSettings(**{name: value, "host": "0.0.0.0", "port": "x"})
    assert SECRET not in str(refused.value)
    environment(**{name.upper(): value, "HOST": "0.0.0.0"})
    with pytest.raises(UsageError) as wrong:
        read_bot_settings()
    assert SECRET not in wrong.value.text("sv")
    assert wrong.value.__cause__ is None


@pytest.mark.parametrize("key", REFUSED)
def test_every_refusal_is_told_in_both_languages(key):
    swedish, english = REFUSED[key]
    assert swedish != english
    assert swedish.endswith(".") == english.endswith(".")
