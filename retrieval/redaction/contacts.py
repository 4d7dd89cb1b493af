"""Phone numbers and e-mail addresses.

Swedish subscriber numbers: a national number begins with 0 and has seven to nine digits more
(Post- och telestyrelsen, numbering plan); +46 or 0046 may stand instead of the 0. Short public
numbers such as 112 and 1177 belong to nobody and stay.
"""

import re
from collections.abc import Iterator
from re import Match

from retrieval.redaction.finding import Finding, PersonalKind

_REST = r"(?:[ ]?[-./]?[ ]?\d){7,10}"
_NATIONAL = re.compile(rf"(?<![\d.,+-])(?<!\d[ :])(?P<number>0(?!0){_REST})(?!\d|[.,:]\d|\.[a-z])")
_FOREIGN = re.compile(
    r"(?<![\d.,-])(?<!\d:)(?P<number>(?:\+[ ]?|00)[1-9]\d{0,2}[ ]?(?:\(0\)[ ]?)?"
    r"(?:[ ]?[-./]?[ ]?\d){6,12})(?!\d)"
)
_CALLED = re.compile(
    r"\b(?:tel(?:efon)?(?:nr|nummer)?|tfn|tlf|mobil(?:nr|nummer)?|mob|ring|nås på|phone|call)"
    r"[ :.=]{1,3}(?:på |nr |till )?(?P<number>\d(?:[ ]?[-]?[ ]?\d){4,9})"
    r"(?![\d§]|[.,:]\d|\s*(?:kr|kap|år))",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"(?P<number>[\w.+%'-]{1,64} ?(?:@|\(at\)|\[at\]|\(snabel-?a\)) ?"
    r"[\w-]{1,63}(?:(?:\.|\(dot\)|\(punkt\))[\w-]{1,63}){1,6})",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{2}[-./ ]\d{2}[-./ ](?:19|20)\d{2}$")
_HOURS = re.compile(r"(?:[01]\d|2[0-4])[.]?[0-5]\d ?- ?(?:[01]\d|2[0-4])[.]?[0-5]\d$")
_PUBLIC = frozenset({"11313", "11414", "116000", "116111", "116117", "116123", "90101"})


def find_contacts(text: str) -> Iterator[Finding]:
    """Every address and subscriber number in the folded ``text``."""
    for match in _EMAIL.finditer(text):
        yield _finding(match, PersonalKind.EMAIL)
    for pattern in (_NATIONAL, _FOREIGN, _CALLED):
        for match in pattern.finditer(text):
            if _subscriber(match["number"]):
                yield _finding(match, PersonalKind.PHONE)


def _finding(match: Match[str], kind: PersonalKind) -> Finding:
    return Finding(start=match.start("number"), end=match.end("number"), kind=kind)


def _subscriber(number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    return not (_DATE.match(number) or _HOURS.match(number) or digits in _PUBLIC)
