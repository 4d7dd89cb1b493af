"""What the commands ``diff`` and ``check`` say of themselves, in Swedish and in English."""

COMPARE: dict[str, tuple[str, str]] = {
    "help.diff": (
        "Jämför två versioner: filer, mappar eller dokument (ID) i indexet.",
        "Compare two versions: files, folders or documents (ID) of the index.",
    ),
    "help.option.diff.csv": ("Skriv hit som CSV.", "Write it here as CSV."),
    "help.option.diff.xlsx": (
        "Skriv hit som Excel-arbetsbok.",
        "Write it here as an Excel workbook.",
    ),
    "help.findings": (
        "Leta efter luckor och motsägelser i dokumenten.",
        "Look for gaps and conflicts in the documents.",
    ),
    "help.option.accept_finding": (
        "Notera att fyndet är sett och avsett. Kräver --note.",
        "Note that the finding is seen and intended. Needs --note.",
    ),
    "help.option.note": ("Varför det är avsett.", "Why it is intended."),
    "check.accepted": (
        "{id} är noterad som avsedd i {file}",
        "{id} is noted as intended in {file}",
    ),
    "diff.written": ("Jämförelsen finns i {file}", "The comparison is in {file}"),
}
