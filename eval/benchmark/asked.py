"""The questions that the benchmark asks: always the same ones."""

from pathlib import Path

import eval as evaluation
from eval.question_set import read_question_set

SET = "modellavtal.jsonl"
COUNT = 60


def questions(count: int = COUNT) -> tuple[str, ...]:
    """``count`` questions spread evenly over the question set of the default corpus."""
    file = Path(evaluation.__file__).parent / "questions" / SET
    found = read_question_set(file).questions
    step = max(len(found) // count, 1)
    return tuple(question.question for question in found[::step][:count])
