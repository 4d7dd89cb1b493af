"""Reading the question adapter: what is damaged or foreign is told, never used."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ModelError, UnusableAdapter
from retrieval.model import adapter, question_graph
from retrieval.model.weights import SHA256, locate
from retrieval.model.weights import read as read_weights
from tests.retrieval.small_adapter import Matrices, matrices, write
from tests.retrieval.small_model import SHAPE

LAYER = "layer.1.output.dense"


def test_a_file_is_read_as_branches_in_float32(tmp_path: Path) -> None:
    tensors = matrices([LAYER, "layer.0.attention.self.key"], rank=3)
    found = adapter.read(write(tmp_path / "a.safetensors", tensors), SHAPE)
    assert found.chosen_by == "chance"
    assert set(found.branches) == {LAYER, "layer.0.attention.self.key"}
    branch = found.branches[LAYER]
    assert branch.down.dtype == branch.up.dtype == np.float32
    assert (branch.down.shape, branch.up.shape) == ((64, 3), (3, 32))
    np.testing.assert_array_equal(branch.down, tensors[f"{LAYER}.A"])
    np.testing.assert_array_equal(branch.up, tensors[f"{LAYER}.B"])


def without_its_other_half(tensors: Matrices) -> None:
    del tensors[f"{LAYER}.B"]


def of_another_width(tensors: Matrices) -> None:
    tensors[f"{LAYER}.A"] = tensors[f"{LAYER}.A"][:-1]


def of_another_height(tensors: Matrices) -> None:
    tensors[f"{LAYER}.B"] = tensors[f"{LAYER}.B"][:, :-1]


def of_two_ranks(tensors: Matrices) -> None:
    tensors[f"{LAYER}.A"] = tensors[f"{LAYER}.A"][:, :-1]


def of_no_rank(tensors: Matrices) -> None:
    tensors[f"{LAYER}.A"] = tensors[f"{LAYER}.A"][:, :0]
    tensors[f"{LAYER}.B"] = tensors[f"{LAYER}.B"][:0]


def flat(tensors: Matrices) -> None:
    tensors[f"{LAYER}.A"] = tensors[f"{LAYER}.A"].reshape(-1)


def whole_numbers(tensors: Matrices) -> None:
    tensors[f"{LAYER}.A"] = np.ones((64, 4), np.int32)


def beyond_the_last_layer(tensors: Matrices) -> None:
    for side in "AB":
        tensors[f"layer.2.output.dense.{side}"] = tensors[f"{LAYER}.{side}"]


def beside_a_norm(tensors: Matrices) -> None:
    for side in "AB":
        tensors[f"layer.1.output.LayerNorm.{side}"] = tensors[f"{LAYER}.{side}"]


def with_a_third_matrix(tensors: Matrices) -> None:
    tensors[f"{LAYER}.C"] = tensors[f"{LAYER}.A"]


def not_a_number(tensors: Matrices) -> None:
    tensors[f"{LAYER}.A"][3, 1] = np.nan


def endless(tensors: Matrices) -> None:
    tensors[f"{LAYER}.B"][0, 0] = np.inf


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (without_its_other_half, f"the matrices of {LAYER} do not fit"),
        (of_another_width, f"the matrices of {LAYER} do not fit"),
        (of_another_height, f"the matrices of {LAYER} do not fit"),
        (of_two_ranks, f"the matrices of {LAYER} do not fit"),
        (of_no_rank, f"the matrices of {LAYER} do not fit"),
        (flat, f"the matrices of {LAYER} do not fit"),
        (whole_numbers, f"the matrices of {LAYER} do not fit"),
        (beyond_the_last_layer, "the matrices of layer.2.output.dense do not fit"),
        (beside_a_norm, "the matrices of layer.1.output.LayerNorm do not fit"),
        (with_a_third_matrix, "it holds unknown matrices"),
        (not_a_number, f"{LAYER} holds what is no number"),
        (endless, f"{LAYER} holds what is no number"),
    ],
)
def test_matrices_that_make_no_branch_are_told(
    tmp_path: Path, fault: Callable[[Matrices], None], told: str
) -> None:
    tensors = matrices([LAYER])
    fault(tensors)
    with pytest.raises(UnusableAdapter) as error:
        adapter.read(write(tmp_path / "a.safetensors", tensors), SHAPE)
    assert told in error.value.text("en")


@pytest.mark.parametrize("size", [0, 7, 100, -1])
def test_a_file_cut_short_is_told_with_the_mend(tmp_path: Path, size: int) -> None:
    file = write(tmp_path / "a.safetensors", matrices([LAYER]))
    file.write_bytes(file.read_bytes()[:size])
    with pytest.raises(ModelError) as error:
        adapter.read(file, SHAPE)
    assert error.value.text("sv") == (
        f"Modellens anpassning till frågor, {file}, går inte att använda: "
        "filen saknas eller är skadad. "
        "Installera om programmet, eller stäng av den med ANSVARSLOTS_USE_ADAPTER=false."
    )
    assert error.value.text("en") == (
        f"The model's adapter for questions, {file}, cannot be used: "
        "the file is missing or damaged. "
        "Install the program again, or switch it off with ANSVARSLOTS_USE_ADAPTER=false."
    )


@pytest.mark.parametrize("base", ["", "0" * 64, SHA256.upper()])
def test_an_adapter_of_other_weights_is_not_used(tmp_path: Path, base: str) -> None:
    file = write(tmp_path / "a.safetensors", matrices([LAYER]), base)
    with pytest.raises(UnusableAdapter) as error:
        adapter.read(file, SHAPE)
    assert "den hör till en annan modell" in error.value.text("sv")
    assert "it belongs to another model" in error.value.text("en")


def test_an_adapter_is_shipped_or_not(tmp_path: Path) -> None:
    assert question_graph.shipped(tmp_path) is None
    file = write(tmp_path / question_graph.FILE, matrices([LAYER]))
    assert question_graph.shipped(tmp_path) == file


def test_the_shipped_adapter_fits_the_built_in_model() -> None:
    file = question_graph.shipped()
    assert file is not None
    found = adapter.read(file, read_weights(locate()).shape)
    assert found.branches
    assert found.chosen_by
