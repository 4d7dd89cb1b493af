"""Every word that the command line says, in Swedish and in English.

Help texts of commands and options stand in ``help_texts.py``, misuse in ``misuse.py``; this
file holds what a person reads in an answer, a report or a notice.
"""

from bot.answer_texts import ANSWER
from bot.cli.compare_texts import COMPARE
from bot.cli.help_texts import HELP
from bot.words import LANGUAGES, Pair, Words

__all__ = ["LANGUAGES", "TEXTS", "Pair", "Say"]

DOCUMENTS: dict[str, Pair] = {
    "status.in_force": ("gällande", "in force"),
    "status.adopted": ("beslutad", "adopted"),
    "status.consultation": ("remiss", "consultation"),
    "status.draft": ("utkast", "draft"),
    "status.repealed": ("upphävd", "repealed"),
    "status.example": ("exempel", "example"),
    "status.notes": ("mötesanteckning", "meeting note"),
    "kind.agreement": ("avtal", "agreement"),
    "kind.supplement": ("överenskommelse", "supplement"),
    "kind.law": ("lag", "law"),
    "kind.guideline": ("riktlinje", "guideline"),
    "kind.minutes": ("mötesanteckning", "minutes"),
    "column.id": ("id", "id"),
    "column.title": ("titel", "title"),
    "column.kind": ("slag", "kind"),
    "column.status": ("status", "status"),
    "column.dates": ("datum", "dates"),
    "column.clauses": ("punkter", "clauses"),
    "column.file": ("fil", "file"),
    "column.source": ("källa", "source"),
    "column.replaces": ("ersätter", "replaces"),
    "column.audience": ("för", "audience"),
    "check.read": (
        "{title} ({id}): {clauses} punkter lästa.",
        "{title} ({id}): {clauses} clauses read.",
    ),
    "check.unnumbered": (
        "  Utan eget nummer: {count} ({names})",
        "  Without a number: {count} ({names})",
    ),
    "check.partyless": (
        "  Anger något ansvar utan part: {count} ({names})",
        "  State some duty without a party: {count} ({names})",
    ),
    "check.dutyless": (
        "  Anger inget ansvar: {count} ({names})",
        "  State no duty: {count} ({names})",
    ),
    "check.all_numbered": ("  Alla punkter har ett nummer.", "  Every clause has a number."),
    "check.all_parties": (
        "  Varje angivet ansvar har en part.",
        "  Every duty that is stated names a party.",
    ),
    "check.undescribed": (
        "{id}: saknar beskrivning och räknas som utkast. "
        "Lägg till den i manifest.toml eller med: ansvarslots corpus add",
        "{id}: has no description and counts as a draft. "
        "Add it to manifest.toml or with: ansvarslots corpus add",
    ),
    "check.more": ("{names} och {count} till", "{names} and {count} more"),
    "check.total": (
        "Mappen {folder}: {documents} dokument, {clauses} punkter.",
        "The folder {folder}: {documents} documents, {clauses} clauses.",
    ),
    "add.done": (
        "Dokumentet {id} är tillagt i {folder}.",
        "The document {id} was added to {folder}.",
    ),
    "add.answers_now": (
        "Nu finns ett gällande dokument. Från och med nu är det gällande dokument som svarar; "
        "modellavtalet visas bara vid sidan av, märkt exempel.",
        "There is now a document in force. From now on documents in force answer; "
        "the model agreement is only shown apart, marked as an example.",
    ),
    "remove.question": (
        "Ta bort {id} ur {folder}? Filen {file} raderas där.",
        "Remove {id} from {folder}? The file {file} is deleted there.",
    ),
    "remove.done": (
        "Dokumentet {id} är borttaget ur {folder}.",
        "The document {id} was removed from {folder}.",
    ),
    "remove.kept": ("Inget har ändrats.", "Nothing has changed."),
    "remove.answers_now": (
        "Inget gällande dokument finns kvar. Nu svarar exemplen igen, märkta exempel.",
        "No document in force is left. The examples answer again, marked as examples.",
    ),
}

