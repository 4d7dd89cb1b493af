"""Who carries something and how the text binds them, in words that every surface uses."""

import re
from collections.abc import Sequence

from bot.safe_text import one_line
from bot.words import LANGUAGES, Words
from corpus.duty import Duty, Modality
from corpus.party import Party, Principal
from corpus.role_names import role_name
from retrieval.answer import OverviewDuty, PartyAnswer
from retrieval.texts import joined_plain, role_alone

_WRITTEN = {Modality.SHALL: r"\b(?:ska|skall|måste)\b"}
"""Where the text has more words than one for a modality."""


def party_name(party: Party, say: Words) -> str:
    """The principal and, where the text names one, the role; another's role stands alone."""
    principal = say(f"principal.{party.principal}")
    if not party.role:
        return principal
    if party.principal is Principal.OTHER:
        return _raised(one_line(role_alone(party.role, say.lang)))
    return f"{principal} ({one_line(role_name(party.role, say.lang))})"


def carrier(each: PartyAnswer, say: Words) -> str:
    """The party; in Swedish as the text itself calls it, where it does."""
    if each.called and say.lang == LANGUAGES[0]:
        return one_line(each.called)
    return party_name(each.party, say)


def together(names: Sequence[str], say: Words) -> str:
    """Names in one phrase: the first as it is, the others as they stand within a sentence."""
    first, *others = names
    return joined_plain([first, *map(lowered, others)], say.lang)


def lowered(text: str) -> str:
    """``text`` as it stands within a sentence: without a capital in front."""
    return text[:1].lower() + text[1:]


def on_condition(condition: str, say: Words) -> str:
    """``villkor: om den enskilde samtycker``."""
    return say("answer.condition", condition=lowered(one_line(condition)))


def laid_on(names: Sequence[str], duty: PartyAnswer | OverviewDuty | Duty, say: Words) -> str:
    """``Kommunen och regionen ska inte: betala resan``."""
    return f"{together(names, say)}{binding(duty, say)}: {matter(duty.modality, duty.what)}"


def binding(duty: PartyAnswer | OverviewDuty | Duty, say: Words) -> str:
    """How the text binds the party. Nothing where it states the matter in a verb of its own
    (``Kommunen: tar över sängen``)."""
    own = matter(duty.modality, duty.what) == one_line(duty.what)
    if duty.modality is Modality.RESPONSIBLE and own and not duty.what.startswith("för "):
        return ""
    return f" {modality(duty, say)}"


def modality(duty: PartyAnswer | OverviewDuty | Duty, say: Words) -> str:
    """Ska, får, bör or ansvarar, denied where the text denies it."""
    negation = say("modality.not") if duty.negated else ""
    return f"{say(f'modality.{duty.modality}')}{negation}"


def matter(modality: Modality, what: str) -> str:
    """What is laid on somebody may begin with the very word that lays it on them or denies it."""
    return re.sub(rf"^{written(modality)} (?:inte |ej )?", "", one_line(what))


def written(modality: Modality) -> str:
    """A pattern of the words that the text may write the modality with."""
    return _WRITTEN.get(modality, rf"\b{modality}\b")


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]
