"""``python -m eval.bench``: speed and memory of this program, beside the anchor, in one run."""

import os
import platform
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter

import click
from rich.console import Console

import corpus
from eval.benchmark import asked, cold, large, page, warm
from eval.benchmark.figure import Figure
from eval.benchmark.plain import PlainSearch, write_index
from retrieval.encoder import load_encoder
from retrieval.index.folder import read_parts
from retrieval.index_folder import build_index
from retrieval.model.prepare import prepare
from retrieval.service import AnsweringService
from retrieval.settings import Settings


@click.command()
@click.option("--markdown", type=click.Path(path_type=Path), help="Write the page here too.")
def bench(markdown: Path | None) -> None:
    """Print speed and memory beside plain sentence-transformers and FAISS."""
    settings = Settings()
    if os.getloadavg()[0] > 1:
        _say(f"the machine is busy (load {os.getloadavg()[0]:.1f}): times will be too long")
    with tempfile.TemporaryDirectory() as scratch:
        figures = measured(settings, Path(scratch), date.today())
    Console(width=None if sys.stdout.isatty() else 160).print(page.table(figures))
    if markdown:
        markdown.write_text(page.markdown(figures, _made_on(settings)), encoding="utf-8")


def measured(settings: Settings, scratch: Path, on: date) -> list[Figure]:
    """Every figure, in the order of the table. ``scratch`` is a folder to write in."""
    documents = Path(corpus.__file__).parent / "documents"
    data = scratch / "data"
    model = prepare(settings)
    _say("building the index …")
    build = _build(documents, data / "index", settings)
    parts = read_parts(data / "index")
    encoder = load_encoder(settings)
    plain = PlainSearch(
        model_folder=model.model_folder,
        index_file=scratch / "plain.faiss",
        threads=settings.threads,
    )
    write_index(parts.dense.vectors, plain.index_file)
    questions = asked.questions()
    _say(f"asking {len(questions)} warm questions …")
    whole = warm.measure(AnsweringService(parts, encoder), plain, questions, on)
    _say("asking in fresh processes …")
    fresh = cold.measure(questions[0], data, plain, scratch)
    _say(f"asking at {large.LARGE:,} clauses …")
    many = large.measure(parts, encoder, questions, on)
    return [*whole.figures(), *many, *fresh.figures(), build]


def _build(documents: Path, index: Path, settings: Settings) -> Figure:
    begun = perf_counter()
    built = build_index(documents, index, settings)
    seconds = perf_counter() - begun
    return Figure(
        name=f"index build per 1,000 clauses (of {built.clauses})",
        ours=1000 * seconds / built.clauses,
        unit="s",
    )


def _made_on(settings: Settings) -> str:
    return (
        f"On {date.today()}, {_processor()}, {os.cpu_count()} cores, {settings.threads} threads, "
        f"Python {platform.python_version()}, model {settings.model}"
    )


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _say(text: str) -> None:
    click.echo(text, err=True)


if __name__ == "__main__":
    bench()
