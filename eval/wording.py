"""A question's words alone."""

import re


def wording(question: str) -> str:
    """The words in lower case: punctuation and spacing make no difference."""
    return " ".join(re.findall(r"\w+", question.casefold()))
