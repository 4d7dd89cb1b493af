# ruff: noqa: N818 - the names say what was found
"""The app package that an administrator uploads to Teams: manifest, two languages, icons."""

import io
import json
import os
import tempfile
import zipfile
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

from bot.settings import BotSettings
from bot.teams.texts import EXAMPLES, TEAMS
from bot.words import Words
from corpus.errors import AnsvarslotsError

SCHEMA_VERSION = "1.25"
"""Of the manifest; the first in which an app declares that it works in shared channels."""

SCHEMA = (
    f"https://developer.microsoft.com/en-us/json-schemas/teams/v{SCHEMA_VERSION}/"
    "MicrosoftTeams.schema.json"
)
LOCALIZED_SCHEMA = SCHEMA.replace("Teams.schema", "Teams.Localization.schema")
ACCENT = "#145374"
SCOPES = ["personal", "team", "groupChat"]
LONGEST_ORGANISATION = 32

_DAY = (1980, 1, 1, 0, 0, 0)  # the same package is the same file, byte for byte


class PackageError(AnsvarslotsError):
    """The package cannot be made of these settings."""

    exit_status: ClassVar[int] = 2


class NoBotId(PackageError):
    """The client id is missing or no GUID."""

    swedish = (
        "ANSVARSLOTS_TEAMS_CLIENT_ID saknas eller är inget GUID. Sätt den till botens program-id "
        "(klient-id) från Azure, till exempel 11111111-2222-3333-4444-555555555555."
    )
    english = (
        "ANSVARSLOTS_TEAMS_CLIENT_ID is missing or is no GUID. Set it to the bot's application "
        "(client) id from Azure, such as 11111111-2222-3333-4444-555555555555."
    )


class NoPublicAddress(PackageError):
    """Teams reaches an app by https only."""

    swedish = (
        "Teams når bara en app på en https-adress, och adressen är nu {address}. Sätt "
        "ANSVARSLOTS_PUBLIC_URL, till exempel https://ansvar.region.se."
    )
    english = (
        "Teams reaches an app by https only, and the address is now {address}. Set "
        "ANSVARSLOTS_PUBLIC_URL, for example to https://ansvar.region.se."
    )


class LongOrganisation(PackageError):
    """Teams has a limit for it."""

    swedish = "Organisationens namn får ha högst {limit} tecken. Förkorta det."
    english = "The organisation's name may have at most {limit} characters. Shorten it."


def write_package(out: Path, settings: BotSettings, *, organisation: str) -> None:
    """Write the package to ``out``, whole or not at all. Raises PackageError and OSError."""
    package = _zipped(_parts(settings, organisation))
    try:
        _write_whole(out, package)
    except OSError as error:
        error.filename = str(out)  # not the passing name that it was written under
        raise


def _zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for part, content in parts.items():
            entry = zipfile.ZipInfo(part, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return packed.getvalue()


def _write_whole(out: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(out)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _parts(settings: BotSettings, organisation: str) -> dict[str, bytes]:
    icons = files("bot.teams") / "icons"
    return {
        "manifest.json": _json(manifest(settings, organisation=organisation)),
        "en.json": _json(in_english()),
        "color.png": (icons / "color.png").read_bytes(),
        "outline.png": (icons / "outline.png").read_bytes(),
    }


def manifest(settings: BotSettings, *, organisation: str) -> dict[str, Any]:
    """The manifest, in Swedish. Raises PackageError."""
    bot_id = _bot_id(settings)
    address = settings.public_url
    if not address.startswith("https://"):
        raise NoPublicAddress(address=address)
    if len(organisation) > LONGEST_ORGANISATION:
        raise LongOrganisation(limit=str(LONGEST_ORGANISATION))
    say = Words("sv", TEAMS)
    return {
        "$schema": SCHEMA,
        "manifestVersion": SCHEMA_VERSION,
        "version": version("ansvarslots"),
        "id": bot_id,
        "developer": {
            "name": organisation,
            "websiteUrl": address,
            "privacyUrl": f"{address}/om",
            "termsOfUseUrl": f"{address}/om",
        },
        "name": {"short": say("name"), "full": say("name")},
        "description": {"short": say("package.short"), "full": say("package.full")},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": ACCENT,
        "localizationInfo": {
            "defaultLanguageTag": "sv",
            "additionalLanguages": [{"languageTag": "en", "file": "en.json"}],
        },
        "defaultInstallScope": "personal",
        "supportsChannelFeatures": "tier1",
        "bots": [
            {
                "botId": bot_id,
                "scopes": SCOPES,
                "isNotificationOnly": False,
                "supportsFiles": False,
                "commandLists": [{"scopes": SCOPES, "commands": _commands(say)}],
            }
        ],
    }


def in_english() -> dict[str, str]:
    """What the manifest says in Swedish, in English."""
    say = Words("en", TEAMS)
    texts = {
        "$schema": LOCALIZED_SCHEMA,
        "name.short": say("name"),
        "name.full": say("name"),
        "description.short": say("package.short"),
        "description.full": say("package.full"),
    }
    for number, command in enumerate(_commands(say)):
        for key, text in command.items():
            texts[f"bots[0].commandLists[0].commands[{number}].{key}"] = text
    return texts


def _commands(say: Words) -> list[dict[str, str]]:
    """The examples: chosen from the menu they stand in the message, ready to be sent."""
    return [{"title": say(key), "description": say("package.example")} for key in EXAMPLES]


def _bot_id(settings: BotSettings) -> str:
    try:
        return str(UUID(settings.teams_client_id or ""))
    except ValueError as error:
        raise NoBotId from error


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
