"""The safetensors format, against the format's own library."""

from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

from retrieval.model import safetensors_file

TENSORS = {
    "a.weight": np.arange(12, dtype=np.float32).reshape(3, 4),
    "words.weight": np.arange(10, dtype=np.float32).reshape(5, 2),
    "b.bias": np.ones(7, np.float32),
}


def test_the_library_reads_what_is_written(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    safetensors_file.write(file, TENSORS)
    read = load_file(file)
    assert read.keys() == TENSORS.keys()
    for name, tensor in TENSORS.items():
        np.testing.assert_array_equal(read[name], tensor)


def test_a_matrix_is_found_where_the_library_put_it(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    save_file(TENSORS, file)
    place = safetensors_file.find_matrix(file, "words.weight")
    assert place is not None
    shape = (place.rows, place.columns)
    mapped = np.memmap(file, np.float32, mode="r", offset=place.offset, shape=shape)
    np.testing.assert_array_equal(mapped, TENSORS["words.weight"])


def test_a_matrix_is_not_found_by_an_ending_that_two_share(tmp_path: Path) -> None:
    file = tmp_path / "model.safetensors"
    safetensors_file.write(file, TENSORS)
    assert safetensors_file.find_matrix(file, ".weight") is None
    assert safetensors_file.find_matrix(file, "b.bias") is None
    assert safetensors_file.find_matrix(file, "absent") is None
