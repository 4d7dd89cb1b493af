"""Any other sentence-transformers model, from a folder; a hub that cannot be reached."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import MissingModel
from retrieval.encoder import load_encoder, open_encoder
from retrieval.encoding.export_engine import ExportEngine
from retrieval.model import four_bit_graph, sentence_transformer
from retrieval.model.export import keep_if_equal
from retrieval.model.prepare import prepare
from retrieval.model.prepared import EXPORT_FILE
from retrieval.settings import Settings
from tests.retrieval.small_model import SHAPE, small_weights

TEXTS = ["Vem ansvarar?", "En längre mening om vård i hemmet, med komma.", ""]


@pytest.fixture
def model_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    folder.mkdir()
    sentence_transformer.write(small_weights(), folder)
    return folder


def set_model(model: Path | str, cache: Path) -> Settings:
    return Settings(model=str(model), cache=cache)


def pool_by(folder: Path, mode: str) -> None:
    config = {"word_embedding_dimension": SHAPE.hidden, f"pooling_mode_{mode}": True}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(config))


@pytest.mark.parametrize(
    ("mode", "pooling"), [("mean_tokens", "mean"), ("cls_token", "first"), ("max_tokens", None)]
)
def test_a_folder_is_exported_when_its_pooling_can_be(
    model_folder: Path, tmp_path: Path, mode: str, pooling: str | None
) -> None:
    """And otherwise it runs on sentence-transformers, with the same result."""
    pool_by(model_folder, mode)
    settings = set_model(model_folder, tmp_path / "cache")
    model = prepare(settings)
    assert model.description.pooling == pooling
    assert (model.export_file is None) == (pooling is None)
    plain = open_encoder(model, settings.model_copy(update={"use_export": False}))
    found, wanted = open_encoder(model, settings).encode_passages(TEXTS), []
    wanted = plain.encode_passages(TEXTS)
    for one, other in zip(found, wanted, strict=True):
        assert one.vector.shape == (SHAPE.hidden,)
        np.testing.assert_allclose(one.vector, other.vector, atol=1e-4)
        np.testing.assert_allclose(one.tokens, other.tokens, atol=1e-4)


def test_a_folders_own_prompts_and_length_are_used(model_folder: Path, tmp_path: Path) -> None:
    description = prepare(set_model(model_folder, tmp_path / "cache")).description
    assert (description.question_prefix, description.passage_prefix) == ("query: ", "passage: ")
    assert description.max_tokens == SHAPE.positions
    (model_folder / "config_sentence_transformers.json").write_text("{}")
    again = prepare(set_model(model_folder, tmp_path / "cache")).description
    assert (again.question_prefix, again.passage_prefix) == ("", "")


def test_the_fingerprint_follows_the_content_not_the_place(
    model_folder: Path, tmp_path: Path
) -> None:
    first = prepare(set_model(model_folder, tmp_path / "cache"))
    moved = model_folder.rename(tmp_path / "moved")
    second = prepare(set_model(moved, tmp_path / "cache"))
    assert first.fingerprint.removeprefix("small") == second.fingerprint.removeprefix("moved")
    sentence_transformer.write(small_weights(seed=1), moved)
    third = prepare(set_model(moved, tmp_path / "cache"))
    assert third.fingerprint != second.fingerprint


def test_an_export_that_gives_other_vectors_is_not_kept(model_folder: Path, tmp_path: Path) -> None:
    model = prepare(set_model(model_folder, tmp_path / "cache"))
    graph = model.folder / EXPORT_FILE
    four_bit_graph.write(small_weights(seed=1), graph)
    checked = keep_if_equal(model.folder, model.description)
    assert (checked.table, checked.pooling, checked.marks) == (None, None, None)
    assert not graph.exists()


def test_the_four_bit_graph_equals_the_traced_one(model_folder: Path, tmp_path: Path) -> None:
    model = prepare(set_model(model_folder, tmp_path / "cache"))
    table = model.description.table
    assert table
    own = tmp_path / "own.onnx"
    four_bit_graph.write(small_weights(), own)
    ids = np.array([[0, 5, 9, 12, 2], [0, 7, 2, 0, 0]])
    mask = np.array([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]])
    runs = [
        ExportEngine(path, model.model_folder, table, "mean", 1).run(ids, mask)
        for path in (model.folder / EXPORT_FILE, own)
    ]
    (traced, traced_vectors), (packed, packed_vectors) = runs
    np.testing.assert_allclose(packed_vectors, traced_vectors, atol=1e-4)
    np.testing.assert_allclose(packed[mask == 1], traced[mask == 1], atol=1e-4)


def test_a_path_that_holds_no_model_is_told_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for model in (tmp_path / "empty", tmp_path / "absent"):
        with pytest.raises(MissingModel) as error:
            load_encoder(set_model(model, tmp_path / "cache"))
        assert "ANSVARSLOTS_MODEL" in error.value.text("sv")
        assert str(model) in error.value.text("en")


def test_a_folder_with_damaged_weights_is_told(model_folder: Path, tmp_path: Path) -> None:
    (model_folder / sentence_transformer.WEIGHTS_FILE).write_bytes(b"\x10" * 500)
    with pytest.raises(MissingModel):
        prepare(set_model(model_folder, tmp_path / "cache"))


def test_a_hub_that_cannot_be_reached_is_told_with_the_mend(tmp_path: Path) -> None:
    code = (
        "from corpus.errors import MissingModel\n"
        "from retrieval.model.prepare import prepare\n"
        "from retrieval.settings import Settings\n"
        "try:\n"
        "    prepare(Settings(model='nobody/no-such-model'))\n"
        "except MissingModel as error:\n"
        "    print(error.text('en'))\n"
    )
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "ANSVARSLOTS_CACHE": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("The embedding model nobody/no-such-model is not found.")
