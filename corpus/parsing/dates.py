"""Dates as Swedish documents write them."""

import re
from datetime import date, timedelta

_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari feb febr",
            "mars mar",
            "april apr",
            "maj",
            "juni jun",
            "juli jul",
            "augusti aug",
            "september sep sept",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for month in names.split()
}
_ISO = r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"
_WORDS = rf"(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(_MONTHS)})\.?\s+(?P<year>\d{{4}})(?!\d)"
_DATE = re.compile(rf"(?<!\d)(?:{_ISO}|{_WORDS})", re.IGNORECASE)

FAR_FUTURE = date.max
"""Stands for a day that nobody has decided yet: the text is not in force on any day asked about."""


def find_dates(text: str) -> list[tuple[int, int, date]]:
    """Every whole date in ``text`` as (start, end, date): ``2026-01-15`` or ``15 januari 2026``.

    A day without a year (``28/9``) and a day that does not exist are no dates.
    """
    found = []
    for match in _DATE.finditer(text):
        day = _date(match)
        if day is not None:
            found.append((match.start(), match.end(), day))
    return found


def first_date(text: str) -> date | None:
    """The first whole date in ``text``, or None."""
    dates = find_dates(text)
    return dates[0][2] if dates else None


def day_before(day: date) -> date:
    """The last day of what ceases to apply on ``day``."""
    return day if day == date.min else day - timedelta(days=1)


def _date(match: re.Match[str]) -> date | None:
    try:
        if match["y"]:
            return date(int(match["y"]), int(match["m"]), int(match["d"]))
        return date(int(match["year"]), _MONTHS[match["month"].lower()], int(match["day"]))
    except ValueError:
        return None
