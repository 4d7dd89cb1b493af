"""From what people asked to a question in a set, with a maintainer in between."""

import json
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import AnsvarslotsError
from corpus.party import Principal
from corpus.progress import quiet
from eval.errors import BadQuestion, CrossingTwin, MissingQuestions, UnknownGold, UnknownProposal
from eval.feedback import Feedback, read_feedback
from eval.proposal import Proposal, proposal_id, propose
from eval.proposal_file import Verdict, accept, read_proposals, write_proposals
from eval.question_set import read_question_set
from tests.eval.fake_service import FakeService, citation
from tests.eval.letters_encoder import LettersEncoder

ON = date(2026, 11, 22)
REFERENCES = {"avtal#1", "avtal#2"}


def written(path: Path, *lines: object) -> Path:
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    path.write_text(text, encoding="utf-8")
    return path


def proposals(*feedback: dict) -> tuple[Proposal, ...]:
    given = [Feedback.model_validate(one) for one in feedback]
    service = FakeService(citation(0, 20))
    return propose(given, service, LettersEncoder(), on=ON, progress=quiet)


def test_a_line_of_feedback_needs_only_the_question(tmp_path: Path):
    path = written(
        tmp_path / "f.jsonl",
        {"question": "Vem?"},
        {"question": "När?", "status": "answered", "clause_ids": ["a#1"], "feedback": "down"},
    )
    first, second = read_feedback(path)
    assert (first.status, first.clauses, first.feedback) == (None, (), None)
    assert (second.status, second.clauses, second.feedback) == ("answered", ("a#1",), "down")


def test_personal_data_is_masked_once_more(tmp_path: Path):
    line = {"question": "Ring 070-123 45 67 om vem?", "reason": "skrev till anna@example.org"}
    found = read_feedback(written(tmp_path / "f.jsonl", line))[0]
    assert "070" not in found.question
    assert "@" not in found.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "not a JSON object"),
        ("{}", "question: "),
        ("[]", "not a JSON object"),
        ('{"question": ""}', "q"),
    ],
)
def test_a_bad_line_of_feedback_is_named(tmp_path: Path, text, reason):
    (tmp_path / "f.jsonl").write_text(f'{{"question": "Vem?"}}\n{text}\n', encoding="utf-8")
    with pytest.raises(BadQuestion) as caught:
        read_feedback(tmp_path / "f.jsonl")
    assert caught.value.text("en").startswith("f.jsonl, line 2: ")
    assert reason.strip(": ") in caught.value.text("en")


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(MissingQuestions, match=r"f\.jsonl"):
        read_feedback(tmp_path / "f.jsonl")


def test_the_same_words_are_one_question_and_all_judgements_are_counted():
    made = proposals(
        {"question": "Vem bedömer?", "feedback": "down", "reason": "fel"},
        {"question": "vem  bedömer", "feedback": "up"},
        {"question": "VEM BEDÖMER?!", "feedback": "down", "reason": "fel"},
    )
    assert len(made) == 1
    assert (made[0].asked, made[0].feedback, made[0].reasons) == (3, {"down": 2, "up": 1}, ("fel",))
    assert made[0].alike == ()


def test_a_proposal_holds_todays_answer_in_the_question_sets_format():
    made = proposals({"question": "Vem bedömer?", "on": "2025-01-01"})[0]
    assert made.id == proposal_id("vem bedömer")
    assert (made.gold, made.answerable, made.on) == (("avtal#1",), True, date(2025, 1, 1))
    assert (made.status, made.headline) == ("answered", "Regionen ansvarar.")
    assert made.candidates == ("avtal#1",)
    assert made.part is None


def test_questions_with_the_same_clauses_are_one_group():
    made = proposals({"question": "Vem bedömer?"}, {"question": "Who assesses?"})
    assert [(one.question, one.alike) for one in made] == [("Vem bedömer?", ("Who assesses?",))]


PROPOSAL = Proposal(
    id="fb-1",
    question="Vem bedömer behovet?",
    gold=("avtal#1",),
    answerable=True,
    principals=(Principal.REGION,),
    alike=("Vem gör bedömningen?",),
    asked=2,
    status="answered",
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A file with a proposal, and a question set without a last line end."""
    write_proposals(tmp_path / "f.proposals", [PROPOSAL])
    known = {"id": "a", "question": "När?", "answerable": True, "gold": ["avtal#1"], "part": "dev"}
    return tmp_path / "f.proposals", written(tmp_path / "set.jsonl", known)


def test_proposals_are_read_as_they_were_written(files):
    assert read_proposals(files[0]) == (PROPOSAL,)


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ({}, {"gold": ["avtal#1"], "answerable": True, "principals": ["region"]}),
        ({"gold": ("avtal#2",)}, {"gold": ["avtal#2"], "answerable": True}),
        ({"principals": (Principal.OTHER,)}, {"principals": ["other"]}),
        ({"gold": ()}, {"gold": [], "answerable": False, "principals": []}),
    ],
)
def test_an_accepted_proposal_is_the_sets_last_line_as_it_was_corrected(files, verdict, expected):
    proposed, target = files
    accept(proposed, "fb-1", Verdict(part="train", **verdict), target, REFERENCES)
    line = json.loads(target.read_text(encoding="utf-8").splitlines()[-1])
    assert {name: line[name] for name in expected} == expected
    assert set(line) == {"id", "question", "gold", "answerable", "principals", "part"}
    assert [q.id for q in read_question_set(target).questions] == ["a", "fb-1"]
    assert read_proposals(proposed) == ()


def test_a_set_that_does_not_exist_is_begun(files):
    proposed, target = files
    accept(proposed, "fb-1", Verdict(part="dev"), target.with_name("ny.jsonl"), REFERENCES)
    assert len(read_question_set(target.with_name("ny.jsonl")).questions) == 1


@pytest.mark.parametrize(
    ("id", "verdict", "error"),
    [
        ("fb-2", {"part": "dev"}, UnknownProposal),
        ("fb-1", {"part": "dev", "gold": ("avtal#9",)}, UnknownGold),
    ],
)
def test_what_cannot_be_accepted_changes_nothing(files, id, verdict, error):
    proposed, target = files
    before = proposed.read_bytes(), target.read_bytes()
    with pytest.raises(error):
        accept(proposed, id, Verdict(**verdict), target, REFERENCES)
    assert (proposed.read_bytes(), target.read_bytes()) == before


def test_a_twin_in_another_part_of_any_set_beside_keeps_the_question_out(files):
    proposed, target = files
    twin = {"id": "t", "question": "Vem bedömer behovet", "answerable": True, "part": "test"}
    written(target.with_name("annat.jsonl"), {**twin, "gold": ["avtal#1"]})
    with pytest.raises(CrossingTwin, match="t, som står i delen test"):
        accept(proposed, "fb-1", Verdict(part="dev"), target, REFERENCES)
    assert len(read_question_set(target).questions) == 1


def test_every_error_speaks_both_languages():
    for error in (UnknownProposal(file="f", id="i"), UnknownGold(reference="r")):
        assert isinstance(error, AnsvarslotsError)
        assert error.text("sv") != error.text("en")
