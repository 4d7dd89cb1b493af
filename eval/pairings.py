"""Question sets beside the services that are to answer them."""

from collections.abc import Sequence
from pathlib import Path

import click

from eval.askable import askable, held_corpora
from eval.fit import Pairing
from eval.question_set import read_question_set
from retrieval.service import AnsweringService, open_service
from retrieval.settings import Settings

pairs_option = click.option(
    "--pair",
    "pairs",
    multiple=True,
    required=True,
    nargs=2,
    type=click.Path(path_type=Path, exists=True),
    metavar="QUESTIONS INDEX",
    help="A question set and the index it is asked of; may be given several times.",
)


def pairings_of(pairs: Sequence[tuple[Path, Path]], settings: Settings) -> list[Pairing]:
    """One pairing an index, with all its question sets.

    Raises what reading a question set and opening an index raise.
    """
    by_index: dict[Path, list[Path]] = {}
    for questions, index in pairs:
        by_index.setdefault(index, []).append(questions)
    return [pairing_of(open_service(index, settings), each) for index, each in by_index.items()]


def pairing_of(service: AnsweringService, files: Sequence[Path]) -> Pairing:
    """The question sets in ``files`` without what the service's documents may answer after all.

    See ``eval.askable``: the sets of the corpora are looked for beside the files.
    """
    sets = [read_question_set(file) for file in files]
    references = {clause.reference for clause in service.clauses}
    held = held_corpora(sets, dict.fromkeys(file.parent for file in files), references)
    return Pairing(service=service, sets=tuple(askable(sets, held)))
