"""``ansvarslots doctor``: what works here, and what to mend."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.options import corpus_option, index_option
from bot.cli.spoken import command
from bot.cli.texts import LANGUAGES, Say
from bot.cli.version import PACKAGE, program_version
from bot.safe_text import one_line
from corpus.errors import AnsvarslotsError
from corpus.system_reason import system_reason

if TYPE_CHECKING:
    from retrieval.settings import Settings

PACKAGES = ("numpy", "faiss-cpu", "bm25s", "onnxruntime", "tokenizers", "sentence-transformers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: its name in the texts, whether it is well, and what to say."""

    name: str
    well: bool
    text: str


def doctor_command(say: Say) -> click.Command:
    @command("doctor", say)
    @corpus_option(say)
    @index_option(say)
    def doctor(corpus_folder: Path | None, index: Path | None) -> None:
        from bot.cli.environment import read_settings

        settings = read_settings()
        unwell = 0
        for finding in findings(corpus_folder, index, settings, say):
            mark = "✓" if finding.well else "✗"
            click.echo(f"{mark} {say(f'doctor.{finding.name}')}: {one_line(finding.text)}")
            unwell += not finding.well
        click.echo(say("doctor.unwell", count=unwell) if unwell else say("doctor.well"))
        if unwell:
            raise click.exceptions.Exit(1)

    return doctor


def findings(
    corpus_folder: Path | None, index: Path | None, settings: Settings, say: Say
) -> Iterator[Finding]:
    """Look at everything in turn; what is wrong does not stop the rest."""
    yield from _packages(say)
    for name, folder in (("cache", settings.cache), ("data", settings.data)):
        yield _writable(name, folder, say)
    yield _told("model", lambda: _model(settings), say)
    from bot.cli.places import default_corpus, default_index

    folder = corpus_folder or default_corpus(settings)
    yield from _documents(folder, say)
    yield _told("index", lambda: _index(index or default_index(settings), settings, say), say)
    if index is None:
        yield from _stale(default_index(settings), default_corpus(settings), say)


def _packages(say: Say) -> Iterator[Finding]:
    versions = [f"{PACKAGE} {program_version()}", f"Python {platform.python_version()}"]
    missing = []
    for package in PACKAGES:
        try:
            versions.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            missing.append(package)
    yield Finding(name="versions", well=not missing, text=", ".join(versions))
    for package in missing:
        text = say("doctor.package_missing", package=package)
        yield Finding(name="versions", well=False, text=text)


def _writable(name: str, folder: Path, say: Say) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = system_reason(error)[LANGUAGES.index(say.lang)]
        text = say("doctor.unwritable", folder=folder, reason=reason, name=name.upper())
        return Finding(name=name, well=False, text=text)
    return Finding(name=name, well=True, text=say("doctor.writable", folder=folder))


def _told(name: str, look: Callable[[], str], say: Say) -> Finding:
    """What ``look`` says, or the error it raises, which names the mend."""
    try:
        return Finding(name=name, well=True, text=look())
    except AnsvarslotsError as error:
        return Finding(name=name, well=False, text=error.text(say.lang))


def _model(settings: Settings) -> str:
    from corpus.progress import quiet
    from retrieval.model.prepare import prepare

    prepared = prepare(settings, quiet)
    return f"{prepared.name} ({prepared.folder})"


def _documents(folder: Path, say: Say) -> Iterator[Finding]:
    from corpus.folder import read_folder
    from corpus.progress import quiet

    try:
        read = read_folder(folder, quiet)
    except AnsvarslotsError as error:
        yield Finding(name="documents", well=False, text=error.text(say.lang))
        return
    counts = {"documents": len(read.documents), "clauses": len(read.clauses)}
    text = say("doctor.documents_read", folder=folder, **counts)
    yield Finding(name="documents", well=True, text=text)
    for fault in read.errors:
        yield Finding(name="documents", well=False, text=fault.text(say.lang))


def _index(index: Path, settings: Settings, say: Say) -> str:
    from retrieval.service import open_service

    service = open_service(index, settings)
    return say(
        "doctor.index_open",
        index=index,
        documents=len(service.documents),
        clauses=len(service.clauses),
        fingerprint=service.fingerprint[:8],
    )


def _stale(index: Path, default: Path, say: Say) -> Iterator[Finding]:
    from bot.cli.freshness import look, made_of

    folder, seen = made_of(index, default)
    if seen is not None and seen != look(folder):
        yield Finding(name="index", well=False, text=say("doctor.index_stale", index=index))
