"""A clause in the terminal: its words, and who does what by it."""

from datetime import date
from pathlib import Path

from bot.cli.corpus_show import clause_lines
from bot.cli.texts import Say
from corpus.folder import read_folder


def test_what_a_clause_forbids_is_not_shown_as_allowed(tmp_path: Path):
    text = "# Avtal\n\n## 1 Ansvar\n\n1.1 Kommunen får inte ändra bedömningen.\n"
    (tmp_path / "avtal.md").write_text(text, encoding="utf-8")
    read = read_folder(tmp_path)
    (clause,) = (each for each in read.clauses if each.duties)
    *_, last = clause_lines(read.documents[0], clause, date(2026, 11, 22), Say("sv"))
    assert last == "• Kommunen får inte: ändra bedömningen"
