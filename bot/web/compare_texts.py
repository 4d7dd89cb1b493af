"""What the pages for comparing and for gaps say besides what they show."""

from bot.comparison.texts import COMPARISON
from bot.findings.texts import FINDINGS
from bot.words import Pair

COMPARE_PAGE: dict[str, Pair] = {
    **COMPARISON,
    **FINDINGS,
    "compare.title": ("Jämför två texter", "Compare two texts"),
    "compare.lead": (
        "Se vad en ny version ändrar: vem som får mer ansvar, vad som binder annorlunda och vad "
        "som försvinner. Punkterna hittas även när de har fått nya nummer.",
        "See what a new version changes: who gets more responsibility, what binds differently "
        "and what goes. Clauses are found even when they have got new numbers.",
    ),
    "compare.choose": ("Välj två dokument", "Choose two documents"),
    "compare.old": ("Gammal text", "Old text"),
    "compare.new": ("Ny text", "New text"),
    "compare.pick": ("Välj dokument", "Choose a document"),
    "compare.button": ("Jämför", "Compare"),
    "compare.upload": ("Jämför med en egen fil", "Compare with a file of your own"),
    "compare.file": ("Ny text som fil", "New text as a file"),
    "compare.file_hint": (
        "Word, PDF, HTML, Markdown eller vanlig text, högst {megabytes} MB. Filen läses och "
        "kastas. Den sparas inte.",
        "Word, PDF, HTML, Markdown or plain text, at most {megabytes} MB. The file is read and "
        "thrown away. It is not kept.",
    ),
    "compare.result": ("Det här ändras", "What changes"),
    "compare.files": ("Hämta som", "Download as"),
    "compare.cut": (
        "De första {shown} av {rows} rader visas. Hämta hela listan som Excel, eller kör: "
        "ansvarslots diff",
        "The first {shown} of {rows} rows are shown. Download the whole list as Excel, or run: "
        "ansvarslots diff",
    ),
    "compare.problem.choose": (
        "Välj både en gammal och en ny text.",
        "Choose both an old and a new text.",
    ),
    "compare.problem.unknown": (
        "Ett av dokumenten finns inte längre. Välj på nytt.",
        "One of the documents is no longer there. Choose again.",
    ),
    "compare.problem.no_file": (
        "Välj en gammal text och en fil att jämföra den med.",
        "Choose an old text and a file to compare it with.",
    ),
    "compare.problem.too_large": (
        "Filen är större än {megabytes} MB. Jämför den i stället med: ansvarslots diff",
        "The file is larger than {megabytes} MB. Compare it instead with: ansvarslots diff",
    ),
    "compare.problem.too_long": (
        "Filens text är för lång för att jämföras här. Jämför den i stället med: ansvarslots diff",
        "The file's text is too long to be compared here. Compare it instead with: "
        "ansvarslots diff",
    ),
    "compare.problem.too_demanding": (
        "Filen tar för lång tid eller för mycket minne att läsa. Spara om den enklare, utan "
        "bilder och tabeller, eller jämför den med: ansvarslots diff",
        "The file takes too much time or memory to read. Save it in a simpler form, without "
        "pictures and tables, or compare it with: ansvarslots diff",
    ),
    "compare.problem.busy": (
        "Andra jämförelser pågår. Försök igen om en liten stund.",
        "Other comparisons are under way. Please try again in a little while.",
    ),
    "findings.lead": (
        "Ställen i texterna där det inte står vem som ansvarar, eller där två texter säger emot "
        "varandra. Det är bättre att laga dem här än att upptäcka dem i korridoren.",
        "Places in the texts that do not say who is responsible, or where two texts contradict "
        "each other. Better to mend them here than to discover them in the corridor.",
    ),
    "findings.intended": ("Är det avsett?", "Is it intended?"),
    "findings.intended_how": (
        "Den som förvaltar dokumenten noterar det, med ett skäl:",
        "Whoever is in charge of the documents notes it, with a reason:",
    ),
}
