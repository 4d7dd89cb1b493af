"""How follow-up questions fare: ``python -m eval.threads --questions FILE --index DIR``.

Each line of the file holds ``earlier`` (the thread's questions, oldest first), ``question``,
``gold``, ``follows`` (whether it can only be understood with an earlier one) and ``part``.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eval.question_set import Question, read_question_set
from retrieval.service import AnsweringService, Traced, open_service
from retrieval.settings import Settings

FAR = 3


class ThreadQuestion(Question):
    """A question with those before it in its thread."""

    earlier: tuple[str, ...]
    follows: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fared:
    """Counts over ``questions`` of one kind. ``decided``: rightly taken as following or not;
    ``first`` and ``near``: gold ranked first, or among the first three, with the thread;
    ``first_alone`` and ``near_alone``: without it."""

    follows: bool
    questions: int
    decided: int
    first: int
    first_alone: int
    near: int
    near_alone: int


def read_threads(path: Path, part: str | None = None) -> list[ThreadQuestion]:
    """The questions of ``part``, or all. Raises MissingQuestions and BadQuestion."""
    whole = read_question_set(path).questions
    asked = [ThreadQuestion.model_validate(question.model_dump()) for question in whole]
    return [question for question in asked if part in (None, question.part)]


def fare(
    service: AnsweringService, asked: Sequence[ThreadQuestion], on: date, *, follows: bool
) -> Fared:
    """Ask every question of one kind with its thread and without."""
    kind = [question for question in asked if question.follows is follows]
    pairs = [
        (
            question,
            service.ask_traced(question.question, on=on, earlier=question.earlier),
            service.ask_traced(question.question, on=on),
        )
        for question in kind
    ]
    return Fared(
        follows=follows,
        questions=len(kind),
        decided=sum((found.followed is not None) is follows for _, found, _ in pairs),
        first=sum(_place(found, question) == 1 for question, found, _ in pairs),
        first_alone=sum(_place(alone, question) == 1 for question, _, alone in pairs),
        near=sum(_place(found, question) <= FAR for question, found, _ in pairs),
        near_alone=sum(_place(alone, question) <= FAR for question, _, alone in pairs),
    )


def table(rows: Sequence[tuple[str, Fared]]) -> str:
    """The counts as a Markdown table; each row with its part's name."""
    lines = [
        "| part | questions that | number | decided rightly | gold first | alone | gold in the "
        "first three | alone |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for part, found in rows:
        kind = "follow" if found.follows else "stand alone"
        lines.append(
            f"| {part} | {kind} | {found.questions} | {found.decided} | {found.first} | "
            f"{found.first_alone} | {found.near} | {found.near_alone} |"
        )
    return "\n".join(lines)


def _place(found: Traced, question: ThreadQuestion) -> int:
    """The place, from 1, of the first gold clause; one more than were ranked if none was."""
    places = (
        place for place, each in enumerate(found.ranked, 1) if each.reference in question.gold
    )
    return next(places, len(found.ranked) + 1)


def main(arguments: Sequence[str]) -> None:
    """Print the table for each part."""
    parser = argparse.ArgumentParser(prog="python -m eval.threads", description=__doc__)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--on", type=date.fromisoformat, default=date.today())
    chosen = parser.parse_args(arguments)
    service = open_service(chosen.index, Settings())
    rows = []
    for part in ("dev", "test"):
        asked = read_threads(chosen.questions, part)
        rows += [
            (part, fare(service, asked, chosen.on, follows=follows)) for follows in (True, False)
        ]
    sys.stdout.write(table(rows) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
