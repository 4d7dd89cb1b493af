"""What can go wrong with a question set or a result file.

AnsvarslotsError
└── EvaluationError
    ├── MissingQuestions
    ├── BadQuestion
    ├── BadResult
    ├── MissingBaseline
    ├── BadBaseline
    ├── UnlikeBaseline
    ├── UnknownProposal
    ├── UnknownGold
    └── CrossingTwin
"""

from pydantic import ValidationError

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


class MissingBaseline(EvaluationError):  # noqa: N818 - named for what was found
    swedish = (
        "Det finns ingen baslinje att jämföra med i {file} ({reason}). "
        "Skriv en med: ansvarslots eval gate RESULTAT.json --baseline FIL --renew"
    )
    english = (
        "There is no baseline to compare with in {file} ({reason}). "
        "Write one with: ansvarslots eval gate RESULT.json --baseline FILE --renew"
    )


class BadBaseline(EvaluationError):  # noqa: N818 - named for what was found
    swedish = (
        "{file} är ingen baslinje ({reason}). "
        "Skriv en ny med: ansvarslots eval gate RESULTAT.json --baseline FIL --renew"
    )
    english = (
        "{file} is no baseline ({reason}). "
        "Write a new one with: ansvarslots eval gate RESULT.json --baseline FILE --renew"
    )


class UnlikeBaseline(EvaluationError):  # noqa: N818 - named for what was found
    """So few questions are shared that the comparison says nothing."""

    swedish = (
        "Bara {shared} av baslinjens {total} frågor finns oförändrade i resultatet. "
        "Ställ samma frågor, eller skriv en ny baslinje med --renew."
    )
    english = (
        "Only {shared} of the baseline's {total} questions are in the result unchanged. "
        "Ask the same questions, or write a new baseline with --renew."
    )


class UnknownProposal(EvaluationError):  # noqa: N818 - named for what was found
    swedish = "Det finns inget förslag {id} i {file}. Se vilka som finns i filen."
    english = "There is no proposal {id} in {file}. See which there are in the file."


class UnknownGold(EvaluationError):  # noqa: N818 - named for what was found
    swedish = (
        "Punkten {reference} finns inte i indexet. "
        "Se vilka som finns med: ansvarslots corpus list --clauses"
    )
    english = (
        "The clause {reference} is not in the index. "
        "See which there are with: ansvarslots corpus list --clauses"
    )


class CrossingTwin(EvaluationError):  # noqa: N818 - named for what was found
    swedish = (
        "{id} är nästan samma fråga som {twin}, som står i delen {part}. "
        "Lägg den i samma del, eller låt den vara."
    )
    english = (
        "{id} is nearly the same question as {twin}, which stands in the part {part}. "
        "Put it in the same part, or leave it."
    )


def first_fault(error: ValidationError) -> str:
    """The field that pydantic complains of first, and what is wrong with it."""
    fault = error.errors()[0]
    return f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}".strip(": ")
