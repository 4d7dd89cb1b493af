"""``python -m eval.adapter``: train the question adapter and write its file."""

import sys
from datetime import date
from pathlib import Path

import click
import numpy as np
from safetensors.numpy import save_file

from eval.adapter.examples import examples_of
from eval.adapter.network import QuestionNetwork
from eval.adapter.training import EPOCHS, RANK, train
from eval.pairings import pairings_of, pairs_option
from retrieval.model.prepare import prepare
from retrieval.model.weights import SHA256
from retrieval.settings import Settings

PREFIX = "query: "


@click.command()
@pairs_option
@click.option("--scale", default=1.0, show_default=True, help="How much of what was learnt stays.")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="FILE")
def main(pairs: tuple[tuple[Path, Path], ...], scale: float, out: Path) -> None:
    """Train on the questions of the part ``train`` and write the adapter to FILE."""
    from sentence_transformers import SentenceTransformer

    settings = Settings(use_adapter=False)
    examples = [
        example
        for pairing in pairings_of(pairs, settings)
        for example in examples_of(pairing, date.today())
        if example.question.part == "train"
    ]
    folder = prepare(settings).model_folder
    network = QuestionNetwork(SentenceTransformer(str(folder), device="cpu"), PREFIX, RANK)

    def report(epoch: int, loss: float) -> None:
        # Each epoch leaves a whole file, so that a long training that is cut off is not lost.
        _write(network, out, f"{len(examples)} training questions, {epoch + 1} epochs", scale)
        _say(f"{epoch + 1}/{EPOCHS}: {loss:.3f}")

    train(network, examples, report)
    _say(f"{out}: {out.stat().st_size} bytes")


def _write(network: QuestionNetwork, out: Path, trained_on: str, scale: float) -> None:
    matrices = {}
    for name, branch in network.branches.items():
        matrices[f"{name}.A"] = branch.a.detach().numpy().astype(np.float16)
        matrices[f"{name}.B"] = (scale * branch.b.detach().numpy()).astype(np.float16)
    chosen_by = f"python -m eval.adapter on {trained_on}, scale {scale}"
    partial = out.with_suffix(".partial")
    save_file(matrices, partial, metadata={"base": SHA256, "chosen_by": chosen_by})
    partial.replace(out)


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main()
