"""Questions pass through the adapter and passages do not, alike on both engines."""

from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from retrieval.encoder import Encoded, Encoder
from retrieval.encoding.encoded import normalise
from retrieval.encoding.export_engine import ExportEngine
from retrieval.encoding.open import open_export, open_reference
from retrieval.encoding.torch_engine import TorchEngine
from retrieval.model import four_bit_graph, safetensors_file, sentence_transformer
from retrieval.model.adapter import read
from retrieval.model.prepare import prepare
from retrieval.model.prepared import PreparedModel
from retrieval.model.question_graph import adapted
from retrieval.settings import Settings
from tests.retrieval.linked_cache import linked_cache
from tests.retrieval.small_adapter import MODULES, Matrices, matrices, merged, small_file, write
from tests.retrieval.small_model import SHAPE, small_weights

TEXTS = (
    "Vem ansvarar?",
    "En längre mening om vård i hemmet, med komma.",
    "",
    "vem betalar hjälpmedlet " * 9,
)
LAYERS = tuple(name for name, *_ in sentence_transformer.modules(SHAPE).values())


def least_cosine(found: list[Encoded], wanted: list[Encoded]) -> float:
    """Over the vectors of all texts and all their tokens."""
    least = 1.0
    for one, other in zip(found, wanted, strict=True):
        np.testing.assert_array_equal(one.offsets, other.offsets)
        rows = [float(one.vector @ other.vector), *(one.tokens * other.tokens).sum(axis=1)]
        least = min(least, *rows)
    return least


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> PreparedModel:
    folder, cache = tmp_path_factory.mktemp("small"), tmp_path_factory.mktemp("cache")
    sentence_transformer.write(small_weights(), folder)
    return prepare(Settings(model=str(folder), cache=cache))


@pytest.fixture(scope="module")
def with_adapter(small: PreparedModel, tmp_path_factory: pytest.TempPathFactory) -> PreparedModel:
    return adapted(small, small_file(tmp_path_factory.mktemp("adapter")), small_weights)


def test_both_engines_give_the_same_vectors(with_adapter: PreparedModel) -> None:
    export, reference = open_export(with_adapter, 1), open_reference(with_adapter, 1)
    found, wanted = export.encode_questions(TEXTS), reference.encode_questions(TEXTS)
    assert least_cosine(found, wanted) > 0.99999
    found, wanted = export.encode_passages(TEXTS), reference.encode_passages(TEXTS)
    assert least_cosine(found, wanted) > 0.99999


def test_questions_change_and_passages_do_not(
    small: PreparedModel, with_adapter: PreparedModel
) -> None:
    for opened in (open_export, open_reference):
        plain, changed = opened(small, 1), opened(with_adapter, 1)
        before = [each.vector for each in plain.encode_questions(TEXTS)]
        after = [each.vector for each in changed.encode_questions(TEXTS)]
        assert max(a @ b for a, b in zip(before, after, strict=True)) < 0.99
        for one, other in zip(
            plain.encode_passages(TEXTS), changed.encode_passages(TEXTS), strict=True
        ):
            np.testing.assert_array_equal(one.vector, other.vector)
            np.testing.assert_array_equal(one.tokens, other.tokens)


def test_a_question_alone_and_among_others_passes_the_adapter_alike(
    with_adapter: PreparedModel,
) -> None:
    encoder = open_export(with_adapter, 1)
    alone = [encoder.encode_question(text) for text in TEXTS]
    assert least_cosine(alone, encoder.encode_questions(TEXTS)) > 0.99999


def test_questions_and_passages_at_the_same_time_do_not_mix(with_adapter: PreparedModel) -> None:
    for opened in (open_export, open_reference):
        encoder = opened(with_adapter, 1)
        alone = encoder.encode_questions(TEXTS), encoder.encode_passages(TEXTS)
        with ThreadPoolExecutor(2) as pool:
            for _ in range(10):
                questions = pool.submit(encoder.encode_questions, TEXTS)
                passages = pool.submit(encoder.encode_passages, TEXTS)
                assert least_cosine(questions.result(), alone[0]) > 0.99999
                assert least_cosine(passages.result(), alone[1]) > 0.99999


