"""The words of the report, in Swedish and in English."""

from eval.texts import FIGURES, WORDS

Pair = tuple[str, str]

HEADINGS: dict[str, Pair] = {
    "title": ("Hur bra svarar Ansvarslotsen?", "How well does Ansvarslotsen answer?"),
    "lead": (
        "{asked} frågor med kända svar ställdes {date}. {answerable} av dem besvaras av texterna "
        "och {unanswerable} gör det inte; de ska avvisas.",
        "{asked} questions with known answers were asked on {date}. The texts answer {answerable} "
        "of them and {unanswerable} they do not: those are to be refused.",
    ),
    "right": (
        "{right} frågor är helt rätt besvarade eller rätt avvisade, {wrong} har något fel.",
        "{right} questions are wholly right, answered or refused; {wrong} have something wrong.",
    ),
    "interval": (
        "Under varje siffra står ett intervall som med 95 procents säkerhet rymmer det verkliga "
        "värdet för frågor av samma slag. Ju färre frågor, desto bredare intervall.",
        "Under each figure is an interval that holds the true one for questions of this kind with "
        "a certainty of 95 per cent. The fewer questions, the wider it is.",
    ),
    "key": ("Det viktigaste", "In short"),
    "methods": ("Jämfört med vanlig sökning", "Beside plain search"),
    "methods_why": (
        "Samma frågor till samma punkter med enklare sätt att söka. Skillnaden är vad "
        "Ansvarslotsens egen sökning tillför.",
        "The same questions to the same clauses with plainer ways to search. The difference "
        "is what Ansvarslotsen's own search adds.",
    ),
    "ranking_plot": (
        "Andel frågor med rätt punkt bland de första",
        "Share of questions with the right clause among the first",
    ),
    "ranking_x": ("bland de så många första punkterna", "among so many first clauses"),
    "ranking_y": ("andel av frågorna", "share of questions"),
    "refusals": ("Att svara och att avstå", "Answering and refusing"),
    "refusals_why": (
        "Den som svarar på fler frågor svarar också oftare på sådant som texterna inte säger. "
        "Linjen visar vad olika gränser skulle ge, punkten var programmet ligger.",
        "Whoever answers more questions also answers more of what the texts do not say. The line "
        "shows what other thresholds would give, the dot where the program stands.",
    ),
    "risk_plot": ("Risk mot täckning", "Risk against coverage"),
    "risk_x": (
        "täckning: besvarade frågor av dem som går att besvara",
        "coverage: answered questions of those that can be answered",
    ),
    "risk_y": ("obesvarbara som ändå besvaras", "unanswerable, yet answered"),
    "risk_line": ("alla gränser", "every threshold"),
    "risk_bound": ("högst 5 % fel svar", "at most 5 % false answers"),
    "here": ("programmet i dag", "the program today"),
    "confusion": ("Vem som pekas ut", "Who is named"),
    "confusion_why": (
        "Rader: den som ansvarar enligt facit. Kolumner: den som svaret nämner. Rätt står på "
        "diagonalen. ”Flera” är två eller fler, ”ingen” att texten inte nämner någon.",
        "Rows: who is responsible by the gold. Columns: whom the answer names. What is right "
        "stands on the diagonal. “Several” is two or more, “none” that the text names nobody.",
    ),
    "several_unlike": (
        "Av flera/flera är det i {count} frågor inte samma parter.",
        "Of several/several the parties are not the same in {count} questions.",
    ),
    "expected": ("enligt facit", "by the gold"),
    "all_figures": ("Alla mått", "Every figure"),
    "by": ("Efter {group}", "By {group}"),
    "wrong": ("Varje fråga som blev fel", "Every question that went wrong"),
    "wrong_why": (
        "Varje fråga står en gång, under sitt allvarligaste fel.",
        "Each question stands once, under its gravest fault.",
    ),
    "none_wrong": ("Ingen fråga blev fel.", "No question went wrong."),
    "made": ("Hur sidan gjordes", "How this page was made"),
    "made_by": ("Kommando: {command}. Index: {index}.", "Command: {command}. Index: {index}."),
}

