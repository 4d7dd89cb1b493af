"""The adapter's training, up to the file that the program reads."""

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from click.testing import CliRunner

from corpus.folder import read_folder
from eval.adapter import __main__ as command
from eval.adapter import training
from eval.adapter.examples import Example, Shelf, examples_of
from eval.adapter.neighbours import Neighbours
from eval.adapter.network import LOWEST, MODULES, LowRank, QuestionNetwork
from eval.pairings import pairing_of
from eval.question_set import Question
from retrieval.encoder import load_encoder
from retrieval.index.build import build_parts
from retrieval.index.folder import write_parts
from retrieval.model import adapter
from retrieval.model.prepare import prepare
from retrieval.model.sentence_transformer import read_shape
from retrieval.service import AnsweringService
from retrieval.settings import Settings
from tests.eval.made_search import DAY, MadeIndex
from tests.retrieval.made_corpus import write_corpus

QUESTIONS = {
    "vem har hand om hemsjukvården": "avtal#1.1",
    "vem kommer hem som läkare": "avtal#1.2",
    "kan man få korttids i väntan på lägenhet": "avtal#1.3",
    "vem kallar till planeringen": "avtal#2.2",
    "var beställs grejer till såret": "avtal#3.1",
    "vem ordnar resa till sjukhuset": "avtal#4.1",
}


