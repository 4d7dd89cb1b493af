"""Swedish personal identity numbers, co-ordination numbers and reserve numbers.

A personal identity number is a birth date (YYMMDD or YYYYMMDD) and four digits, the last of
them a check digit; a plus sign instead of the hyphen says that the person has turned a hundred
(folkbokföringslagen 18 §). A co-ordination number has 60 added to the day. Regions give reserve
numbers to people without either: a birth date with letters among the last four, or 99 and ten
digits. Mistyped numbers are personal data too, so the check digit is not asked for.
"""

import re
from collections.abc import Iterator
from re import Match

from retrieval.redaction.finding import Finding, PersonalKind

_GAP = r"[ \t\n]{0,2}"
_SEP = rf"{_GAP}[-+./_]?{_GAP}"
_DATE = (
    r"(?P<year>(?:(?:1[ ]?8|1[ ]?9|2[ ]?0)[ ]?)?\d[ ]?\d)"
    rf"{_SEP}(?P<month>[01][ ]?\d){_SEP}(?P<day>[0-9][ ]?\d)"
)
_NUMBER = re.compile(
    rf"(?<!\d)(?<!\d[.,:]){_DATE}{_SEP}"
    r"(?P<last>\d[ ]?\d[ ]?\d[ ]?\d|[A-Z]{1,2}[ ]?\d{2,3}|\d{2}[A-Z]\d|\d{3}[A-Z]|[xX*]{4})"
    r"(?![\d§])(?![.,:]\d)",
)
# Written in one piece, no sign beside it makes it anything else.
_COMPACT = re.compile(
    r"(?<!\d)(?P<year>(?:(?:18|19|20)\d|\d)\d)(?P<month>[01]\d)(?P<day>\d\d)[-+]\d{4}(?!\d)"
)
_RESERVE = re.compile(r"(?<!\d)99[ ]?\d{6}[- ]?\d{4}(?!\d)")
# Ten digits without a sign that begin as a mobile number are told to be one.
_MOBILE = re.compile(r"07[02369][ ]?\d[\d ]*$")
_BORN = re.compile(
    r"\b(?:född|f\.|f|born|födelsedatum|födelsedag|dob|pnr|persnr|personnummer|personnr|pers\.?nr)"
    rf"[ :.=]{{0,3}}(?P<number>{_DATE})(?![-+ ]?\d)(?!\s*(?:kr|:|kap))",
    re.IGNORECASE,
)


def find_identity_numbers(text: str) -> Iterator[Finding]:
    """Every number in the folded ``text``, and numeric birth dates called so."""
    for pattern in (_NUMBER, _COMPACT):
        yield from _numbers(pattern, text)
    for match in _RESERVE.finditer(text):
        yield _finding(match.start(), match.end(), PersonalKind.IDENTITY_NUMBER)
    for match in _BORN.finditer(text):
        if _plausible(match):
            yield _finding(match.start("number"), match.end("number"), PersonalKind.BIRTH_DATE)


def _numbers(pattern: re.Pattern[str], text: str) -> Iterator[Finding]:
    at = 0
    while match := pattern.search(text, at):
        at = match.end()
        if not _plausible(match):
            at = match.start() + 1  # a true number may begin within what only looked like one
        elif not (_MOBILE.match(match[0]) or _is_money(text, match.end())):
            yield _finding(match.start(), match.end(), PersonalKind.IDENTITY_NUMBER)


def _finding(start: int, end: int, kind: PersonalKind) -> Finding:
    return Finding(start=start, end=end, kind=kind)


def _plausible(match: Match[str]) -> bool:
    month = int(match["month"].replace(" ", ""))
    day = int(match["day"].replace(" ", ""))
    return 1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)


def _is_money(text: str, end: int) -> bool:
    return (
        re.match(r"\s?(?:kr\b|kronor\b|sek\b|:-)", text[end : end + 10], re.IGNORECASE) is not None
    )