LABELS: dict[str, Pair] = {
    "municipality": ("kommunen", "municipality"),
    "region": ("regionen", "region"),
    "both": ("kommun och region", "municipality and region"),
    "individual": ("den enskilde", "individual"),
    "other": ("annan", "other"),
    "several": ("flera", "several"),
    "none": ("ingen", "none"),
    "refused": ("avvisad", "refused"),
    "question": ("fråga", "question"),
    "should": ("väntat", "expected"),
    "found": ("blev", "found"),
    "refusal": ("att avvisas", "to be refused"),
    "gold_at": ("rätt punkt på plats {place}", "right clause in place {place}"),
    "gold_missing": ("rätt punkt inte bland de tio", "right clause not among the ten"),
    "no_clause": ("ingen punkt", "no clause"),
    "probability": ("sannolikhet {probability}", "probability {probability}"),
    "status.answered": ("besvarad", "answered"),
    "status.shared": ("delat ansvar", "shared"),
    "status.not_stated": ("sägs inte vem", "not stated"),
    "status.ambiguous": ("flera möjliga svar", "ambiguous"),
    "status.not_found": ("inget svar", "not found"),
    "status.out_of_scope": ("utanför ämnet", "out of scope"),
    "invalid_citation": ("Citat som inte håller", "Citations that do not hold"),
    "false_answer": ("Besvarade fast texterna inte svarar", "Answered though the texts do not"),
    "false_refusal": ("Avvisade fast texterna svarar", "Refused though the texts answer"),
    "wrong_clause": ("Fel punkt först", "Wrong clause first"),
    "wrong_principals": ("Rätt punkt, fel ansvarig", "Right clause, wrong principals"),
    "more": ("… och {count} till", "… and {count} more"),
}

EXPLAINED: dict[str, Pair] = {
    "S@1": (
        "Så ofta är den punkt som står först en som verkligen svarar på frågan.",
        "How often the clause that stands first truly answers the question.",
    ),
    "R@5": (
        "Så stor del av de punkter som svarar finns bland de fem första.",
        "How much of what answers is among the first five clauses.",
    ),
    "principal_accuracy": (
        "Så ofta nämner ett svar precis rätt ansvariga, ingen för mycket och ingen för lite.",
        "How often an answer names exactly the right principals, none too many, none too few.",
    ),
    "coverage": (
        "Så många av frågorna som texterna besvarar får ett svar. Resten avvisas i onödan.",
        "How many of the questions that the texts answer get an answer. The rest is refused "
        "without need.",
    ),
    "false_answers": (
        "Så många av frågorna som texterna inte besvarar får ändå ett svar. Lägre är bättre.",
        "How many of the questions that the texts do not answer get one all the same. Lower is "
        "better.",
    ),
    "citation_validity": (
        "Så många citat står ordagrant i dokumentet på angiven plats. Ska vara alla.",
        "How many quotes stand word for word in the document at their place. It must be all.",
    ),
}

TITLES: dict[str, Pair] = {
    **{name: FIGURES[name] for name in EXPLAINED},
    "R@5": ("Det som svarar bland de fem första", "What answers among the first five"),
}
"""What a key figure is called where nobody need know the trade's word for it."""

TEXTS: dict[str, Pair] = {
    **WORDS,
    **FIGURES,
    **HEADINGS,
    **LABELS,
    **{f"why.{name}": pair for name, pair in EXPLAINED.items()},
    **{f"title.{name}": pair for name, pair in TITLES.items()},
}


def tell(key: str, lang: str, **found: object) -> str:
    """The text for ``key`` filled in; raises KeyError for an unknown one."""
    swedish, english = TEXTS[key]
    return (english if lang == "en" else swedish).format(**found)
