"""Duties whose doer the text hides: in the passive, in a state, in the plain present."""

import pytest

from corpus.findings import check
from corpus.folder import read_folder

TEXT = "---\ntitle: Rutin\nkind: {kind}\nstatus: draft\n---\n\n# Rutin\n\n## Vård\n\n{body}\n"

SENTENCES = [
    # (what the clause says, the verbs that hide somebody)
    ("Provsvar bevakas.", ["bevakas"]),
    ("Epikris skickas till VC och HSV.", ["skickas"]),
    ("VC meddelas.", ["meddelas"]),
    ("Patienten informeras muntligt.", ["informeras"]),
    ("- Pat informeras skriftligt", ["informeras"]),
    ("Hjälpmedel ska vara ordnade före hemgång.", ["vara ordnade"]),
    ("Allt material ska vara på plats före hemgång.", ["vara på plats"]),
    ("Provsvar bevakas av vårdcentralen.", []),
    ("Provsvar bevakas av den som har skrivit remissen.", []),
    ("Vaccin beställs genom vårdcentralen.", []),
    ("Vårdcentralen skriver ett brev. Brevet skickas till kommunen.", []),
    ("Kommunen tar prover. Prover skickas till laboratoriet.", []),
    ("Hur hjälpmedel beställs står i handboken.", []),
    ("Läkare som kontaktas ska svara.", []),
    ("Regionen ska vara klar med planen före hemgång.", []),
    ("Planen ska vara upprättad av den som ansvarar.", []),
]


def verbs(folder, body, kind):
    text = TEXT.format(body=body, kind=kind)
    (folder / "rutin.md").write_text(text, encoding="utf-8")
    read = read_folder(folder)
    return [finding.about["verb"] for finding in check(read.documents, read.clauses)]


@pytest.mark.parametrize(("body", "hidden"), SENTENCES)
def test_an_act_without_a_doer_is_found(tmp_path, body, hidden):
    assert verbs(tmp_path, body, "guideline") == hidden


@pytest.mark.parametrize("kind", ["law", "minutes"])
def test_statutes_and_minutes_are_not_asked_who_acts(tmp_path, kind):
    assert verbs(tmp_path, "Provsvar bevakas.", kind) == []
