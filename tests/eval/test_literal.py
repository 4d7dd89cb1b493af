"""Questions in a clause's own words."""

import pytest

from corpus.folder import read_folder
from eval import literal
from eval.literal import LITERAL, literal_questions
from tests.retrieval.made_corpus import write_corpus


class Service:
    """What a question is made from."""

    def __init__(self, folder):
        self.clauses = read_folder(folder).clauses


AGREEMENT = """# Avtal

## 1 Vård

### 1.1 Hembesök

Kommunen ska göra ett hembesök samma dag som beskedet kommer. Kommunen ska betala. Regionen får
skicka en läkare till patientens hem samma kväll. Regionen ska inte ta tillbaka ansvaret för
vården utan kommunens skriftliga besked.

### 1.2 Besked

Beskedet ska lämnas skriftligt samma dag till den som tar emot.
"""


@pytest.fixture
def service(tmp_path) -> Service:
    (tmp_path / "avtal.md").write_text(AGREEMENT, encoding="utf-8")
    return Service(tmp_path)


def test_only_what_a_party_shall_do_in_enough_words_is_asked_for(service):
    made = literal_questions(service).questions
    assert [(each.question, each.gold) for each in made] == [
        ("Vem ska göra ett hembesök samma dag som beskedet kommer?", ("avtal#1.1",))
    ]
    assert made[0].answerable
    assert made[0].part == LITERAL
    assert made[0].principals is None


def test_they_are_the_same_every_time_and_no_more_than_so_many(tmp_path, monkeypatch):
    service = Service(write_corpus(tmp_path))
    all_of_them = literal_questions(service).questions
    assert literal_questions(service).questions == all_of_them
    assert len({each.question for each in all_of_them}) == len(all_of_them) > 1
    monkeypatch.setattr(literal, "COUNT", 1)
    assert len(literal_questions(service).questions) == 1
