"""Every word that an answer itself says, in Swedish and in English.

A surface draws these; it adds none of its own about the matter.
"""

from collections.abc import Sequence
from typing import Final

from corpus.duty import Modality
from corpus.party import Party, Principal
from corpus.role_names import role_name, standing_alone

SWEDISH, ENGLISH = "sv", "en"

_PRINCIPALS: Final = {
    SWEDISH: {
        Principal.MUNICIPALITY: "kommunen",
        Principal.REGION: "regionen",
        Principal.BOTH: "kommunen och regionen",
        Principal.INDIVIDUAL: "den enskilde",
        Principal.OTHER: "annan part",
    },
    ENGLISH: {
        Principal.MUNICIPALITY: "the municipality",
        Principal.REGION: "the region",
        Principal.BOTH: "the municipality and the region",
        Principal.INDIVIDUAL: "the individual",
        Principal.OTHER: "another party",
    },
}

TEXTS: Final[dict[str, dict[str, str]]] = {
    "who": {
        SWEDISH: "{parties} ansvarar.",
        ENGLISH: "{parties} {is_are} responsible.",
    },
    "may": {
        SWEDISH: "{parties} får göra det som den markerade meningen säger.",
        ENGLISH: "{parties} may do what the marked sentence says.",
    },
    "must_not": {
        SWEDISH: "{parties}: texten säger nej eller gör ett undantag. Läs den markerade meningen.",
        ENGLISH: "{parties}: the text says no or makes an exception. Read the marked sentence.",
    },
    "whoever": {
        SWEDISH: "{who} ansvarar.",
        ENGLISH: "Responsible: the {who}, in the region or in the municipality.",
    },
    "of_either": {
        SWEDISH: "{who} ansvarar, regionens eller kommunens.",
        ENGLISH: "Responsible: {who}, in the region or in the municipality.",
    },
    "shared": {
        SWEDISH: "Delat ansvar: {parties}.",
        ENGLISH: "Shared responsibility: {parties}.",
    },
    "stated": {
        SWEDISH: "Så här står det i {place}.",
        ENGLISH: "This is what {place} says.",
    },
    "not_stated": {
        SWEDISH: "Texten säger inte vem som ansvarar.",
        ENGLISH: "The text does not say who is responsible.",
    },
    "under": {
        SWEDISH: "{parties} ansvarar enligt {place}.",
        ENGLISH: "{parties} {is_are} responsible under {place}.",
    },
    "item_under": {
        SWEDISH: "{parties} ansvarar för punkt {number} enligt {place}.",
        ENGLISH: "{parties} {is_are} responsible for item {number} under {place}.",
    },
    "listed": {
        SWEDISH: "De som räknas upp i {place} ansvarar.",
        ENGLISH: "Those listed in {place} are responsible.",
    },
    "shared_under": {
        SWEDISH: "Delat ansvar enligt {place}: {parties}.",
        ENGLISH: "Shared responsibility under {place}: {parties}.",
    },
    "parts_under": {
        SWEDISH: "Enligt {place} har {parties} var sin del av ansvaret.",
        ENGLISH: "Under {place} {parties} each have their part.",
    },
    "one_of_them": {
        SWEDISH: "Ansvarig: {parties}.",
        ENGLISH: "Responsible: {parties}.",
    },
    "one_of_them_under": {
        SWEDISH: "Ansvarig enligt {place}: {parties}.",
        ENGLISH: "Responsible under {place}: {parties}.",
    },
    "names_nobody": {
        SWEDISH: "{line} I {place} står vad som gäller, men där nämns ingen ansvarig.",
        ENGLISH: "{line} What applies stands in {place}, which names nobody.",
    },
    "stated_nobody": {
        SWEDISH: "Så här står det i {place}. Där nämns ingen ansvarig. {line}",
        ENGLISH: "This is what {place} says. It names nobody. {line}",
    },
    "ambiguous": {
        SWEDISH: "Det beror på: {first} eller {second}.",
        ENGLISH: "It depends: {first} or {second}.",
    },
    "less_sure": {
        SWEDISH: "Osäkert, läs punkten. {line}",
        ENGLISH: "Unsure, read the clause. {line}",
    },
    "tell_more": {
        SWEDISH: "Två punkter passar lika bra. Läs båda, eller skriv mer om situationen.",
        ENGLISH: "Two clauses fit equally well. Read both, or tell more about the situation.",
    },
    "one_of_several": {
        SWEDISH: "Du frågade flera saker. Svaret gäller ”{question}”. Fråga en sak i taget.",
        ENGLISH: "You asked several things. This answers “{question}”. Ask one thing at a time.",
    },
    "several": {
        SWEDISH: (
            "Du frågade flera saker på en gång. Svaret gäller den som passar texten bäst. "
            "Fråga om en sak i taget, så får du svar på resten."
        ),
        ENGLISH: (
            "You asked several things at once. The answer is about the one that fits the text "
            "best. Ask one thing at a time to get the rest answered."
        ),
    },
    "also": {
        SWEDISH: "Samma punkt lägger också ansvar på {parties}. Läs hela punkten.",
        ENGLISH: "The same clause also lays responsibility on {parties}. Read all of it.",
    },
    "not_found": {
        SWEDISH: "Det hittar jag inte i texten.",
        ENGLISH: "I cannot find that in the text.",
    },
    "unsure": {
        SWEDISH: "Jag hittar inget säkert svar i texten. Se om en närliggande punkt passar.",
        ENGLISH: "I find no sure answer in the text. See whether a related clause fits.",
    },
    "no_valid": {
        SWEDISH: "Inget dokument gäller den {on}.",
        ENGLISH: "No document is in force on {on}.",
    },
    "empty": {
        SWEDISH: "Skriv en fråga, till exempel: Vem ansvarar när hemsjukvården avslutas?",
        ENGLISH: "Write a question, such as: Who is responsible when home health care ends?",
    },
    "medical_advice": {
        SWEDISH: "Jag ger inga medicinska råd.",
        ENGLISH: "I give no medical advice.",
    },
    "patient_case": {
        SWEDISH: "Jag kan inte bedöma en enskild persons fall.",
        ENGLISH: "I cannot judge one person's case.",
    },
    "it_support": {
        SWEDISH: "Det där är en it-fråga, och den kan jag inte hjälpa till med.",
        ENGLISH: "That is an IT question, and I cannot help with it.",
    },
    "small_talk": {
        SWEDISH: "Jag svarar gärna på vem som ansvarar för vad mellan regionen och kommunen.",
        ENGLISH: "I gladly answer who is responsible for what between region and municipality.",
    },
    "instruction": {
        SWEDISH: "Jag svarar bara på frågor om ansvar, ur dokumentens egen text.",
        ENGLISH: "I only answer questions about responsibility, from the documents' own text.",
    },
    "danger": {
        SWEDISH: "Ring 112 nu om någons liv är i fara.",
        ENGLISH: "Call 112 now if a life is in danger.",
    },
    "other_language": {
        SWEDISH: "Jag förstår svenska och engelska. Skriv frågan på något av de språken.",
        ENGLISH: "I understand Swedish and English. Please ask in one of them.",
    },
    "medical_advice_note": {
        SWEDISH: "Fråga ansvarig läkare eller sjuksköterska, eller ring 1177. Livsfara: ring 112.",
        ENGLISH: "Ask the doctor or nurse in charge, or call 1177. If a life is in danger: 112.",
    },
    "patient_case_note": {
        SWEDISH: (
            "Ställ frågan allmänt, utan personuppgifter, så visar jag vad texten säger. "
            "Fallet avgörs av dem som har ansvaret för patienten."
        ),
        ENGLISH: (
            "Ask in general terms, without personal data, and I show what the text says. "
            "The case is decided by those in charge of the patient."
        ),
    },
    "it_support_note": {
        SWEDISH: "Vänd dig till din arbetsgivares it-stöd.",
        ENGLISH: "Turn to your employer's IT support.",
    },
    "small_talk_note": {
        SWEDISH: "Fråga till exempel: Vem kallar till SIP efter utskrivning?",
        ENGLISH: "For example: Who calls the care planning meeting after discharge?",
    },
    "no_danger": {
        SWEDISH: (
            "Är det inte livsfara: fråga ansvarig läkare eller sjuksköterska, eller ring 1177. "
            "Gäller det dig själv: du behöver inte vara ensam, ring 112 eller 1177."
        ),
        ENGLISH: (
            "If no life is in danger: ask the doctor or nurse in charge, or call 1177. "
            "If it is about you: you need not be alone, call 112 or 1177."
        ),
    },
    "danger_note": {
        SWEDISH: "Vid fara för liv: ring 112 först.",
        ENGLISH: "If a life is in danger: call 112 first.",
    },
    "whom_to_ask": {
        SWEDISH: "Fråga din chef eller den som förvaltar avtalet. Lokala rutiner kan ge svar.",
        ENGLISH: (
            "Ask your manager or whoever is in charge of the agreement. A local routine may say."
        ),
    },
    "missing_source": {
        SWEDISH: "Frågan rör {names}, som inte finns bland mina dokument.",
        ENGLISH: "The question concerns {names}, which is not among my documents.",
    },
    "ends_soon": {
        SWEDISH: "{title} är skriven för tiden till {end}. Fråga din chef vad som gäller sedan.",
        ENGLISH: "{title} is written for the time until {end}. Ask your manager what holds then.",
    },
    "overview": {
        SWEDISH: "Texten tar upp {total} ansvar som passar frågan. Här är några av dem.",
        ENGLISH: "The text states {total} duties that fit the question. Here are some of them.",
    },
    "overview_all": {
        SWEDISH: "Det här är det ansvar som passar frågan.",
        ENGLISH: "This is the responsibility that fits the question.",
    },
    "quote_failed": {
        SWEDISH: "Ett citat stämde inte med dokumentet och visas därför inte. Gör om indexet.",
        ENGLISH: "A quote did not match its document and is not shown. Rebuild the index.",
    },
    "redacted": {
        SWEDISH: "Jag tog bort personuppgifter ur frågan. Skriv aldrig vem det gäller.",
        ENGLISH: "I removed personal data from the question. Never write whom it is about.",
    },
    "apart": {
        SWEDISH: "Andra dokument tar upp frågan men gäller inte: se de märkta punkterna.",
        ENGLISH: "Other documents touch on this but are not in force: see the marked clauses.",
    },
}

