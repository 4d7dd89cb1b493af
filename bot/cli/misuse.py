"""How a command was misused and what to write instead, in Swedish and in English."""

from corpus.errors import UsageError

MISUSE: dict[str, tuple[str, str, str, str]] = {
    # key: (reason in Swedish, mend in Swedish, reason in English, mend in English)
    "no_question": (
        "Frågan saknas.",
        'Skriv till exempel: ansvarslots ask "Vem ansvarar för såromläggning hemma?"',
        "The question is missing.",
        'Write for example: ansvarslots ask "Vem ansvarar för såromläggning hemma?"',
    ),
    "long_question": (
        "Frågan är längre än {limit} tecken.",
        "Korta den till själva frågan.",
        "The question is longer than {limit} characters.",
        "Shorten it to the question itself.",
    ),
    "bad_date": (
        "{option}: {value} är inget datum.",
        "Skriv år, månad och dag, till exempel 2026-01-15.",
        "{option}: {value} is not a date.",
        "Write year, month and day, for example 2026-01-15.",
    ),
    "dates_swapped": (
        "Sista giltighetsdag {end} är före första giltighetsdag {start}.",
        "Byt plats på --valid-from och --valid-to.",
        "The last day in force {end} is before the first, {start}.",
        "Swap --valid-from and --valid-to.",
    ),
    "not_one_of": (
        "{option}: {value} är inte ett giltigt värde.",
        "Välj något av: {choices}.",
        "{option}: {value} is not a valid value.",
        "Choose one of: {choices}.",
    ),
    "no_such_file": (
        "Filen {file} finns inte.",
        "Kontrollera sökvägen.",
        "The file {file} does not exist.",
        "Check the path.",
    ),
    "is_folder": (
        "{file} är en mapp.",
        "Ange en fil.",
        "{file} is a folder.",
        "Name a file.",
    ),
    "file_taken": (
        "Det finns redan en fil {file} i mappen.",
        "Döp om din fil, eller ta bort den gamla med: ansvarslots corpus remove",
        "There already is a file {file} in the folder.",
        "Rename your file, or remove the old one with: ansvarslots corpus remove",
    ),
    "id_taken": (
        "Det finns redan ett dokument med id {id}.",
        "Ange ett annat med --id, eller ta bort det gamla: ansvarslots corpus remove {id}",
        "There already is a document with the id {id}.",
        "Name another with --id, or remove the old one: ansvarslots corpus remove {id}",
    ),
    "bad_id": (
        "{id} kan inte vara ett id.",
        "Använd små bokstäver a–z, siffror och bindestreck, till exempel: hos-avtal-2027",
        "{id} cannot be an id.",
        "Use lower-case letters a–z, digits and hyphens, for example: hos-avtal-2027",
    ),
    "bad_text": (
        "{option}: texten är tom eller innehåller tecken som inte syns.",
        "Skriv den på en rad med synliga tecken.",
        "{option}: the text is empty or holds characters that cannot be seen.",
        "Write it on one line with visible characters.",
    ),
    "no_such_document": (
        "Det finns inget dokument {id}.",
        "Se vilka som finns med: ansvarslots corpus list",
        "There is no document {id}.",
        "See which there are with: ansvarslots corpus list",
    ),
    "accept_with_note": (
        "--accept och --note hör ihop.",
        'Skriv båda: ansvarslots check --accept ID --note "…"',
        "--accept and --note belong together.",
        'Write both: ansvarslots check --accept ID --note "…"',
    ),
    "long_note": (
        "Noteringen är längre än {limit} tecken.",
        "Korta den.",
        "The note is longer than {limit} characters.",
        "Shorten it.",
    ),
    "no_such_finding": (
        "Det finns inget fynd {id}.",
        "Se vilka som finns med: ansvarslots check",
        "There is no finding {id}.",
        "See which there are with: ansvarslots check",
    ),
    "no_such_version": (
        "{name} är varken en fil, en mapp eller ett dokument i indexet.",
        "Kontrollera sökvägen, eller se vilka dokument som finns med: ansvarslots corpus list",
        "{name} is no file, no folder and no document of the index.",
        "Check the path, or see which documents there are with: ansvarslots corpus list",
    ),
    "no_such_clause": (
        "{id} har ingen punkt {clause}.",
        "Se vilka som finns med: ansvarslots corpus list --clauses",
        "{id} has no clause {clause}.",
        "See which there are with: ansvarslots corpus list --clauses",
    ),
    "last_document": (
        "{id} är det enda dokumentet i {folder}.",
        "Lägg till ett annat först: ansvarslots corpus add FIL …",
        "{id} is the only document in {folder}.",
        "Add another first: ansvarslots corpus add FILE …",
    ),
    "confirm_needed": (
        "Frågan om att ta bort kan inte ställas här.",
        "Bekräfta med --yes.",
        "The question whether to remove cannot be asked here.",
        "Confirm with --yes.",
    ),
    "both_places": (
        "Både --corpus och --index är angivna.",
        "Ange en av dem.",
        "Both --corpus and --index are given.",
        "Give one of them.",
    ),
    "not_utf8": (
        "Frågan på standard in är inte UTF-8.",
        "Skicka den som UTF-8.",
        "The question on standard input is not UTF-8.",
        "Send it as UTF-8.",
    ),
    "bad_setting": (
        "Miljövariabeln {name} har ett värde som inte går att använda: {reason}.",
        "Rätta den eller ta bort den.",
        "The environment variable {name} has a value that cannot be used: {reason}.",
        "Correct it or remove it.",
    ),
    "bad_together": (
        "Inställningarna godtas inte ({names}).",
        "{told}",
        "The settings are not accepted ({names}).",
        "{told}",
    ),
    "no_folder": (
        "{option} är tom.",
        "Ange en mapp.",
        "{option} is empty.",
        "Name a folder.",
    ),
    "no_questions": (
        "Inga frågor att ställa i {files}.",
        "Kontrollera filen och --part.",
        "There are no questions to ask in {files}.",
        "Check the file and --part.",
    ),
    "accept_where": (
        "Det sägs inte vart förslaget ska.",
        "Ange --part train eller dev och --questions FIL.",
        "It is not said where the proposal is to go.",
        "Give --part train or dev and --questions FILE.",
    ),
    "gold_or_none": (
        "Både --gold och --unanswerable är angivna.",
        "Ange en av dem.",
        "Both --gold and --unanswerable are given.",
        "Give one of them.",
    ),
    "from_store_alone": (
        "--since och --from-store hör ihop, och de går inte att förena med --accept.",
        "Hämta förslagen först, och ta sedan in dem ett och ett.",
        "--since and --from-store go together, and not with --accept.",
        "Fetch the proposals first, and then take them in one by one.",
    ),
    "feedback_there": (
        "Filen {file} finns redan.",
        "Ange en ny fil för det som hämtas, eller utelämna --from-store.",
        "The file {file} already exists.",
        "Name a new file for what is fetched, or leave out --from-store.",
    ),
    "index_changed": (
        "Indexet gjordes om medan frågorna ställdes.",
        "Kör kommandot en gång till.",
        "The index was made anew while the questions were asked.",
        "Run the command once more.",
    ),
    "no_such_option": (
        "Flaggan {option} finns inte{hint}.",
        "Se vilka som finns med: {command} --help",
        "There is no option {option}{hint}.",
        "See which there are with: {command} --help",
    ),
    "no_such_command": (
        "Kommandot {name} finns inte{hint}.",
        "Se vilka som finns med: {command} --help",
        "There is no command {name}{hint}.",
        "See which there are with: {command} --help",
    ),
    "missing": (
        "{what} saknas.",
        "Se hur det skrivs med: {command} --help",
        "{what} is missing.",
        "See how it is written with: {command} --help",
    ),
    "no_value": (
        "Flaggan {option} saknar ett värde, eller ska inte ha något.",
        "Se hur det skrivs med: {command} --help",
        "The option {option} lacks a value, or takes none.",
        "See how it is written with: {command} --help",
    ),
    "not_understood": (
        "Kommandot går inte att tolka.",
        "Se hur det skrivs med: {command} --help",
        "The command cannot be understood.",
        "See how it is written with: {command} --help",
    ),
}


def misuse(key: str, **found: object) -> UsageError:
    """The error for ``key`` with both languages filled in, ready to raise.

    A pair in ``found`` holds the Swedish and the English words.
    """
    swedish, english = (
        {name: words[lang] if isinstance(words, tuple) else words for name, words in found.items()}
        for lang in (0, 1)
    )
    reason_sv, mend_sv, reason_en, mend_en = MISUSE[key]
    reason_sv, mend_sv = reason_sv.format(**swedish), mend_sv.format(**swedish)
    reason_en, mend_en = reason_en.format(**english), mend_en.format(**english)
    return UsageError(reason_sv=reason_sv, mend_sv=mend_sv, reason_en=reason_en, mend_en=mend_en)
