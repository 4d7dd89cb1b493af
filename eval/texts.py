"""The words of the evaluation's tables, in Swedish and in English."""

FIGURES: dict[str, tuple[str, str]] = {
    "R@1": ("R@1", "R@1"),
    "R@3": ("R@3", "R@3"),
    "R@5": ("R@5", "R@5"),
    "R@10": ("R@10", "R@10"),
    "S@1": ("Rätt punkt först", "Right clause first"),
    "MRR@10": ("MRR@10", "MRR@10"),
    "nDCG@10": ("nDCG@10", "nDCG@10"),
    "roc_auc": ("Går att besvara: ROC-AUC", "Answerability: ROC-AUC"),
    "false_answers": ("Felaktigt besvarade", "False answers"),
    "false_refusals": ("Felaktigt avvisade", "False refusals"),
    "coverage": ("Täckning", "Coverage"),
    "principal_accuracy": ("Rätt ansvarig, besvarade", "Principals right, answered"),
    "principal_accuracy_all": ("Rätt ansvarig, alla", "Principals right, all"),
    "citation_validity": ("Giltiga citat", "Valid citations"),
    "milliseconds_p50": ("Millisekunder, median", "Milliseconds, median"),
    "milliseconds_p95": ("Millisekunder, 95:e percentil", "Milliseconds, 95th percentile"),
}

WORDS: dict[str, tuple[str, str]] = {
    "figure": ("mått", "figure"),
    "all": ("alla", "all"),
    "questions": ("frågor", "questions"),
    "styles": ("stil", "style"),
    "types": ("typ", "type"),
    "sets": ("frågeset", "question set"),
    "parts": ("del", "part"),
    "documents": ("dokument", "document"),
    "methods": ("sökmetod", "search method"),
    "ours": ("Ansvarslotsen", "Ansvarslotsen"),
    "stems": ("BM25 på ordstammar", "BM25 over word stems"),
    "dense": ("Språkmodellen ensam", "Embedding model alone"),
    "dense_unadapted": (
        "Språkmodellen utan anpassning till frågor",
        "Embedding model without its adapter",
    ),
    "untold": ("Ansvarslotsen utan kända frågor", "Ansvarslotsen without known questions"),
    "rrf": ("De två sammanvägda (RRF)", "The two fused (RRF)"),
    "old": ("före", "before"),
    "new": ("efter", "after"),
    "difference": ("skillnad", "difference"),
    "changed": ("Frågor som ändrats: {count}", "Questions that changed: {count}"),
    "nothing_first": ("ingen punkt", "no clause"),
    "better": ("bättre", "better"),
    "worse": ("sämre", "worse"),
    "same": ("lika", "the same"),
    "noise": ("inom brus", "within noise"),
    "sure": ("säker", "sure"),
    "unknown_gold": ("facit finns inte i indexet: {about}", "gold is not in the index: {about}"),
    "no_gold": ("går att besvara men saknar facit", "answerable but has no gold"),
    "duplicate": ("samma fråga som {about}", "the same question as {about}"),
    "twin": (
        "nästan samma fråga som {about}, som står i en annan del",
        "nearly the same question as {about}, which stands in another part",
    ),
    "contradicted": (
        "ansvarig stämmer inte med punkten, som nämner: {about}",
        "principals contradict the clause, which names: {about}",
    ),
    "holds": ("håller", "holds"),
    "falls": ("FALLER", "FALLS"),
    "verdict": ("utfall", "verdict"),
    "worse_ones": (
        "{figure}: frågor som blev sämre: {count}",
        "{figure}: questions that got worse: {count}",
    ),
    "invalid_ones": ("Citat som inte håller: {count}", "Citations that do not hold: {count}"),
    "gate_passed": (
        "Spärren är öppen. Jämförda frågor: {paired}.",
        "The gate is open. Questions compared: {paired}.",
    ),
    "gate_failed": (
        "Spärren är stängd. Jämförda frågor: {paired}.",
        "The gate is shut. Questions compared: {paired}.",
    ),
    "unpaired": (
        "Obs: {count} frågor är nya, borttagna eller ändrade och jämförs inte.",
        "Note: {count} questions are new, removed or changed and are not compared.",
    ),
    "part": ("del", "part"),
    "label": ("etikett", "label"),
    "sentences": ("meningar", "sentences"),
    "precision": ("precision", "precision"),
    "recall": ("täckning", "recall"),
    "principal": ("huvudman", "principal"),
    "role": ("roll", "role"),
    "modality": ("modalitet", "modality"),
    "phase": ("fas", "phase"),
    "differs": (
        "{label}: facit {expected}, läst {read}",
        "{label}: expected {expected}, read {read}",
    ),
    "unlike": (
        "Obs: {old} frågor bara i den första filen och {new} bara i den andra är utelämnade.",
        "Note: {old} questions only in the first file and {new} only in the second are left out.",
    ),
}


def word(key: str, lang: str) -> str:
    """The word for ``key``, a figure's name or another; raises KeyError for an unknown one."""
    swedish, english = FIGURES[key] if key in FIGURES else WORDS[key]
    return english if lang == "en" else swedish