_AND: Final = {SWEDISH: "och", ENGLISH: "and"}
_OR: Final = {SWEDISH: "eller", ENGLISH: "or"}


def say(key: str, lang: str, **found: str) -> str:
    """The text ``key`` in ``lang``, filled in."""
    return TEXTS[key][_known(lang)].format(**found)


def party_words(party: Party, lang: str) -> str:
    """A party in words: its principal, and its role where the text names one."""
    principal = _PRINCIPALS[_known(lang)][party.principal]
    if party.role is None:
        return principal
    if party.principal is Principal.OTHER:
        return role_alone(party.role, lang)
    return f"{principal} ({role_name(party.role, _known(lang))})"


def role_alone(role: str, lang: str) -> str:
    """A role that stands without a principal, as it is said within a sentence."""
    if _known(lang) == SWEDISH:
        return standing_alone(role)
    name = role_name(role, ENGLISH)
    return name if name.startswith("whoever") else f"the {name}"


def named(party: Party, called: str | None, lang: str) -> str:
    """The party within a sentence; in Swedish as the text itself calls it, where it does."""
    if called and _known(lang) == SWEDISH:
        return called[:1].lower() + called[1:]
    return party_words(party, lang)


def either_party(party: Party, called: str | None, lang: str) -> str | None:
    """The first line when one role carries it, whichever principal it belongs to."""
    if party.role is None or party.principal is not Principal.BOTH:
        return None
    if called is None:
        who = role_alone(party.role, lang)
        return say("of_either", lang, who=who if lang == ENGLISH else who[:1].upper() + who[1:])
    if " eller " not in called:
        return None
    swedish = _known(lang) == SWEDISH
    return say("whoever", lang, who=called if swedish else role_name(party.role, lang))


