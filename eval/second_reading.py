"""How far two readers agree on who answers: ``python -m eval.second_reading``.

A second reader saw the questions of ``dev`` and ``test`` with their gold clauses, not the first
reader's principals, and wrote down whom each clause lays the matter on. Where two people who
read with care differ, no program can be right for both: their agreement is what the figure of
right principals can be held against.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from corpus.party import Principal
from eval.jsonl import read_rows
from eval.outcome import REFUSED
from eval.principals import spread
from eval.question_set import Question, read_question_set
from retrieval.answer import Answer
from retrieval.service import open_service
from retrieval.settings import Settings

Principals = frozenset[Principal]


class Reading(BaseModel):
    """A line of the file: whom the gold clauses lay what is asked on; empty for nobody."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    principals: tuple[Principal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One answered question: what the two readers and the program take for its principals."""

    first: Principals
    second: Principals
    program: Principals


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Shares in [0, 1] of the ``answered`` questions, NaN where there are none. ``readers``:
    both readers agree; ``first`` and ``second``: the program agrees with that reader;
    ``where_both``: it agrees with them, among those on which they agree."""

    answered: int
    readers: float
    first: float
    second: float
    where_both: float


def agreement(read: Sequence[Read]) -> Agreement:
    """Who agrees with whom."""
    settled = [each for each in read if each.first == each.second]
    return Agreement(
        answered=len(read),
        readers=_share(each.first == each.second for each in read),
        first=_share(each.first == each.program for each in read),
        second=_share(each.second == each.program for each in read),
        where_both=_share(each.first == each.program for each in settled),
    )


def second_reading(file: Path) -> dict[str, Principals]:
    """The second reader's principals by question id. Raises MissingQuestions and BadQuestion."""
    return {row.id: spread(row.principals) for row in read_rows(file, Reading)}


def answered(
    questions: Iterable[Question], second: Mapping[str, Principals], answers: Mapping[str, Answer]
) -> list[Read]:
    """The questions that both have read and that the program answers."""
    return [
        Read(
            first=spread(question.principals),
            second=second[question.id],
            program=spread(answers[question.id].principals),
        )
        for question in questions
        if question.principals is not None
        and question.id in second
        and answers[question.id].status not in REFUSED
    ]


def table_row(name: str, part: str, found: Agreement) -> str:
    """A row of the Markdown table."""
    shares = (found.readers, found.first, found.second, found.where_both)
    cells = (name, part, str(found.answered), *(f"{share:.3f}" for share in shares))
    return f"| {' | '.join(cells)} |"


HEAD = (
    "| questions | part | answered | readers agree | as the first | as the second | "
    "where both agree |\n|---|---|---|---|---|---|---|"
)


def _share(held: Iterable[bool]) -> float:
    counted = list(held)
    return sum(counted) / len(counted) if counted else float("nan")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--reading", type=Path, required=True)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--on", type=date.fromisoformat, required=True)
    given = parser.parse_args(arguments)
    service = open_service(given.index, Settings())
    second = second_reading(given.reading)
    asked = [each for each in read_question_set(given.questions).questions if each.id in second]
    answers = {each.id: service.ask(each.question, on=each.on or given.on) for each in asked}
    lines = [HEAD]
    for part in sorted({each.part or "–" for each in asked}):
        some = [each for each in asked if (each.part or "–") == part]
        found = agreement(answered(some, second, answers))
        lines.append(table_row(given.questions.stem, part, found))
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
