"""What becomes of errors: their language, their words and their exit status."""

import pytest

from bot.cli.app import language, run


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "sv"),
        (["--lang", "en"], "en"),
        (["ask", "vem", "--lang=EN"], "en"),
        (["--lang"], "sv"),
        (["ask", "--", "--lang", "en"], "sv"),
    ],
)
def test_the_language_is_known_before_anything_else_can_go_wrong(arguments, expected):
    assert language(arguments) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ["aks", "vem?"],
            "Kommandot aks finns inte (ask?). Se vilka som finns med: ansvarslots --help\n",
        ),
        (
            ["ask", "--onn", "2026-01-01", "vem?"],
            "Flaggan --onn finns inte (--json, --on?). "
            "Se vilka som finns med: ansvarslots ask --help\n",
        ),
        (
            ["ask", "vem?", "--on"],
            "Flaggan --on saknar ett värde, eller ska inte ha något. "
            "Se hur det skrivs med: ansvarslots ask --help\n",
        ),
        (
            ["corpus", "add"],
            "FILE saknas. Se hur det skrivs med: ansvarslots corpus add --help\n",
        ),
        (
            ["eval", "run"],
            "--questions saknas. Se hur det skrivs med: ansvarslots eval run --help\n",
        ),
        (
            ["doctor", "nu"],
            "Kommandot går inte att tolka. Se hur det skrivs med: ansvarslots doctor --help\n",
        ),
        (
            ["ask", "vem?", "--lang", "de"],
            "--lang: de är inte ett giltigt värde. Välj något av: sv, en.\n",
        ),
        (
            ["ask", "vem?", "--on", "igår"],
            "--on: igår är inget datum. Skriv år, månad och dag, till exempel 2026-01-15.\n",
        ),
    ],
)
def test_misuse_is_told_in_swedish_with_the_mend_and_status_2(capsys, arguments, expected):
    assert run(arguments) == 2
    assert capsys.readouterr() == ("", expected)


def test_misuse_is_told_in_english_when_asked_for(capsys):
    assert run(["ask", "--lang", "en", "--on", "x", "who?"]) == 2
    assert capsys.readouterr().err == (
        "--on: x is not a date. Write year, month and day, for example 2026-01-15.\n"
    )


@pytest.mark.parametrize("arguments", [[], ["corpus"], ["eval"], ["--help"], ["ask", "-h"]])
def test_help_is_printed_in_swedish(capsys, arguments):
    assert run(arguments) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Användning: ansvarslots")
    assert said.err == ""
    assert not any(word in said.out for word in ("Usage", "Options", "Show this", "required"))


def test_help_is_printed_in_english_when_asked_for(capsys):
    assert run(["--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Usage: ansvarslots [OPTIONS] COMMAND")


def test_a_missing_named_index_is_an_error_with_the_mend(capsys, tmp_path):
    assert run(["ask", "Vem ansvarar?", "--index", str(tmp_path / "nothing")]) == 1
    assert "Skapa det med: ansvarslots index" in capsys.readouterr().err


def test_a_setting_that_cannot_be_used_is_named(capsys, monkeypatch):
    monkeypatch.setenv("ANSVARSLOTS_THREADS", "många")
    assert run(["doctor"]) == 2
    assert "Miljövariabeln ANSVARSLOTS_THREADS" in capsys.readouterr().err


def test_an_interruption_is_told_and_leaves_with_130(capsys, monkeypatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.cli.app.app", interrupted)
    assert run(["ask", "vem?"]) == 130
    assert capsys.readouterr().err == "Avbrutet.\n"


def test_an_unexpected_error_is_one_line_that_asks_for_a_report(capsys, monkeypatch):
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.cli.app.app", broken)
    monkeypatch.delenv("ANSVARSLOTS_DEBUG", raising=False)
    assert run(["ask", "vem?"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Ett oväntat fel uppstod (ZeroDivisionError). Anmäl det")
    assert said.count("\n") == 1


def test_a_full_disk_is_told_without_a_traceback(capsys, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "/data/index")

    monkeypatch.setattr("bot.cli.app.app", full)
    assert run(["index"]) == 1
    assert capsys.readouterr().err.startswith(
        "Det gick inte att läsa eller skriva /data/index: disken är full."
    )
