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
    "diff.written": ("Jämförelsen finns i {file}", "The comparison is in {file}"),
}
