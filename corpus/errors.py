"""Everything that can go wrong for a user, as one tree.

AnsvarslotsError
├── DocumentError                 one file; the rest of the folder is still read
│   ├── UnreadableFile
│   ├── EmptyFile
│   ├── ScannedFile
│   ├── EncryptedFile
│   ├── WrongEncoding
│   ├── UnknownFormat
│   └── NoClauses
├── CorpusError
│   ├── MissingFolder
│   ├── BrokenManifest
│   ├── BrokenFindings
│   ├── BadKnownQuestions
│   └── EmptyCorpus
├── ModelError
│   ├── MissingModel
│   ├── CorruptModel
│   └── UnusableAdapter
├── IndexFolderError
│   ├── MissingIndex
│   ├── UnusableIndex
│   ├── WrongModel
│   └── CannotWrite
└── UsageError                    misuse of a command: exit status 2
    └── BadFilter

Each message names what was found and the mend, in Swedish and in English.
"""

# ruff: noqa: N818 - the names say what was found
from typing import ClassVar

Worded = str | tuple[str, str]
"""What fills a template: a name, or words in Swedish and in English."""


class AnsvarslotsError(Exception):
    """The root. ``found`` fills the templates; ``exit_status`` is what the process returns."""

    swedish: ClassVar[str]
    english: ClassVar[str]
    exit_status: ClassVar[int] = 1

    def __init__(self, **found: Worded) -> None:
        self.found = found
        super().__init__(self.text("sv"))

    def text(self, lang: str) -> str:
        """The message in ``lang`` (``sv`` or ``en``). A name with line ends stays on its line."""
        english = lang == "en"
        found = {
            name: " ".join((words if isinstance(words, str) else words[english]).split())
            for name, words in self.found.items()
        }
        return (self.english if english else self.swedish).format(**found)


class DocumentError(AnsvarslotsError):
    """One file could not be used. ``file`` is its name."""


class UnreadableFile(DocumentError):
    """Corrupt, locked or not what its ending says. ``reason`` is short and plain."""

    swedish = (
        "{file}: filen går inte att läsa ({reason}). Spara om den i sitt program och försök igen."
    )
    english = "{file}: the file cannot be read ({reason}). Save it anew and try again."


class EmptyFile(DocumentError):
    swedish = "{file}: filen är tom. Lägg in rätt fil eller ta bort den ur mappen."
    english = "{file}: the file is empty. Put the right file there or remove it from the folder."


class ScannedFile(DocumentError):
    swedish = (
        "{file}: PDF-filen innehåller bara bilder, ingen text. "
        "Gör den sökbar med textigenkänning (OCR) eller använd originalet i Word."
    )
    english = (
        "{file}: the PDF holds only pictures, no text. "
        "Make it searchable with text recognition (OCR) or use the Word original."
    )


class EncryptedFile(DocumentError):
    swedish = "{file}: filen är skyddad med lösenord. Spara en kopia utan lösenord."
    english = "{file}: the file is protected by a password. Save a copy without one."


class WrongEncoding(DocumentError):
    swedish = "{file}: teckenkodningen går inte att tolka. Spara filen som UTF-8."
    english = "{file}: the character encoding cannot be read. Save the file as UTF-8."


class UnknownFormat(DocumentError):
    swedish = "{file}: filtypen stöds inte. Använd .md, .txt, .html, .docx eller .pdf."
    english = "{file}: the file type is not supported. Use .md, .txt, .html, .docx or .pdf."


class NoClauses(DocumentError):
    swedish = (
        "{file}: inga punkter eller paragrafer hittades. "
        "Kontrollera att texten har numrerade punkter, paragrafer eller rubriker."
    )
    english = (
        "{file}: no clauses were found. "
        "Check that the text has numbered clauses, paragraphs or headings."
    )


class CorpusError(AnsvarslotsError):
    """The folder as a whole cannot be used."""


class MissingFolder(CorpusError):
    swedish = "Mappen {folder} finns inte. Ange en mapp med dokument: --corpus MAPP."
    english = "The folder {folder} does not exist. Name a folder of documents: --corpus DIR."


class BrokenManifest(CorpusError):
    swedish = "{file}: {reason_sv} Rätta filen och försök igen."
    english = "{file}: {reason_en} Mend the file and try again."


class BrokenFindings(CorpusError):
    swedish = (
        "{file} går inte att läsa. Varje post skrivs [accepted.<id>] med note (text) och on (dag). "
        "Rätta filen och försök igen."
    )
    english = (
        "{file} cannot be read. Each entry is written [accepted.<id>] with note (text) and on "
        "(day). Mend the file and try again."
    )


