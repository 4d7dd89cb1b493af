"""A small folder of documents made for these tests: every status, and clauses of every kind."""

from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 22)

MANIFEST = """answers = ["in_force"]

[documents.avtal]
file = "avtal.md"
title = "Avtal om vård i hemmet"
kind = "agreement"
status = "in_force"
valid_from = 2025-01-01
source = "https://example.org/avtal"
replaces = ["gammalt"]

[documents.gammalt]
file = "gammalt.md"
title = "Gamla avtalet om vård i hemmet"
kind = "agreement"
status = "repealed"
valid_from = 2017-04-01
valid_to = 2024-12-31

[documents.nytt]
file = "nytt.md"
title = "Nya avtalet om vård i hemmet"
kind = "agreement"
status = "adopted"
valid_from = 2027-01-01

[documents.utkast]
file = "utkast.md"
title = "Utkast om tandvård"
kind = "agreement"
status = "draft"

[documents.exempel]
file = "exempel.md"
title = "Exempel på överenskommelse"
kind = "supplement"
status = "example"

[documents.mote]
file = "mote.md"
title = "Möte om vård i hemmet"
kind = "minutes"
status = "notes"
valid_from = 2024-10-28
"""

AVTAL = """# Avtal om vård i hemmet

## 1 Ansvar

1.1 Kommunen ansvarar för hemsjukvården i ordinärt boende.

1.2 Regionen ansvarar för läkarens insatser i hemmet.

1.3 Kommunen får erbjuda korttidsboende åt den som väntar på en bostad.

1.4 Ansvaret för rullstolar och andra hjälpmedel delas: regionen ska förskriva hjälpmedel åt \
barn och kommunen ska förskriva hjälpmedel åt vuxna.

## 2 Planering

2.1 Regionen och kommunen ska tillsammans upprätta en samordnad individuell plan.

2.2 Patientens fasta vårdkontakt ska kalla till planeringen inom tre dagar.

2.3 Avvikelser skrivs i det gemensamma registret.

## 3 Material

3.1 Sårmaterial beställs genom portalen varje månad.

3.2 Regionen ska betala läkemedel som ges i hemmet. Förrådet fylls på varje vecka. Den som \
fyller på förrådet kontrollerar hållbarhet och plats. Kommunens sjuksköterska ska anteckna \
varje uttag i listan. Listan sparas i tre år och visas för den som frågar. Den som märker ett \
fel i listan rättar det samma dag och skriver sitt namn bredvid rättelsen. Förrådets nyckel \
förvaras i ett låst skåp som bara den som har ansvar för förrådet kan öppna. När förrådet \
flyttas ska vårdcentralen underrättas i förväg. Transporten sker i låst väska. Mottagaren \
räknar innehållet och skriver under på en följesedel som sparas tillsammans med listan. Om \
innehållet inte stämmer med följesedeln ska den som tar emot väskan genast säga till den som \
har skickat den.

## 4 Transporter

4.1 Regionen ska ordna ambulans och sjukresor till sjukhuset.

4.2 Kommunen ansvarar inte för sjukresor.
"""

GAMMALT = """# Gamla avtalet

## 1 Ansvar

1.1 Regionen ansvarar för hemsjukvården i ordinärt boende.

1.2 Kommunen ska betala läkemedel som ges i hemmet.
"""

NYTT = """# Nya avtalet

## 1 Ansvar

1.1 Regionen och kommunen ansvarar tillsammans för hemsjukvården i ordinärt boende.
"""

UTKAST = """# Utkast

## 1 Tandvård

1.1 Regionen ska erbjuda munhälsobedömning i hemmet varje år.
"""

EXEMPEL = """# Exempel

## 1 Fotvård

1.1 Kommunen ska ordna fotvård åt personer med diabetes.
"""

MOTE = """# Möte

## 1 Vård i hemmet

1.1 Gruppen talade om vem som ansvarar för hemsjukvården på natten.
"""

FILES = {
    "manifest.toml": MANIFEST,
    "avtal.md": AVTAL,
    "gammalt.md": GAMMALT,
    "nytt.md": NYTT,
    "utkast.md": UTKAST,
    "exempel.md": EXEMPEL,
    "mote.md": MOTE,
}


def write_corpus(folder: Path) -> Path:
    """The folder with every file in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
