"""Time limits as the text writes them: ``inom 24 timmar``, ``senast samma dag``."""

import re

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)?|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|fjorton|femton|"
    r"tjugo|tjugofyra|trettio|fyrtioåtta|sextio|sjuttiotvå|nittio|samma|nästa|några|varje)"
)
_UNIT = (
    r"(?:\w*timm(?:e|ar|en)|\w*dygn(?:et)?|\w*dag(?:ar|en)?|\w*veck(?:a|or|an)|"
    r"\w*månad(?:er|en)?|\w*minut(?:er)?|(?:kalender)?år(?:et)?|halvår(?:et)?|kvartal(?:et)?)"
)
_SPAN = rf"(?:högst\s+|minst\s+)?{_NUMBER}(?:\s+(?:hela|påföljande|till))?\s+{_UNIT}"
# Up to a comma, or to the verb of the clause that a limit at its head stands in.
_WORDS = r"(?:(?!\s(?:ska|skall|bör|måste)\s)[^,;]){2,90}"
_FROM = rf"(?:\s+(?:efter|från|före|innan|räknat från)\s+{_WORDS})?"
_PATTERNS = (
    rf"(?:inom|senast|tidigast|högst|minst)\s+(?:loppet av\s+)?{_SPAN}{_FROM}",
    r"(?:senast|före|innan)\s+(?:kl(?:ockan|\.)\s*[\d.:]+|den\s+\d+\s+\w+(?:\s+\d{4})?)",
    r"senast\s+(?:samma\s+dag|dagen\s+\w+|nästa\s+\w+|(?:på\s+)?\w+dagen|i samband med|när|vid)"
    r"(?:\s+[^,;]{2,70})?",
    rf"{_NUMBER}\s+{_UNIT}\s+(?:efter|före|innan)\s+{_WORDS}",
    rf"minst\s+(?:{_NUMBER}\s+gång(?:er)?\s+(?:per|om|i|varje)\s+\w+|(?:vart|var|varje)\s+\w+(?:\s+\w+)?"
    r"|halvårsvis|årligen|månadsvis)",
    rf"{_NUMBER}\s+gång(?:er)?\s+(?:per|om|i)\s+\w+",
    r"så snart (?:som|det är) möjligt|snarast(?:\s+möjligt)?|utan dröjsmål|utan onödigt dröjsmål",
    r"omgående|omedelbart|skyndsamt|genast|samma dag",
    r"årligen|halvårsvis|månadsvis|kvartalsvis|(?:varje|vart|var)\s+(?:\w+\s+)?(?:år|vecka|månad|halvår|kvartal|dag)",
    r"(?:före|innan|inför|vid)\s+(?:hemgången?|utskrivning(?:en)?|hemresan|avresan)",
    r"innan\s+(?:patienten|personen|den enskilde|barnet|den inskrivna)\s+[^,;]{3,60}",
)
_LIMIT = re.compile("|".join(f"(?<!\\w)(?:{pattern})(?!\\w)" for pattern in _PATTERNS), re.I)


def read_time_limit(sentence: str) -> str | None:
    """The first time limit or interval in ``sentence``, word for word; None without one."""
    match = _LIMIT.search(sentence)
    return match.group().rstrip(" .:") if match else None
