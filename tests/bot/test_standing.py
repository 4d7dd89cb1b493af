"""A text is called in force only when it is, on the day that was asked."""

from datetime import date

import pytest

from bot.cli.texts import Say
from bot.standing import dates, standing
from corpus.status import Status

ON = date(2026, 11, 22)
BEFORE, AFTER = date(2026, 1, 1), date(2027, 1, 1)


@pytest.mark.parametrize(
    ("status", "start", "end", "expected"),
    [
        (Status.IN_FORCE, BEFORE, None, "GÄLLANDE"),
        (Status.IN_FORCE, BEFORE, ON, "GÄLLANDE"),
        (Status.IN_FORCE, ON, None, "GÄLLANDE"),
        (Status.IN_FORCE, AFTER, None, "GÄLLER INTE ÄN"),
        (Status.IN_FORCE, None, BEFORE, "HAR SLUTAT GÄLLA"),
        (Status.ADOPTED, BEFORE, None, "BESLUTAD – inte i kraft"),
        (Status.CONSULTATION, BEFORE, None, "REMISS – gäller inte"),
        (Status.DRAFT, BEFORE, None, "UTKAST – gäller inte"),
        (Status.REPEALED, BEFORE, AFTER, "UPPHÄVD – gäller inte längre"),
        (Status.EXAMPLE, BEFORE, None, "EXEMPEL – inte gällande"),
        (Status.NOTES, BEFORE, None, "MÖTESANTECKNING – gäller inte"),
    ],
)
def test_each_status_has_its_words(status, start, end, expected):
    assert standing(status, start, end, ON, Say("sv")) == expected


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.IN_FORCE])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_only_a_text_in_force_says_that_it_is(status, lang):
    say = Say(lang)
    in_force = {say("standing.in_force"), say("dates.in_force.from", start=BEFORE)}
    assert standing(status, BEFORE, None, ON, say) not in in_force
    assert dates(status, BEFORE, None, ON, say) not in in_force


@pytest.mark.parametrize(
    ("status", "start", "end", "expected"),
    [
        (Status.IN_FORCE, BEFORE, None, "gäller från 2026-01-01"),
        (Status.IN_FORCE, BEFORE, AFTER, "gäller 2026-01-01–2027-01-01"),
        (Status.IN_FORCE, None, BEFORE, "gällde till och med 2026-01-01"),
        (Status.IN_FORCE, None, AFTER, "gäller till och med 2027-01-01"),
        (Status.REPEALED, BEFORE, AFTER, "gällde 2026-01-01–2027-01-01"),
        (Status.NOTES, BEFORE, None, "daterad 2026-01-01"),
        (Status.EXAMPLE, BEFORE, None, "skriven för tiden från 2026-01-01"),
        (Status.DRAFT, None, None, "utan angivet datum"),
    ],
)
def test_the_dates_are_told_in_words_that_fit_the_status(status, start, end, expected):
    assert dates(status, start, end, ON, Say("sv")) == expected