def linear() -> torch.nn.Linear:
    """Wx with W = [[1, 2], [3, 4]] and no bias."""
    layer = torch.nn.Linear(2, 2, bias=False)
    layer.weight = torch.nn.Parameter(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
    return layer


def test_a_branch_adds_the_low_rank_product_to_its_layer():
    branch = LowRank(linear(), rank=1)
    branch.a.data = torch.tensor([[1.0], [-1.0]])
    branch.b.data = torch.tensor([[10.0, 20.0]])
    # Wx = (1·5 + 2·2, 3·5 + 4·2) = (9, 23); xA = 5 − 2 = 3; (xA)B = (30, 60).
    assert branch(torch.tensor([[5.0, 2.0]])).tolist() == [[39.0, 83.0]]


def test_a_branch_begins_as_the_layer_alone():
    branch, given = LowRank(linear(), rank=4), torch.randn(7, 2)
    assert torch.equal(branch(given), linear()(given))
    assert bool(branch.a.any())  # else nothing could be learnt


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """Six questions are too few to share out."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def plain(settings: Settings) -> Settings:
    return settings.model_copy(update={"use_adapter": False})


@pytest.fixture(scope="module")
def service(plain: Settings, tmp_path_factory: pytest.TempPathFactory) -> AnsweringService:
    corpus = read_folder(write_corpus(tmp_path_factory.mktemp("corpus")))
    encoder = load_encoder(plain)
    return AnsweringService(build_parts(corpus, encoder, {}), encoder)


def fresh(settings: Settings) -> QuestionNetwork:
    from sentence_transformers import SentenceTransformer

    torch.manual_seed(0)
    model = SentenceTransformer(str(prepare(settings).model_folder), device="cpu")
    return QuestionNetwork(model, command.PREFIX, training.RANK)


@pytest.fixture(scope="module")
def network(plain: Settings) -> QuestionNetwork:
    """As it is before any training."""
    return fresh(plain)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [
        {"id": f"q{n}", "question": text, "gold": [gold], "answerable": True, "part": "train"}
        for n, (text, gold) in enumerate(QUESTIONS.items())
    ]
    lines += [
        {"id": "dev", "question": "vem?", "gold": ["avtal#1.1"], "answerable": True, "part": "dev"},
        {"id": "then", "question": "vem då?", "gold": ["gammalt#1.1"], "answerable": True}
        | {"on": "2020-01-01", "part": "train"},
        {"id": "no", "question": "vem röjer snö?", "answerable": False, "part": "train"},
    ]
    path = tmp_path_factory.mktemp("questions") / "hemma.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def examples(service: AnsweringService, file: Path) -> list[Example]:
    return list(examples_of(pairing_of(service, [file]), DAY))


def test_examples_hold_the_gold_and_never_gold_among_the_near_misses(examples: list[Example]):
    assert [each.question.id for each in examples] == [*(f"q{n}" for n in range(6)), "dev", "no"]
    for each in examples:
        clauses = each.shelf.index.clauses
        assert {clauses[row].reference for row in each.gold} == set(each.question.gold)
        assert not set(each.near) & set(each.gold)
        assert all(bool(each.shelf.holds[row]) for row in each.near)


@pytest.mark.parametrize(
    ("holds", "expected"),
    [([True, True], [0.8, 1.0]), ([True, False], [0.8, -9.0]), ([False, True], [-9.0, 1.0])],
)
def test_a_clauses_cosine_is_its_best_windows_where_the_clause_holds(holds, expected):
    shelf = Shelf(
        index=MadeIndex(),
        vectors=torch.tensor([[0.6, 0.8], [0.8, 0.6], [1.0, 0.0]]),
        rows=torch.tensor([0, 0, 1]),
        holds=torch.tensor(holds),
        centre=torch.zeros(2),
    )
    cosines = shelf.cosines(torch.tensor([[1.0, 0.0]]))
    assert cosines.tolist() == [pytest.approx(expected)]


def example(shelf: Shelf, *gold: int) -> Example:
    question = Question(id="q", question="vem?", answerable=bool(gold))
    return Example(question=question, text="vem?", gold=gold, near=(), shelf=shelf)


def shelf() -> Shelf:
    empty = torch.zeros(0)
    return Shelf(index=MadeIndex(), vectors=empty, rows=empty, holds=empty, centre=empty)


def test_questions_of_one_clause_and_questions_of_none_are_alike():
    one, other = shelf(), shelf()
    examples = [
        example(one, 0, 1), example(one, 1), example(one, 0), example(one),
        example(one), example(other, 1), example(other),
    ]  # fmt: skip
    found = Neighbours.of(examples, torch.zeros(7, 2))
    alike = [set(each) for each in found.alike]
    assert alike == [{1, 2}, {0}, {0}, {4}, {3}, set(), set()]
    assert found.shelves.tolist() == [0, 0, 0, 0, 0, 1, 1]


def test_a_question_that_lies_by_its_like_costs_less_and_itself_counts_nothing():
    one = shelf()
    examples = [example(one, 0), example(one, 0), example(one, 1), example(shelf(), 0)]
    east, north = [1.0, 0.0], [0.0, 1.0]
    near = Neighbours.of(examples, torch.tensor([east, east, north, east]))
    far = Neighbours.of(examples, torch.tensor([east, north, east, east]))
    asked = torch.tensor([east])
    # Of the two others of its index one lies 1 / TEMPERATURE = 20 nearer.
    assert float(near.loss([0], asked)) == pytest.approx(0, abs=1e-6)
    assert float(far.loss([0], asked)) == pytest.approx(20, abs=1e-4)
    assert float(near.loss([2], asked)) == 0  # nothing is like it
    near.renew([1], torch.tensor([north]))
    # The like and the unlike now lie equally near.
    assert float(near.loss([0], asked)) == pytest.approx(math.log(2), abs=1e-4)


def test_without_training_a_question_is_encoded_as_the_service_does_it(
    network: QuestionNetwork, plain: Settings
):
    asked = [*QUESTIONS, "Vem?", "Who pays for home care – the region or the municipality?"]
    with torch.no_grad():
        vectors, tokens = network.upper(network.lower(asked))
    for row, encoded in enumerate(load_encoder(plain).encode_questions(asked)):
        assert float(vectors[row].numpy() @ encoded.vector) > 0.9999
        own = tokens[row].numpy()
        assert len(own) > 0
        assert float((own * encoded.tokens[-len(own) :]).sum(axis=1).min()) > 0.999


def test_the_branches_stand_in_the_upper_half_only(network: QuestionNetwork):
    numbers = {int(name.split(".")[1]) for name in network.branches}
    assert numbers == set(range(LOWEST, 12))
    assert len(network.branches) == len(MODULES) * (12 - LOWEST)
    assert len(network.parameters()) == 2 * len(network.branches)


def test_training_changes_the_branches_alone(
    plain: Settings, examples: list[Example], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(training, "EPOCHS", 2)
    network = fresh(plain)
    layers = {name: branch.linear.weight.clone() for name, branch in network.branches.items()}
    training.train(network, examples[:6], lambda epoch, loss: None)
    for name, branch in network.branches.items():
        assert torch.equal(branch.linear.weight, layers[name])
        assert not branch.linear.weight.requires_grad
        assert bool(branch.b.any())


@pytest.fixture(scope="module")
def trained(
    service: AnsweringService, file: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """The file that the command writes, and what it tells meanwhile."""
    folder = tmp_path_factory.mktemp("trained")
    index, out = folder / "index", folder / "adapter.safetensors"
    write_parts(index, service.index)
    arguments = ["--pair", str(file), str(index), "--scale", "0.5", "--out", str(out)]
    ran = CliRunner().invoke(command.main, arguments, catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    return out, ran.output


def test_a_few_steps_lower_the_loss(trained: tuple[Path, str]):
    losses = [float(loss) for loss in re.findall(r"^\d/\d: ([\d.]+)$", trained[1], re.M)]
    assert len(losses) == training.EPOCHS
    assert losses[-1] < losses[0]


def test_the_command_writes_a_file_that_the_program_reads(
    trained: tuple[Path, str], plain: Settings
):
    found = adapter.read(trained[0], read_shape(prepare(plain).model_folder))
    made_by = f"python -m eval.adapter on 7 training questions, {training.EPOCHS} epochs, scale 0.5"
    assert found.chosen_by == made_by
    assert {each.name for each in trained[0].parent.iterdir()} == {trained[0].name, "index"}
    assert {branch.down.shape[1] for branch in found.branches.values()} == {training.RANK}
    assert all(branch.up.any() for branch in found.branches.values())