@effort(max_examples=12, deadline=None)
@given(
    layers=st.sets(st.sampled_from(LAYERS), min_size=1),
    rank=st.integers(min_value=1, max_value=16),
    seed=st.integers(min_value=0, max_value=1000),
)
def test_a_branch_is_its_two_matrices_multiplied_into_the_layers_own(
    small: PreparedModel, layers: set[str], rank: int, seed: int
) -> None:
    """y = Wx + (xA)B = (W + (AB)ᵀ)x, whichever layers have a branch: Hu et al. 2021, eq. 3."""
    tensors = matrices(sorted(layers), rank=rank, seed=seed, spread=0.1)
    ids = np.array([[0, 5, 9, 12, 2], [0, 7, 2, 0, 0]])
    mask = np.array([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]])
    with TemporaryDirectory() as name:
        folder = Path(name)
        graph = branched(write(folder / "a.safetensors", tensors), folder)
        assert small.description.table
        export = ExportEngine(graph, small.model_folder, small.description.table, "mean", 1)
        found, found_vectors = export.run(ids, mask)
        wanted, wanted_vectors = multiplied(tensors, folder).run(ids, mask)
    np.testing.assert_allclose(found[mask == 1], wanted[mask == 1], atol=1e-3)
    np.testing.assert_allclose(normalise(found_vectors), normalise(wanted_vectors), atol=1e-4)


def branched(file: Path, folder: Path) -> Path:
    """The small model's graph with the branches of the adapter in ``file``."""
    short = {name: ours for ours, (name, *_) in sentence_transformer.modules(SHAPE).items()}
    branches = read(file, SHAPE).branches
    graph = folder / "questions.onnx"
    own = {short[name]: branch for name, branch in branches.items()}
    four_bit_graph.write(small_weights(), graph, own)
    return graph


def multiplied(tensors: Matrices, folder: Path) -> TorchEngine:
    """The small model on sentence-transformers with the adapter inside its own matrices."""
    weights = small_weights()
    sentence_transformer.write(weights, folder)
    state = merged(sentence_transformer.state(weights), tensors)
    safetensors_file.write(folder / sentence_transformer.WEIGHTS_FILE, state)
    return TorchEngine(folder, 1)


@pytest.fixture
def built_in_with_adapter(settings: Settings, tmp_path: Path) -> PreparedModel:
    """With an adapter that moves questions as far as a trained one does."""
    plain = prepare(settings.model_copy(update={"use_adapter": False}))
    shape = sentence_transformer.read_shape(plain.model_folder)
    layers = [f"layer.{number}.{module}" for number in range(6, 12) for module in MODULES]
    file = write(tmp_path / "a.safetensors", matrices(layers, shape, rank=16, spread=0.06))
    return prepare(Settings(cache=linked_cache(plain, tmp_path / "cache")), adapter=file)


def test_the_built_in_model_ranks_alike_on_both_engines(
    encoder: Encoder, settings: Settings, built_in_with_adapter: PreparedModel
) -> None:
    questions = [
        " ".join(words) + "?"
        for words in product(
            ("vem betalar", "vem ansvarar för", "who pays for"),
            ("hjälpmedel hemma", "läkemedel efter utskrivning", "the care plan"),
        )
    ]
    root = Path(__file__).parents[2] / "corpus" / "documents"
    lines = (root / "modell-huvudavtal.md").read_text("utf-8").splitlines()
    passages = encoder.encode_passages([line for line in lines if len(line) > 60][:60])
    place = np.stack([each.vector for each in passages])
    export = open_export(built_in_with_adapter, 2).encode_questions(questions)
    reference = open_reference(built_in_with_adapter, 2).encode_questions(questions)
    plain = open_export(prepare(settings.model_copy(update={"use_adapter": False})), 2)
    assert least_cosine(export, reference) > 0.99999
    assert least_cosine(export, plain.encode_questions(questions)) < 0.99
    for one, other in zip(export, reference, strict=True):
        mine, theirs = np.argsort(-(place @ one.vector)), np.argsort(-(place @ other.vector))
        np.testing.assert_array_equal(mine[:10], theirs[:10])
