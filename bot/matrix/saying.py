"""A duty in words: what is to be done, and under what circumstances."""

import re
from collections.abc import Iterator

from bot.carrying import matter as bare_matter
from bot.carrying import modality, on_condition, written
from bot.safe_text import one_line
from bot.words import Words
from corpus.duty import Duty, Modality, Phase
from corpus.matrix import Entry

_RESPONSIBLE = ("ansvar", "för ", "åt ")
"""What follows on *is responsible*, or says so itself; anything else is an act."""

_NAMED = 3
"""Words between the modality and an item that may be no more than the party's name."""


def does(entry: Entry, say: Words) -> str:
    """What is laid on the party, the modality first where the text's own words lack it."""
    told = matter(entry)
    # What is all of a sentence binds by its own words ("åligger regionen").
    whole = not entry.lead and one_line(entry.quote).startswith(told)
    if whole or is_act(entry.duty) or _says(entry.duty.modality, told):
        return told
    return f"{modality(entry.duty, say)} {told}"


def matter(entry: Entry) -> str:
    """What is laid on the party, without the modality; an item after what leads it."""
    told = bare_matter(entry.duty.modality, entry.duty.what)
    return f"{_leading(one_line(entry.lead), entry.duty)}{told}" if entry.lead else told


def is_act(duty: Duty) -> bool:
    """Whether the text lays the duty on the party by telling what it does (``väljer``)."""
    said = duty.what.casefold().startswith(_RESPONSIBLE)
    return duty.modality is Modality.RESPONSIBLE and not said


def details(duty: Duty, say: Words) -> Iterator[str]:
    """Phase, time limit and condition, where the party was read from, and the modality of an
    act."""
    if is_act(duty):
        yield modality(duty, say)
    if duty.phase is not Phase.ALWAYS:
        yield say(f"phase.{duty.phase}")
    told = one_line(f"{duty.what} {duty.condition or ''}")
    if duty.time_limit and one_line(duty.time_limit) not in told:
        yield one_line(duty.time_limit)
    if duty.condition:
        yield on_condition(duty.condition, say)
    if duty.parties_inherited:
        yield say("matrix.inherited")


def _says(modality: Modality, text: str) -> bool:
    return re.search(written(modality), text, re.IGNORECASE) is not None


def _leading(lead: str, duty: Duty) -> str:
    """What an item's leading sentence says after the modality (``ange: ``), if more than who."""
    said = re.search(rf"{written(duty.modality)}(.*)", lead, re.IGNORECASE)
    governs = (said.group(1) if said else lead).strip(" ,:;.")
    names = [party.role or "" for party in duty.parties] + ["kommun", "region"]
    who = any(name and name in governs.casefold() for name in names)
    if not governs or (who and len(governs.split()) <= _NAMED):
        return ""
    return f"{governs}: "
