"""The app package: by the rules of Teams' manifest, from the settings, from the command line."""

import json
import struct
import zipfile
from uuid import UUID

import pytest

from bot.settings import BotSettings
from bot.teams.package import (
    LongOrganisation,
    NoBotId,
    NoPublicAddress,
    in_english,
    manifest,
    write_package,
)
from tests.bot.running import run_alone
from tests.bot.teams.tokens import APP_ID

REGION = "Region Norr"


@pytest.fixture
def settings(tmp_path):
    return BotSettings(
        data=tmp_path,
        teams_client_id=APP_ID,
        teams_client_secret="hemlig",
        public_url="https://ansvar.region.se",
    )


def size(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_the_package_holds_the_manifest_both_languages_and_icons_of_the_right_size(
    settings, tmp_path
):
    out = tmp_path / "app.zip"
    write_package(out, settings, organisation=REGION)
    with zipfile.ZipFile(out) as package:
        assert package.testzip() is None
        found = json.loads(package.read("manifest.json"))
        for each in found["localizationInfo"]["additionalLanguages"]:
            assert json.loads(package.read(each["file"])) == in_english()
        assert size(package.read(found["icons"]["color"])) == (192, 192)
        assert size(package.read(found["icons"]["outline"])) == (32, 32)
    assert "hemlig" not in out.read_bytes().decode("latin-1")


def test_the_outline_icon_is_white_on_nothing(settings, tmp_path):
    from PIL import Image

    out = tmp_path / "app.zip"
    write_package(out, settings, organisation=REGION)
    with zipfile.ZipFile(out) as package, package.open("outline.png") as file:
        image = Image.open(file).convert("RGBA")
    colours = {colour for _, colour in image.getcolors(2_000)}
    assert {colour[:3] for colour in colours if colour[3]} == {(255, 255, 255)}
    assert (255, 255, 255, 0) in colours


def test_the_manifest_keeps_to_the_limits_of_the_schema(settings):
    found = manifest(settings, organisation=REGION)
    assert found["$schema"].endswith(f"v{found['manifestVersion']}/MicrosoftTeams.schema.json")
    assert UUID(found["id"]) == UUID(found["bots"][0]["botId"]) == UUID(APP_ID)
    assert all(part.isdigit() for part in found["version"].split("."))
    assert len(found["version"].split(".")) == 3
    assert set(found["bots"][0]["scopes"]) == {"personal", "team", "groupChat"}
    (commands,) = found["bots"][0]["commandLists"]
    assert 0 < len(commands["commands"]) <= 12
    for texts in (found, _nested(in_english())):
        assert len(texts["name"]["short"]) <= 30
        assert len(texts["description"]["short"]) <= 80
        assert len(texts["description"]["full"]) <= 4_000
    for command in commands["commands"]:
        assert len(command["title"]) <= 128
        assert len(command["description"]) <= 4_000
    for key in ("websiteUrl", "privacyUrl", "termsOfUseUrl"):
        assert found["developer"][key].startswith("https://ansvar.region.se")
    assert "permissions" not in found
    assert "webApplicationInfo" not in found


def _nested(flat):
    found = {}
    for key, text in flat.items():
        if key.count(".") == 1 and not key.startswith("bots"):
            outer, inner = key.split(".")
            found.setdefault(outer, {})[inner] = text
    return found


def test_every_text_of_the_manifest_has_its_english(settings):
    found = manifest(settings, organisation=REGION)
    commands = found["bots"][0]["commandLists"][0]["commands"]
    expected = {"$schema", "name.short", "name.full", "description.short", "description.full"}
    for number in range(len(commands)):
        for key in ("title", "description"):
            expected.add(f"bots[0].commandLists[0].commands[{number}].{key}")
    assert set(in_english()) == expected


def test_the_same_settings_give_the_same_file(settings, tmp_path):
    for name in ("one.zip", "two.zip"):
        write_package(tmp_path / name, settings, organisation=REGION)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"teams_client_id": None}, NoBotId),
        ({"teams_client_id": "min-bot"}, NoBotId),
        ({"public_url": "http://127.0.0.1:8440"}, NoPublicAddress),
    ],
)
def test_settings_that_make_no_package_are_told_with_the_mend(settings, tmp_path, change, error):
    with pytest.raises(error, match="ANSVARSLOTS_"):
        write_package(tmp_path / "a.zip", settings.model_copy(update=change), organisation=REGION)
    assert not (tmp_path / "a.zip").exists()


def test_an_organisation_that_is_too_long_is_told(settings):
    with pytest.raises(LongOrganisation, match="32"):
        manifest(settings, organisation="x" * 33)


def test_a_folder_that_is_not_there_is_named_and_nothing_is_left_behind(settings, tmp_path):
    out = tmp_path / "nowhere" / "app.zip"
    with pytest.raises(OSError, match="nowhere") as told:
        write_package(out, settings, organisation=REGION)
    assert told.value.filename == str(out)
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        write_package(tmp_path / "taken", settings, organisation=REGION)
    assert [each.name for each in tmp_path.iterdir()] == ["taken"]


def test_the_command_writes_the_package_and_says_where_to_take_it(tmp_path):
    out = tmp_path / "app.zip"
    given = {
        "ANSVARSLOTS_TEAMS_CLIENT_ID": APP_ID,
        "ANSVARSLOTS_TEAMS_CLIENT_SECRET": "hemlig",
        "ANSVARSLOTS_PUBLIC_URL": "https://ansvar.region.se",
    }
    status, printed, told = run_alone(
        "teams", "package", "--out", str(out), "--organisation", REGION, data=tmp_path, env=given
    )
    assert (status, told) == (0, "")
    assert f"Skrev {out}" in printed
    with zipfile.ZipFile(out) as package:
        assert json.loads(package.read("manifest.json"))["developer"]["name"] == REGION


def test_the_command_without_settings_is_misuse(tmp_path):
    status, printed, told = run_alone(
        "teams", "package", "--out", str(tmp_path / "app.zip"), data=tmp_path
    )
    assert (status, printed) == (2, "")
    assert "ANSVARSLOTS_TEAMS_CLIENT_ID" in told