class BadKnownQuestions(CorpusError):
    """``file`` is the folder's file of known questions, ``line`` where the fault stands."""

    swedish = (
        "{file}, rad {line}: det är ingen känd fråga ({reason}). Rätta eller ta bort raden. "
        'Så här skrivs den: {{"question": "…", "gold": ["dokument#punkt"]}}'
    )
    english = (
        "{file}, line {line}: this is no known question ({reason}). Mend or remove the line. "
        'Write it so: {{"question": "…", "gold": ["document#clause"]}}'
    )


class EmptyCorpus(CorpusError):
    """``errors`` tell why each of the folder's files could not be read."""

    swedish = (
        "Mappen {folder} innehåller inget dokument som går att läsa. "
        "Lägg dit minst en fil (.md, .txt, .html, .docx eller .pdf)."
    )
    english = (
        "The folder {folder} holds no document that can be read. "
        "Put at least one file there (.md, .txt, .html, .docx or .pdf)."
    )

    def __init__(self, *, folder: str, errors: tuple[DocumentError, ...] = ()) -> None:
        self.errors = errors
        super().__init__(folder=folder)

    def text(self, lang: str) -> str:
        """A line for each file, then the folder's own."""
        return "\n".join([*(error.text(lang) for error in self.errors), super().text(lang)])


class ModelError(AnsvarslotsError):
    """The embedding model cannot be used."""


class MissingModel(ModelError):
    swedish = "Språkmodellen {model} hittas inte. {mend_sv}"
    english = "The embedding model {model} is not found. {mend_en}"


class CorruptModel(ModelError):
    swedish = (
        "Språkmodellens fil {file} är skadad: kontrollsumman stämmer inte. "
        "Installera om programmet och försök igen."
    )
    english = (
        "The embedding model's file {file} is damaged: its checksum does not match. "
        "Install the program again and retry."
    )


class UnusableAdapter(ModelError):
    swedish = (
        "Modellens anpassning till frågor, {file}, går inte att använda: {reason_sv}. "
        "Installera om programmet, eller stäng av den med ANSVARSLOTS_USE_ADAPTER=false."
    )
    english = (
        "The model's adapter for questions, {file}, cannot be used: {reason_en}. "
        "Install the program again, or switch it off with ANSVARSLOTS_USE_ADAPTER=false."
    )


class IndexFolderError(AnsvarslotsError):
    """The index folder cannot be used."""


class MissingIndex(IndexFolderError):
    swedish = "Det finns inget index i {folder}. Skapa det med: ansvarslots index"
    english = "There is no index in {folder}. Make it with: ansvarslots index"


class UnusableIndex(IndexFolderError):
    swedish = "Indexet i {folder} kan inte användas: {reason_sv}. Gör om det med: ansvarslots index"
    english = "The index in {folder} cannot be used: {reason_en}. Rebuild it: ansvarslots index"


class WrongModel(IndexFolderError):
    swedish = (
        "Indexet i {folder} är gjort med språkmodellen {index_model}, men {model} är inställd. "
        "Gör om indexet med: ansvarslots index, eller ställ tillbaka modellen."
    )
    english = (
        "The index in {folder} was made with the model {index_model}, but {model} is set. "
        "Rebuild it with: ansvarslots index, or set the model back."
    )


class CannotWrite(IndexFolderError):
    swedish = (
        "Det går inte att skriva till {folder} ({reason}). Inget gammalt har ändrats. "
        "Frigör plats på disken, ge skrivrätt till mappen eller välj en annan mapp "
        "(ANSVARSLOTS_DATA för dokument och index, ANSVARSLOTS_CACHE för språkmodellen)."
    )
    english = (
        "Cannot write to {folder} ({reason}). Nothing that was there has changed. "
        "Free space on the disk, allow writing to the folder or choose another folder "
        "(ANSVARSLOTS_DATA for documents and index, ANSVARSLOTS_CACHE for the model)."
    )


class UsageError(AnsvarslotsError):
    """The command was misused. ``reason_*`` says how, ``mend_*`` what to write instead."""

    swedish = "{reason_sv} {mend_sv}"
    english = "{reason_en} {mend_en}"
    exit_status = 2


class BadFilter(UsageError):
    """A filter of the responsibility matrix cannot be used. ``key`` names it, ``mend`` says
    what can be written."""

    swedish = "Urvalet {key} kan inte vara {value}. {mend}"
    english = "The filter {key} cannot be {value}. {mend}"