def with_roles(parties: Sequence[Party], lang: str) -> str:
    """Parties of one principal: it once, with its roles; alone where it is itself among them."""
    principal = _PRINCIPALS[_known(lang)][parties[0].principal]
    roles = [role_name(each.role, _known(lang)) for each in parties if each.role is not None]
    if len(roles) < len(parties):
        return principal
    return f"{principal} ({joined_plain(list(dict.fromkeys(roles)), lang)})"


def either_of(parts: Sequence[str], lang: str) -> str:
    """``a, b eller c``."""
    return f"{', '.join(parts[:-1])} {_OR[_known(lang)]} {parts[-1]}"


def joined_plain(parts: Sequence[str], lang: str) -> str:
    """``a, b och c``."""
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])} {_AND[_known(lang)]} {parts[-1]}"


def joined(parts: Sequence[str], lang: str) -> str:
    """``A, b och c``: the first letter raised."""
    text = joined_plain(parts, lang)
    return text[:1].upper() + text[1:]


def modality_key(modality: Modality, *, negated: bool) -> str:
    """Which headline suits a duty of one party."""
    if negated:
        return "must_not"
    return "may" if modality is Modality.MAY else "who"


def _known(lang: str) -> str:
    return ENGLISH if lang == ENGLISH else SWEDISH
