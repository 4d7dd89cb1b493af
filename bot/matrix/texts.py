"""What the matrix and the timeline say, on every surface that draws them."""

from bot.answer_texts import ANSWER
from bot.words import Pair

_MATRIX: dict[str, Pair] = {
    "matrix.title": ("Vem ansvarar för vad", "Who is responsible for what"),
    "matrix.column.task": ("Uppgift", "Task"),
    "matrix.column.municipality": ("Kommunen", "The municipality"),
    "matrix.column.region": ("Regionen", "The region"),
    "matrix.column.both": ("Gemensamt", "Shared"),
    "matrix.column.individual": ("Den enskilde", "The individual"),
    "matrix.column.other": ("Annan part", "Another party"),
    "matrix.column.nobody": ("Ingen part nämnd", "No party named"),
    "matrix.inherited": (
        "parten står i rubriken eller meningen före",
        "the party stands in the heading or the sentence before",
    ),
    "matrix.together": ("tillsammans med {others}", "together with {others}"),
    "matrix.count": (
        "Ansvar: {duties}. Punkter: {rows}. Dokument: {documents}. Dag: {on}.",
        "Duties: {duties}. Clauses: {rows}. Documents: {documents}. Day: {on}.",
    ),
    "matrix.count.named": (
        "Ansvar: {duties}. Punkter: {rows}. Dokument: {documents}.",
        "Duties: {duties}. Clauses: {rows}. Documents: {documents}.",
    ),
    "matrix.empty": (
        "Inget ansvar passar in på urvalet. Ta bort något av det du valde.",
        "No duty fits what was chosen. Leave out some of it.",
    ),
    "matrix.unproven": (
        "Ansvar i {count} punkter visas inte, för orden stämmer inte med dokumentet. "
        "Gör om indexet med: ansvarslots index",
        "Duties of {count} clauses are not shown, for their words do not match the document. "
        "Rebuild the index with: ansvarslots index",
    ),
    "matrix.chosen": ("Urval", "Chosen"),
    "matrix.everything": ("allt som gäller på dagen", "all that holds on the day"),
    "filter.document": ("Dokument", "Document"),
    "filter.status": ("Status", "Status"),
    "filter.on": ("Dag", "Day"),
    "filter.party": ("Ansvarig", "Responsible"),
    "filter.phase": ("Fas", "Phase"),
    "filter.topic": ("Ämne", "Topic"),
    "filter.find": ("Ord i texten", "Words in the text"),
    "list.reference": ("Källa", "Source"),
    "list.document": ("Dokument", "Document"),
    "list.status": ("Status", "Status"),
    "list.valid_from": ("Från och med", "From"),
    "list.valid_to": ("Till och med", "Until"),
    "list.topic": ("Ämne", "Topic"),
    "list.clause": ("Punkt", "Clause"),
    "list.task": ("Uppgift", "Task"),
    "list.party": ("Ansvarig", "Responsible"),
    "list.role": ("Roll", "Role"),
    "list.modality": ("Ska, får, bör eller ansvarar", "Shall, may, should or is responsible"),
    "list.what": ("Vad", "What"),
    "list.phase": ("Fas", "Phase"),
    "list.time_limit": ("Tid", "Time limit"),
    "list.condition": ("Villkor", "Condition"),
    "list.quote": ("Så står det", "What the text says"),
    "list.address": ("Länk", "Link"),
    "sheet.matrix": ("Ansvar", "Responsibility"),
    "sheet.list": ("Lista", "List"),
    "sheet.about": ("Om", "About"),
    "sheet.day": ("Så som det gäller", "As of"),
    "sheet.made": ("Gjord", "Made"),
    "sheet.address": ("Samma urval på webben", "The same on the web"),
    "sheet.rows": ("Rader", "Rows"),
    "sheet.warning": ("Obs", "Note"),
    "timeline.title": ("Tidslinje", "Timeline"),
    "timeline.uncovered": (
        "Inget av dokumenten gäller den {on}.",
        "None of the documents holds on {on}.",
    ),
    "timeline.ends": (
        "{title} gäller till och med {end}: {days} dagar kvar.",
        "{title} holds until {end}: {days} days left.",
    ),
    "timeline.ends.one": (
        "{title} gäller till och med {end}: en dag kvar.",
        "{title} holds until {end}: one day left.",
    ),
    "timeline.ends.today": (
        "{title} gäller till och med {end}: det är sista dagen.",
        "{title} holds until {end}: it is the last day.",
    ),
    "timeline.then": ("Därefter kommer {titles}.", "Then comes {titles}."),
    "timeline.then_nothing": (
        "Inget dokument som ersätter det finns inlagt.",
        "No document that replaces it has been added.",
    ),
    "timeline.when.before": ("kommande", "coming"),
    "timeline.when.within": ("pågår", "current"),
    "timeline.when.after": ("avslutat", "ended"),
    "timeline.when.undated": ("utan datum", "without dates"),
    "timeline.replaced_by": ("ersätts av {titles}", "replaced by {titles}"),
    "timeline.replaces": ("ersätter {titles}", "replaces {titles}"),
    "timeline.answers": ("ger svar", "gives answers"),
    "timeline.apart": ("visas vid sidan av", "shown apart"),
}

MATRIX: dict[str, Pair] = {**ANSWER, **_MATRIX}
"""The matrix's own texts and those that every surface shares."""
