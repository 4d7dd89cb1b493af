# ruff: noqa: N818 - the names say what was found
"""Why a question or a thumb was not taken, in the asker's language."""

from bot.words import LANGUAGES


class AskingError(Exception):
    """Something the asker can mend. ``text(lang)`` says what and how; ``status`` is the HTTP
    status that fits."""

    status = 400
    key = "asking"
    _texts: tuple[str, str] = ("", "")

    def __init__(self, **found: object) -> None:
        super().__init__(self.key)
        self._found = found

    def text(self, lang: str) -> str:
        """The message in Swedish or English."""
        position = LANGUAGES.index(lang) if lang in LANGUAGES else 0
        return self._texts[position].format(**self._found)


class EmptyQuestion(AskingError):
    """There is no letter or digit in it."""

    status = 422
    key = "empty_question"
    _texts = (
        "Skriv en fråga, till exempel: Vem ansvarar när hemsjukvården avslutas?",
        "Write a question, such as: Who hands over the final report when home health care ends?",
    )


class LongQuestion(AskingError):
    """It is longer than ``LONGEST``. ``limit`` is that number of characters."""

    status = 422
    key = "long_question"
    _texts = (
        "Frågan är för lång (högst {limit} tecken). Skriv kortare och avsluta med själva frågan.",
        "The question is too long (at most {limit} characters). Shorten it and end with the "
        "question itself.",
    )


class TooManyQuestions(AskingError):
    """The asker's or everybody's limit is reached. ``seconds`` until there is room again."""

    status = 429
    key = "too_many_questions"
    _texts = (
        "Det kom många frågor på en gång. Försök igen om {seconds} sekunder.",
        "Many questions came at once. Please try again in {seconds} seconds.",
    )

    def __init__(self, *, seconds: int) -> None:
        super().__init__(seconds=seconds)
        self.seconds = seconds


class UnknownAnswer(AskingError):
    """Feedback to an answer that is not, or no longer, kept."""

    status = 404
    key = "unknown_answer"
    _texts = (
        "Svaret finns inte längre kvar hos mig, så jag kan inte spara vad du tyckte. "
        "Ställ gärna frågan igen.",
        "I no longer have that answer, so I cannot save what you thought. Please ask again.",
    )


class StoreDown(AskingError):
    """The store could not be written."""

    status = 503
    key = "store_down"
    _texts = (
        "Det gick inte att spara just nu. Försök igen om en stund.",
        "It could not be saved just now. Please try again in a while.",
    )


class PersonalComment(AskingError):
    """A comment still looks like personal data after masking, and is not kept."""

    status = 422
    key = "personal_comment"
    _texts = (
        "Kommentaren ser ut att innehålla ett personnummer och sparades inte. Ta bort det och "
        "skicka igen.",
        "The comment seems to hold a personal identity number and was not saved. Remove it and "
        "send again.",
    )
