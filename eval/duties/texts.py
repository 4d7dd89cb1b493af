"""The words of the duties' table, in Swedish and in English."""

WORDS: dict[str, tuple[str, str]] = {
    "part": ("del", "part"),
    "label": ("etikett", "label"),
    "sentences": ("meningar", "sentences"),
    "precision": ("precision", "precision"),
    "recall": ("täckning", "recall"),
    "all": ("alla", "all"),
    "principal": ("huvudman", "principal"),
    "role": ("roll", "role"),
    "modality": ("modalitet", "modality"),
    "phase": ("fas", "phase"),
    "differs": (
        "{label}: facit {expected}, läst {read}",
        "{label}: expected {expected}, read {read}",
    ),
}


def word(key: str, lang: str) -> str:
    """The word for ``key``; raises KeyError for an unknown one."""
    swedish, english = WORDS[key]
    return english if lang == "en" else swedish
