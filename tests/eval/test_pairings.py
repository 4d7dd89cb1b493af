"""Question sets beside the service that is to answer them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval import fit_command
from eval.pairings import pairing_of, pairings_of
from retrieval.index_folder import build_index
from retrieval.settings import Settings
from retrieval.steps.judge import JudgeWeights
from retrieval.steps.rank import RankingWeights
from tests.eval.made_search import MadeService
from tests.retrieval.made_corpus import write_corpus

ANSWERABLE = [
    ("a", "Vem ansvarar för hemsjukvården i ordinärt boende?", "avtal#1.1", "municipality"),
    ("b", "Vem ansvarar för läkarens insatser i hemmet?", "avtal#1.2", "region"),
    ("c", "Vem ordnar ambulans och sjukresor till sjukhuset?", "avtal#4.1", "region"),
]
UNANSWERABLE = [
    ("d", "Vem ansvarar för snöröjningen på skolgården?", None),
    ("e", "Vem beslutar om bygglov för en altan?", "both"),
    ("f", "Vem sköter kommunens växthus?", "hemma"),
    ("g", "Vem ansvarar för riksvägarna?", "lagar"),
]


def write_sets(folder: Path) -> tuple[Path, Path]:
    """The answerable questions of the corpus ``hemma``, and the unanswerable of several."""
    own, unanswerable = folder / "hemma.jsonl", folder / "obesvarbara.jsonl"
    lines: list[dict[str, object]] = [
        {"id": f"{id}-{part}", "question": text, "gold": [gold], "answerable": True}
        | {"principals": [principal], "part": part}
        for id, text, gold, principal in ANSWERABLE
        for part in ("train", "dev")
    ]
    own.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    lines = [
        {"id": f"{id}-{part}", "question": text, "answerable": False, "part": part}
        | ({"corpus": corpus} if corpus else {})
        for id, text, corpus in UNANSWERABLE
        for part in ("train", "dev")
    ]
    unanswerable.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return own, unanswerable


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Path:
    folder = tmp_path_factory.mktemp("pairings")
    build_index(write_corpus(folder / "corpus"), folder / "index", settings)
    return folder / "index"


def test_the_unanswerable_questions_of_another_corpus_are_left_out(
    tmp_path: Path, index: Path, settings: Settings
):
    files = write_sets(tmp_path)
    (pairing,) = pairings_of([(file, index) for file in files], settings)
    asked = {each.id[0] for set_ in pairing.sets for each in set_.questions}
    assert asked == {"a", "b", "c", "d", "e", "f"}
    assert [set_.name for set_ in pairing.sets] == ["hemma", "obesvarbara"]


def test_the_corpus_is_known_by_its_gold_even_when_its_set_is_not_asked(tmp_path: Path):
    lines = {"id": "a", "question": "Vem?", "gold": ["avtal#1"], "answerable": True}
    (tmp_path / "avtal.jsonl").write_text(json.dumps(lines), encoding="utf-8")
    asked = [
        {"id": corpus, "question": "Vem?", "answerable": False, "corpus": corpus}
        for corpus in ("avtal", "lagar")
    ]
    only = tmp_path / "obesvarbara.jsonl"
    only.write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    (kept,) = pairing_of(MadeService(table={}), [only]).sets
    assert [each.id for each in kept.questions] == ["avtal"]


def test_the_command_writes_weights_that_the_program_reads(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch
):
    own, unanswerable = write_sets(tmp_path)
    (tmp_path / "retrieval" / "data").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    arguments = ["--pair", str(own), str(index), "--pair", str(unanswerable), str(index)]
    ran = CliRunner().invoke(fit_command.main, [*arguments, "--on", "2026-11-22"])
    assert ran.exception is None, ran.output
    ranking = RankingWeights.model_validate_json(fit_command.RANKING.read_text(encoding="utf-8"))
    judge = JudgeWeights.model_validate_json(fit_command.JUDGE.read_text(encoding="utf-8"))
    assert ranking.chosen_by == judge.chosen_by
    assert judge.chosen_by.startswith("python -m eval.fit_command on hemma ")
    assert str(tmp_path) not in judge.chosen_by
