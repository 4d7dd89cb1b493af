"""What roles are called where a person reads them."""

import tomllib
from pathlib import Path

import pytest

import corpus
from corpus.role_names import role_name, standing_alone

DATA = Path(corpus.__file__).parent / "data"


def roles() -> list[str]:
    parties = tomllib.loads((DATA / "parties.toml").read_text("utf-8"))["party"]
    described = tomllib.loads((DATA / "described.toml").read_text("utf-8"))
    rows = [*parties, *(row for rows in described.values() for row in rows if "role" in row)]
    return sorted({row["role"] for row in rows if row.get("role")})


@pytest.mark.parametrize("role", roles())
def test_every_role_that_a_text_can_name_has_an_english_name(role):
    english = tomllib.loads((DATA / "role_names.toml").read_text("utf-8"))["en"]
    assert english[role].isascii() or "’" in english[role]
    assert not english[role].startswith(("the ", "a ", "an "))


def test_no_name_is_kept_for_a_role_that_no_text_can_name():
    names = tomllib.loads((DATA / "role_names.toml").read_text("utf-8"))
    assert set(names["en"]) | set(names["sv"]) | set(names["alone"]) <= set(roles())


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("vårdgivare", "vårdgivaren"),
        ("enhet", "den enhet som texten nämner"),
        ("Inspektionen för vård och omsorg", "Inspektionen för vård och omsorg"),
    ],
)
def test_a_role_that_stands_alone_reads_as_swedish(role, name):
    assert standing_alone(role) == name


@pytest.mark.parametrize(
    ("role", "lang", "name"),
    [
        ("vårdcentral", "en", "health centre"),
        ("vårdcentral", "sv", "vårdcentral"),
        ("enhet", "sv", "den enhet som texten nämner"),
        ("en ny roll", "en", "en ny roll"),
        ("vårdcentral", "fi", "vårdcentral"),
    ],
)
def test_a_role_is_called_by_its_name_or_its_base_form(role, lang, name):
    assert role_name(role, lang) == name
