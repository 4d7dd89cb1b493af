"""A run of question sets as a command line asks for it."""

from __future__ import annotations

import shlex
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.misuse import misuse
from bot.cli.texts import Say

if TYPE_CHECKING:
    from corpus.progress import Progress
    from eval.outcome import Outcome
    from eval.question_set import QuestionSet
    from retrieval.service import AnsweringService
    from retrieval.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Which questions to ask of which index. ``names`` are the corpora that it holds."""

    files: tuple[Path, ...]
    index: Path | None
    part: str | None
    names: tuple[str, ...]
    on: date | None
    baselines: bool

    def spelled(self) -> str:
        """The command without the paths of this machine: file names only."""
        words = ["ansvarslots", "eval", "run"]
        for file in self.files:
            words += ["--questions", file.name]
        words += ["--index", self.index.name] if self.index else []
        words += ["--part", self.part] if self.part else []
        for name in self.names:
            words += ["--corpus-name", name]
        words += ["--baselines"] if self.baselines else []
        return shlex.join(words)


def ask_sets(asking: Asking, say: Say) -> dict[str, object]:
    """Ask every question and give the result as it is written.

    Raises UsageError when no question is left to ask.
    """
    from bot.cli.environment import read_settings
    from bot.cli.progress_bar import progress_bar
    from bot.cli.service import asked_service
    from eval.result_file import Result, result_wire, run_facts
    from eval.run import run_sets

    settings = read_settings()
    whole = read_sets(asking.files, asking.part)
    service = asked_service(asking.index, settings, say)
    sets = _fitting(whole, asking, {clause.reference for clause in service.clauses}, say)
    day = asking.on or date.today()
    with progress_bar(say) as progress:
        outcomes = run_sets(service, sets, on=day, progress=progress)
        if asking.baselines:
            outcomes = _beside(outcomes, asking, service, settings, progress)
    facts = run_facts(
        command=asking.spelled(),
        date=day.isoformat(),
        fingerprint=service.fingerprint,
        sets=sets,
        part=asking.part,
    )
    return result_wire(Result(run=facts, questions=outcomes))


def read_sets(files: tuple[Path, ...], part: str | None) -> list[QuestionSet]:
    """The question sets, only the questions of ``part``. Raises UsageError when none is left."""
    from eval.question_set import read_question_set

    sets = [read_question_set(file) for file in files]
    kept = [
        replace(s, questions=tuple(q for q in s.questions if part in (None, q.part))) for s in sets
    ]
    return _some(kept, files)


def _some(sets: list[QuestionSet], files: tuple[Path, ...]) -> list[QuestionSet]:
    if not any(set_.questions for set_ in sets):
        raise misuse("no_questions", files=", ".join(file.name for file in files))
    return sets


def _fitting(
    sets: list[QuestionSet], asking: Asking, references: Collection[str], say: Say
) -> list[QuestionSet]:
    """The sets without what these documents may answer after all; tells what is left out."""
    from eval.askable import askable, held_corpora, without_known_gold

    folders = list(dict.fromkeys(file.parent for file in asking.files))
    held = asking.names or held_corpora(sets, folders, references)
    kept = askable(sets, held)
    left_out = sum(len(s.questions) for s in sets) - sum(len(s.questions) for s in kept)
    if left_out:
        click.echo(say("eval.left_out", count=left_out), err=True)
    strangers = without_known_gold(kept, references)
    if strangers:
        click.echo(say("eval.strangers", count=strangers), err=True)
    return _some(kept, asking.files)


def _beside(
    outcomes: tuple[Outcome, ...],
    asking: Asking,
    service: AnsweringService,
    settings: Settings,
    progress: Progress,
) -> tuple[Outcome, ...]:
    """The outcomes with the baselines' rankings of the same index and the same model."""
    from bot.cli.places import default_index
    from eval.baselines import Baselines, with_baselines
    from retrieval.encoder import load_encoder
    from retrieval.index.folder import read_parts

    parts = read_parts(asking.index or default_index(settings))
    if parts.fingerprint != service.fingerprint:
        raise misuse("index_changed")
    encoder = load_encoder(settings)
    plain = load_encoder(settings.model_copy(update={"use_adapter": False}))
    adapted = plain.question_fingerprint != encoder.question_fingerprint
    baselines = Baselines(parts, encoder, plain if adapted else None)
    return with_baselines(outcomes, baselines, progress)
