"""What every surface says about gaps and conflicts, in Swedish and in English."""

from bot.answer_texts import ANSWER
from bot.words import Pair

_FINDINGS: dict[str, Pair] = {
    "findings.title": ("Luckor och motsägelser", "Gaps and conflicts"),
    "findings.none": (
        "Inga luckor eller motsägelser hittades i {documents} dokument med {clauses} punkter. "
        "Det betyder inte att det inte finns några, bara att kontrollen inte ser dem.",
        "No gaps or conflicts were found in {documents} documents with {clauses} clauses. That "
        "does not mean that there are none, only that the check sees none.",
    ),
    "findings.count": (
        "Att titta på: {open}. Redan sedda och avsedda: {accepted}. "
        "Kontrollerade dokument: {documents}, punkter: {clauses}.",
        "To look at: {open}. Seen already and intended: {accepted}. "
        "Documents checked: {documents}, clauses: {clauses}.",
    ),
    "findings.how": (
        'Är det avsett? Notera det: ansvarslots check --accept {id} --note "…"',
        'Is it intended? Note it: ansvarslots check --accept {id} --note "…"',
    ),
    "findings.accepted": ("Sedd och avsedd {on}: {note}", "Seen and intended {on}: {note}"),
    "findings.accepted_heading": ("Sedda och avsedda", "Seen and intended"),
    "severity.high": ("ALLVARLIG", "SERIOUS"),
    "severity.medium": ("BÖR RÄTTAS", "SHOULD BE MENDED"),
    "severity.low": ("KAN FÖRENKLAS", "COULD BE SIMPLER"),
    "kind.two_parties": ("Två parter för samma uppgift", "Two parties for one task"),
    "kind.time_conflict": ("Tider som säger emot varandra", "Times that contradict"),
    "kind.modality_conflict": ("Ska, bör, får eller inte?", "Shall, should, may or not?"),
    "kind.no_party": ("Ingen part nämnd", "Nobody named"),
    "kind.missing_phase": ("Skede som ingen tar hand om", "A phase that nobody covers"),
    "kind.dead_reference": ("Hänvisning som inte leder någonstans", "A reference to nowhere"),
    "kind.two_senses": ("Ett ord i två betydelser", "One word in two senses"),
    "kind.repeats": ("Samma sak två gånger", "The same thing twice"),
    "reason.two_parties": (
        "Samma uppgift läggs på två parter utan att det står att de gör den gemensamt. "
        "Skriv vem som gör vad, eller att de gör det tillsammans.",
        "The same task is laid on two parties without saying that they share it. Write who does "
        "what, or that they do it together.",
    ),
    "reason.either": (
        "Meningen lämnar öppet vilken av parterna som ska göra det. Nämn en, eller skriv när det "
        "är den ena och när det är den andra.",
        "The sentence leaves open which party is to do it. Name one, or write when it is the one "
        "and when the other.",
    ),
    "reason.time_conflict": (
        "Punkterna handlar om samma uppgift men anger olika tid. Den som läser bara den ena gör "
        "fel. Bestäm en tid och skriv den på ett ställe.",
        "The clauses are about one task but give different times. Who reads only one of them gets "
        "it wrong. Decide on one time and write it in one place.",
    ),
    "reason.title_time": (
        "Rubriken anger en annan tid än texten under den. Många läser bara rubriken. Gör dem lika.",
        "The heading gives another time than the text below it. Many read only the heading. Make "
        "them the same.",
    ),
    "reason.modality_conflict": (
        "Punkterna handlar om samma uppgift men binder olika: det ena stället kräver mer än det "
        "andra. Bestäm vad som gäller och stryk det andra.",
        "The clauses are about one task but bind differently: one place demands more than the "
        "other. Decide which holds and delete the other.",
    ),
    "reason.no_party": (
        "”{verb}” – men av vem? Meningen kräver något utan att nämna vem som ska göra det. Skriv "
        "ut parten.",
        "“{verb}” – but by whom? The sentence demands something without naming who is to do it. "
        "Write out the party.",
    ),
    "reason.missing_phase": (
        "{topic} säger vem som ansvarar vid start och under pågående vård, men inte {phases}. Där "
        "brukar människor hamna mellan stolarna. Skriv vem som ansvarar då.",
        "{topic} says who is responsible at the start and during care, but not {phases}. That is "
        "where people fall between. Write who is responsible then.",
    ),
    "reason.dead_reference": (
        "Hänvisningen till {reference} leder inte till någon punkt. Rätta numret eller stryk den.",
        "The reference to {reference} leads to no clause. Correct the number or delete it.",
    ),
    "reason.two_senses": (
        "Ordet ”{term}” förklaras på två sätt. Behåll den ena förklaringen och hänvisa till den, "
        "eller använd två olika ord.",
        "The word “{term}” is explained in two ways. Keep one explanation and refer to it, or use "
        "two different words.",
    ),
    "reason.repeats": (
        "Överenskommelsen upprepar huvudavtalet. När det ena ändras kan det andra glömmas. Hänvisa "
        "i stället.",
        "The överenskommelse repeats the main agreement. When one is changed the other may be "
        "forgotten. Refer to it instead.",
    ),
    "whole_document": ("Dokumentet", "The document"),
    "joined.or": ("eller", "or"),
}

FINDINGS: dict[str, Pair] = {**ANSWER, **_FINDINGS}
"""The check's own texts and those that every surface shares."""
