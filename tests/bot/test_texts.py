"""Every text exists in both languages, with the same names to fill in."""

import re
from pathlib import Path
from string import Formatter

import pytest

from bot.cli import misuse as misuse_module
from bot.cli.misuse import MISUSE, misuse
from bot.cli.texts import TEXTS, Say
from corpus.duty import Modality, Phase
from corpus.party import Principal
from corpus.status import Kind, Status

CLI = Path(misuse_module.__file__).parent
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in CLI.glob("*.py")}


def filled(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_fill_in_the_same_names(key):
    swedish, english = TEXTS[key]
    assert filled(swedish) == filled(english)


@pytest.mark.parametrize("key", MISUSE)
def test_misuse_is_told_in_both_languages_from_the_same_names(key):
    reason_sv, mend_sv, reason_en, mend_en = MISUSE[key]
    assert filled(reason_sv) == filled(reason_en)
    assert filled(mend_sv) == filled(mend_en)
    assert reason_sv != reason_en


@pytest.mark.parametrize(("name", "source"), SOURCES.items())
def test_every_text_that_the_code_asks_for_exists(name, source):
    asked = re.findall(r'(?<!\w)say\(\s*"([^"]+)"', source)
    assert [key for key in asked if key not in TEXTS] == []
    asked = re.findall(r'(?<!\w)misuse\(\s*"([^"]+)"', source)
    assert [key for key in asked if key not in MISUSE] == []


def test_every_misuse_is_used():
    everything = "".join(SOURCES.values())
    assert [key for key in MISUSE if f'"{key}"' not in everything.replace(f'"{key}": (', "")] == []


@pytest.mark.parametrize(
    "keys",
    [
        [f"standing.{status}" for status in Status],
        [f"status.{status}" for status in Status],
        [f"kind.{kind}" for kind in Kind],
        [f"principal.{principal}" for principal in Principal],
        [f"modality.{modality}" for modality in Modality],
        [f"phase.{phase}" for phase in Phase],
    ],
)
def test_every_value_has_a_word(keys):
    assert [key for key in keys if key not in TEXTS] == []


def test_an_unknown_language_is_swedish():
    assert Say("xx")("remove.kept") == "Inget har ändrats."
    assert Say("en")("remove.kept") == "Nothing has changed."


def test_an_error_names_what_was_found_and_the_mend():
    error = misuse("bad_date", option="--on", value="igår")
    assert error.text("sv") == (
        "--on: igår är inget datum. Skriv år, månad och dag, till exempel 2026-01-15."
    )
    assert error.text("en") == (
        "--on: igår is not a date. Write year, month and day, for example 2026-01-15."
    )
    assert error.exit_status == 2
