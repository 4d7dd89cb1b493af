"""What the pages of the matrix and the timeline say besides the matrix itself."""

from bot.matrix.texts import MATRIX
from bot.words import Pair

MATRIX_PAGE: dict[str, Pair] = {
    **MATRIX,
    "page.lead": (
        "Allt ansvar som står i texterna, uppgift för uppgift. Välj part, fas eller ord, och "
        "skicka adressen till den som ska se samma sak.",
        "Every duty that the texts state, task by task. Choose party, phase or words, and send "
        "the address to whoever should see the same.",
    ),
    "page.filter": ("Välj vad som visas", "Choose what is shown"),
    "page.more": ("Fler val", "More choices"),
    "page.show": ("Visa", "Show"),
    "page.reset": ("Visa allt", "Show everything"),
    "page.all": ("Alla", "All"),
    "page.all_documents": ("Alla som gäller på dagen", "All that hold on the day"),
    "page.all_statuses": ("Det som gäller på dagen", "What holds on the day"),
    "page.role": ("Roll", "Role"),
    "page.roles": ("En kolumn för varje roll", "A column for each role"),
    "page.day_hint": ("Tomt fält betyder i dag.", "An empty field means today."),
    "page.contents": ("Ämnen", "Topics"),
    "page.files": ("Hämta som", "Download as"),
    "page.xlsx": ("Excel", "Excel"),
    "page.csv": ("CSV", "CSV"),
    "page.table": ("Ansvar: {topic}", "Responsibility: {topic}"),
    "page.cut": (
        "De första {shown} av {rows} rader visas. Välj mindre, eller hämta allt som Excel.",
        "The first {shown} of {rows} rows are shown. Choose less, or download all as Excel.",
    ),
    "page.bad": ("Urvalet gick inte att använda", "What was chosen cannot be used"),
    "timeline.lead": (
        "När varje dokument gäller, vad det ersätter och vad som tar över.",
        "When each document holds, what it replaces and what takes over.",
    ),
    "timeline.day": ("Dag att visa", "Day to show"),
    "timeline.matrix": ("Ansvar i dokumentet", "Duties in the document"),
    "timeline.none": ("Det finns inga dokument.", "There are no documents."),
}
"""The pages' own texts and those of the matrix."""
