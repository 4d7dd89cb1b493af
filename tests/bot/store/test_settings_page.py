"""docs/settings.md tells of every setting, with its default and its description."""

from pathlib import Path

import pytest
from pydantic.fields import FieldInfo

from bot.settings import BotSettings

PAGE = (Path(__file__).parents[3] / "docs" / "settings.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| `ANSVARSLOTS_")]
ELSEWHERE = {"ANSVARSLOTS_DEBUG"}  # read before any setting is


def default(field: FieldInfo) -> str:
    if field.default_factory is not None:
        return "by the system"
    if field.default in (None, "", ()):
        return "–"
    value = field.default
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


@pytest.mark.parametrize(("name", "field"), BotSettings.model_fields.items())
def test_every_setting_stands_on_the_page_with_its_default(name, field):
    row = f"| `ANSVARSLOTS_{name.upper()}` | {default(field)} | {field.description} |"
    assert row in ROWS


def test_the_page_tells_of_no_setting_that_is_not_there():
    told = {row.split("`")[1] for row in ROWS} - ELSEWHERE
    assert told == {f"ANSVARSLOTS_{name.upper()}" for name in BotSettings.model_fields}


def test_every_setting_has_a_description():
    assert [n for n, field in BotSettings.model_fields.items() if not field.description] == []
