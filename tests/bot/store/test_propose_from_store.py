"""From what people asked to the file that ``eval propose`` reads."""

import stat
from datetime import date

import pytest

from bot.cli.app import run
from bot.cli.stored_feedback import fetch_feedback
from bot.settings import BotSettings
from bot.store import StoreUnavailable
from corpus.errors import UsageError
from eval.feedback import read_feedback
from retrieval.answer import AnswerStatus
from tests.bot.store.rows import NOON, minutes, remember


def test_what_is_fetched_is_read_by_the_evaluation(store, settings, tmp_path):
    remember(store, "a", question="obesvarad", status="not_found", clauses=[], on=date(2026, 1, 2))
    remember(store, "b", question="bedömd “så här”", at=NOON + minutes(1))
    store.add_feedback(
        answer="b",
        at=NOON,
        user="u",
        verdict="down",
        reasons=["wrong_party", "other"],
        comment="det är regionen",
    )
    file = tmp_path / "f.jsonl"
    fetch_feedback(settings, file, None)
    missed, judged = read_feedback(file)
    assert (missed.question, missed.status, missed.feedback, missed.reason, missed.on) == (
        "obesvarad",
        AnswerStatus.NOT_FOUND,
        None,
        None,
        date(2026, 1, 2),
    )
    assert (judged.question, judged.clauses, judged.feedback, judged.reason) == (
        "bedömd “så här”",
        ("modell-huvudavtal#3.4",),
        "down",
        "wrong_party, other: det är regionen",
    )
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_only_what_was_asked_from_the_day_on_is_fetched(store, settings, tmp_path):
    remember(store, status="not_found")
    fetch_feedback(settings, tmp_path / "same day", date(2026, 11, 22))
    fetch_feedback(settings, tmp_path / "day after", date(2026, 11, 23))
    assert len(read_feedback(tmp_path / "same day")) == 1
    assert read_feedback(tmp_path / "day after") == ()


def test_a_file_that_is_there_is_never_overwritten(store, settings, tmp_path):
    file = tmp_path / "f.jsonl"
    file.write_text("mine")
    with pytest.raises(UsageError, match="finns redan"):
        fetch_feedback(settings, file, None)
    assert file.read_text() == "mine"


def test_without_a_store_nothing_is_made(tmp_path):
    settings = BotSettings(data=tmp_path / "data")
    with pytest.raises(StoreUnavailable, match="den finns inte"):
        fetch_feedback(settings, tmp_path / "f.jsonl", None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("wrong", ["--since 2026-01-01", "--from-store --accept fb-1"])
def test_options_that_do_not_go_together_are_told(wrong, capsys):
    assert run(["eval", "propose", "f.jsonl", *wrong.split()]) == 2
    assert "--since och --from-store hör ihop" in capsys.readouterr().err


def test_the_command_tells_that_there_is_no_store(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("ANSVARSLOTS_DATA", str(tmp_path))
    assert run(["eval", "propose", str(tmp_path / "f.jsonl"), "--from-store"]) == 1
    assert "(den finns inte)" in capsys.readouterr().err
