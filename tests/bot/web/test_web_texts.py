"""Every text of the page exists in both languages and is used."""

import re
from pathlib import Path
from string import Formatter

import pytest

from bot import web
from bot.asking.values import Reason, Verdict
from bot.web.refused import _KEYS
from bot.web.texts import _WEB, WEB
from corpus.status import Kind

FOLDER = Path(web.__file__).parent
SOURCES = "".join(
    file.read_text(encoding="utf-8")
    for file in [*FOLDER.glob("*.py"), *FOLDER.glob("templates/*.html")]
    if file.name != "texts.py"
)
# Pages with much to say keep their words in files of their own.
ALL = set(WEB) | {
    key
    for file in FOLDER.glob("*_texts.py")
    for key in re.findall(r'^    "([\w.]+)": \(', file.read_text(encoding="utf-8"), re.MULTILINE)
}
MADE = [
    *(f"kind.{kind}" for kind in Kind),
    *(f"reason.{reason}" for reason in Reason),
    *(f"feedback.thanks_{verdict}" for verdict in Verdict),
    *(f"ask.example.{number}" for number in range(1, 5)),
]


def filled(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("key", _WEB)
def test_both_languages_fill_in_the_same_names(key):
    swedish, english = _WEB[key]
    assert filled(swedish) == filled(english)


def test_every_text_that_is_asked_for_exists():
    asked = re.findall(
        r"""(?:say|told|words\(request\))\(\s*["']([\w.]+[\w])["']\s*[,)]""", SOURCES
    )
    assert len(asked) > 60
    assert [key for key in (*asked, *MADE) if key not in ALL] == []


def test_every_text_is_used():
    errors = set(re.findall(r'Refused\("(\w+)"', SOURCES)) | {*_KEYS.values(), "bad_day"}
    errors |= {"back", "documents", "no_verdict"}
    unused = [
        key
        for key in _WEB
        if key not in MADE
        and f'"{key}"' not in SOURCES
        and f"'{key}'" not in SOURCES
        and not (key.startswith("error.") and key.split(".")[1] in errors)
    ]
    assert unused == []


def test_a_refused_page_has_a_heading_and_a_text():
    keys = {*re.findall(r'Refused\("(\w+)"', SOURCES), *_KEYS.values()}
    assert {"no_page", "broken", "other_site"} <= keys
    for key in keys:
        assert f"error.{key}.title" in WEB
        assert f"error.{key}" in WEB