NOTICES: dict[str, Pair] = {
    "index.done": (
        "Klart. Lästa dokument: {documents}. Punkter: {clauses}. Ansvar: {duties}.",
        "Done. Documents read: {documents}. Clauses: {clauses}. Duties: {duties}.",
    ),
    "index.reused": (
        "Oförändrade och därför inte beräknade på nytt: {reused}.",
        "Unchanged and therefore not computed again: {reused}.",
    ),
    "index.place": ("Index: {index}", "Index: {index}"),
    "index.left_out": (
        "Filer som inte kunde läsas: {count}. Övriga är indexerade.",
        "Files that could not be read: {count}. The others are indexed.",
    ),
    "index.first": (
        "Indexet byggs första gången. Det tar en liten stund …",
        "The index is being built for the first time. This takes a little while …",
    ),
    "index.stale": (
        "Dokumenten eller programmet har ändrats. Indexet görs om …",
        "The documents or the program have changed. The index is being rebuilt …",
    ),
    "stage.read": ("Läser dokument", "Reading documents"),
    "stage.model": ("Förbereder språkmodellen", "Preparing the embedding model"),
    "stage.embed": ("Beräknar vektorer", "Computing vectors"),
    "stage.lexical": ("Bygger ordindex", "Building the word index"),
    "stage.write": ("Skriver index", "Writing the index"),
    "stage.questions": ("Ställer frågor", "Asking questions"),
    "stage.baselines": ("Prövar enklare sökmetoder", "Trying plainer ways to search"),
    "stage.other": ("Arbetar", "Working"),
    "eval.written": ("Resultatet finns i {file}", "The result is in {file}"),
    "eval.left_out": (
        "Frågor som inte ställs: {count} (de kan ha ett svar i just de här dokumenten).",
        "Questions that are not asked: {count} (these very documents may answer them).",
    ),
    "eval.strangers": (
        "Obs: frågor med ett facit som inte finns i indexet: {count}.",
        "Note: questions with gold that is not in the index: {count}.",
    ),
    "eval.duties_left_out": (
        "Meningar som inte läses: {count} (deras dokument saknas; ange --corpus).",
        "Sentences that are not read: {count} (their documents are missing; give --corpus).",
    ),
    "eval.proposed": (
        "Förslag: {count}, ur {asked} frågor.",
        "Proposals: {count}, of {asked} questions.",
    ),
    "eval.asked_times": ("frågor: {count}", "questions: {count}"),
    "eval.no_gold": ("inget svar", "no answer"),
    "eval.proposed_gold": ("facit enligt dagens svar: {gold}", "gold by today's answer: {gold}"),
    "eval.other_gold": ("andra kandidater: {clauses}", "other candidates: {clauses}"),
    "eval.accepted": (
        "{id} är tillagd i {file}, del {part}.",
        "{id} was added to {file}, part {part}.",
    ),
    "eval.sound": (
        "Inga fel i frågorna ({count} frågor).",
        "No faults in the questions ({count} questions).",
    ),
    "eval.faults": (
        "Fel: {count} i {questions} frågor.",
        "Faults: {count} in {questions} questions.",
    ),
    "serve.listens": (
        "Ansvarslotsen finns nu på {address} – avsluta med Ctrl-C.",
        "Ansvarslotsen is now at {address} – stop with Ctrl-C.",
    ),
    "serve.stopped": ("Stoppad.", "Stopped."),
    "matrix.written": ("Ansvaren finns i {file}", "The duties are in {file}"),
    "doctor.versions": ("Program", "Program"),
    "doctor.model": ("Språkmodell", "Embedding model"),
    "doctor.cache": ("Cachemapp", "Cache folder"),
    "doctor.data": ("Datamapp", "Data folder"),
    "doctor.documents": ("Dokument", "Documents"),
    "doctor.index": ("Index", "Index"),
    "doctor.writable": ("{folder}: går att skriva i", "{folder}: can be written"),
    "doctor.unwritable": (
        "{folder}: går inte att skriva i ({reason}). Ge skrivrätt eller sätt ANSVARSLOTS_{name}.",
        "{folder}: cannot be written ({reason}). Grant write access or set ANSVARSLOTS_{name}.",
    ),
    "doctor.documents_read": (
        "{documents} dokument, {clauses} punkter i {folder}",
        "{documents} documents, {clauses} clauses in {folder}",
    ),
    "doctor.index_open": (
        "{index}: {documents} dokument, {clauses} punkter, fingeravtryck {fingerprint}",
        "{index}: {documents} documents, {clauses} clauses, fingerprint {fingerprint}",
    ),
    "doctor.index_stale": (
        "{index}: dokumenten har ändrats sedan indexet gjordes. Gör om det: ansvarslots index",
        "{index}: the documents have changed since it was made. Rebuild it: ansvarslots index",
    ),
    "doctor.package_missing": (
        "{package} saknas. Installera programmet på nytt.",
        "{package} is missing. Install the program again.",
    ),
    "teams.package.done": (
        "Skrev {file}. Ladda upp den i Teams administrationscenter, se docs/teams.md.",
        "Wrote {file}. Upload it in the Teams admin center, see docs/teams.md.",
    ),
    "doctor.well": ("Allt är i ordning.", "Everything is in order."),
    "doctor.unwell": ("Att åtgärda: {count}.", "To mend: {count}."),
    "error.unexpected": (
        "Ett oväntat fel uppstod ({kind}). Anmäl det gärna till den som förvaltar programmet. "
        "Hela felet visas med ANSVARSLOTS_DEBUG=1.",
        "An unexpected error occurred ({kind}). Please report it to the maintainer. "
        "The whole error is shown with ANSVARSLOTS_DEBUG=1.",
    ),
    "error.interrupted": ("Avbrutet.", "Interrupted."),
    "error.no_output": (
        "Standard ut är stängd, så svaret har ingenstans att ta vägen. Öppna den och försök igen.",
        "Standard output is closed, so the answer has nowhere to go. Open it and try again.",
    ),
    "error.system": (
        "Det gick inte att läsa eller skriva {file}: {reason}. Kontrollera rättigheter och "
        "diskutrymme och försök igen.",
        "Could not read or write {file}: {reason}. Check permissions and disk space and try again.",
    ),
    "help.usage": ("Användning: ", "Usage: "),
    "help.required": ("krävs", "required"),
    "remove.yes_or_no": ("[j/N]", "[y/N]"),
    "help.Options": ("Flaggor", "Options"),
    "help.Commands": ("Kommandon", "Commands"),
    "help.options_metavar": ("[FLAGGOR]", "[OPTIONS]"),
    "help.command_metavar": ("KOMMANDO …", "COMMAND …"),
}

TEXTS: dict[str, Pair] = {**ANSWER, **COMPARE, **DOCUMENTS, **NOTICES, **HELP}


class Say(Words):
    """The command line's texts in one language."""

    def __init__(self, lang: str) -> None:
        super().__init__(lang, TEXTS)
