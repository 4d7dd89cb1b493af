"""What can go wrong with a question set or a result file.

AnsvarslotsError
└── EvaluationError
    ├── MissingQuestions
    ├── BadQuestion
    └── BadResult
"""

from corpus.errors import AnsvarslotsError


class EvaluationError(AnsvarslotsError):
    """The evaluation cannot be run as asked."""


class MissingQuestions(EvaluationError):  # noqa: N818 - named for what was found
    swedish = "Frågesetet {file} går inte att läsa ({reason}). Kontrollera sökvägen."
    english = "The question set {file} cannot be read ({reason}). Check the path."


class BadQuestion(EvaluationError):  # noqa: N818 - named for what was found
    """One line of a question set. ``reason`` names the field and what is wrong with it."""

    swedish = "{file}, rad {line}: {reason}. Rätta raden och försök igen."
    english = "{file}, line {line}: {reason}. Correct the line and try again."


class BadResult(EvaluationError):  # noqa: N818 - named for what was found
    swedish = "{file} är inget resultat från eval run ({reason}). Ange en fil som eval run skrev."
    english = "{file} is no result of eval run ({reason}). Name a file that eval run wrote."
