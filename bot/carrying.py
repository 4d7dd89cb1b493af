"""Who carries something and how the text binds them, in words that every surface uses."""

from bot.safe_text import one_line
from bot.words import LANGUAGES, Words
from corpus.duty import Modality
from corpus.party import Party, Principal
from corpus.role_names import role_name
from retrieval.answer import OverviewDuty, PartyAnswer
from retrieval.texts import role_alone


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


def binding(duty: PartyAnswer | OverviewDuty, say: Words) -> str:
    """How the text binds the party. Nothing where it states the matter in a verb of its own
    (``Kommunen: tar över sängen``)."""
    own = matter(duty.modality, duty.what) == one_line(duty.what)
    if duty.modality is Modality.RESPONSIBLE and own and not duty.what.startswith("för "):
        return ""
    negation = say("modality.not") if duty.negated else ""
    return f" {say(f'modality.{duty.modality}')}{negation}"


def matter(modality: Modality, what: str) -> str:
    """What is laid on somebody may begin with the very word that lays it on them."""
    return one_line(what).removeprefix(f"{modality} ")


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]
