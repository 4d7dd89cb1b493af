"""What ``--help`` says about each command and option, in Swedish and in English."""

HELP: dict[str, tuple[str, str]] = {
    "help.ansvarslots": (
        "Svarar på vem som ansvarar för vad mellan region och kommun, med avtalets egna ord.",
        "Answers who is responsible for what between region and municipality, in the agreement's "
        "own words.",
    ),
    "help.ask": (
        "Ställ en fråga. Skriv - i stället för frågan för att läsa den från standard in.",
        "Ask a question. Write - instead of the question to read it from standard input.",
    ),
    "help.index": (
        "Läs dokumenten och bygg indexet som frågorna besvaras ur.",
        "Read the documents and build the index that questions are answered from.",
    ),
    "help.corpus": (
        "Visa, lägg till, kontrollera och ta bort dokument.",
        "Show, add, check and remove documents.",
    ),
    "help.corpus.list": ("Lista dokumenten i ett index.", "List the documents of an index."),
    "help.corpus.add": (
        "Lägg till ett eget dokument och indexera om.",
        "Add a document of your own and index anew.",
    ),
    "help.corpus.check": (
        "Läs dokumenten utan att indexera och visa vad som hittades.",
        "Read the documents without indexing and show what was found.",
    ),
    "help.corpus.show": (
        "Visa ett dokument (ID) eller en punkt (ID#PUNKT).",
        "Show a document (ID) or a clause (ID#CLAUSE).",
    ),
    "help.corpus.remove": (
        "Ta bort ett dokument och indexera om.",
        "Remove a document and index anew.",
    ),
    "help.eval": (
        "Mät svaren mot frågor med kända svar.",
        "Measure the answers against questions with known answers.",
    ),
    "help.eval.run": (
        "Ställ alla frågor i ett frågeset och räkna ut måtten.",
        "Ask every question of a question set and compute the figures.",
    ),
    "help.eval.check": (
        "Sök fel i ett frågeset: facit som inte finns, dubbletter, motsägelser.",
        "Look for faults in a question set: gold that does not exist, duplicates, contradictions.",
    ),
    "help.eval.compare": (
        "Jämför två resultat, mått för mått och fråga för fråga.",
        "Compare two results, figure by figure and question by question.",
    ),
    "help.eval.report": (
        "Visa ett resultat så att vem som helst kan läsa det, här eller som en webbsida.",
        "Show a result so that anyone can read it, here or as a page.",
    ),
    "help.eval.gate": (
        "Stoppa en ändring som gjort svaren säkert sämre än baslinjen.",
        "Stop a change that made the answers surely worse than the baseline.",
    ),
    "help.eval.propose": (
        "Gör förslag till nya frågor av det som folk har frågat, och ta in dem ett och ett.",
        "Make proposals for new questions of what people asked, and take them in one by one.",
    ),
    "help.serve": (
        "Starta webbsidan, API:et och de chattar som är inställda. Avsluta med Ctrl-C.",
        "Start the web page, the API and the chats that are set up. Stop with Ctrl-C.",
    ),
    "help.doctor": (
        "Kontrollera språkmodell, cache, dokument och index.",
        "Check the embedding model, the cache, the documents and the index.",
    ),
    "help.matrix": (
        "Visa vem som ansvarar för vad, uppgift för uppgift.",
        "Show who is responsible for what, task by task.",
    ),
    "help.option.matrix.document": (
        "Bara detta dokument (id). Kan anges flera gånger.",
        "This document only (id). May be given several times.",
    ),
    "help.option.matrix.status": (
        "Bara dokument med denna status, också de som inte gäller. Kan anges flera gånger.",
        "Documents of this status only, even those not in force. May be given several times.",
    ),
    "help.option.matrix.party": (
        "Bara denna ansvariga: kommun, region, gemensamt, enskild, ingen eller en roll som "
        "vårdcentral. Kan anges flera gånger.",
        "This responsible party only: municipality, region, both, individual, other, nobody or a "
        "role such as vårdcentral. May be given several times.",
    ),
    "help.option.matrix.phase": (
        "Bara denna fas: start, under_way (pågående), deterioration (försämring), end (avslut), "
        "takeover (övertagande), transfer (utskrivning), payment (betalning), dispute (tvist) "
        "eller always. Kan anges flera gånger.",
        "This phase only: start, under_way, deterioration, end, takeover, transfer, payment, "
        "dispute or always. May be given several times.",
    ),
    "help.option.matrix.topic": (
        "Bara under rubriker med dessa ord.",
        "Under headings with these words only.",
    ),
    "help.option.matrix.find": (
        "Bara där alla dessa ord står (prickar och accenter spelar ingen roll).",
        "Where all of these words stand only (whatever their accents).",
    ),
    "help.option.matrix.roles": (
        "En kolumn för varje roll.",
        "A column for each role.",
    ),
    "help.option.matrix.csv": (
        "Skriv hit som CSV, ett ansvar per rad.",
        "Write it here as CSV, a duty a line.",
    ),
    "help.option.matrix.xlsx": (
        "Skriv hit som Excel-arbetsbok med länkar till punkterna.",
        "Write it here as an Excel workbook with links to the clauses.",
    ),
    "help.corpus.timeline": (
        "Visa vilka dokument som gäller när och vad som ersätter vad.",
        "Show which documents hold when, and what replaces what.",
    ),
    "help.eval.duties": (
        "Mät hur väl ansvar läses ur meningar med känt facit.",
        "Measure how well duties are read from sentences with known labels.",
    ),
    "help.option.duties.part": (
        "Bara meningar i denna del: dev, held eller test.",
        "Only sentences of this part: dev, held or test.",
    ),
    "help.option.duties.corpus": (
        "Mapp med dokument som meningar hänvisar till. Kan anges flera gånger.",
        "Folder of documents that sentences refer to. May be given several times.",
    ),
    "help.option.duties.wrong": (
        "Visa varje mening som lästes fel.",
        "Show every sentence that was read wrongly.",
    ),
    "help.option.lang": ("Språk: sv eller en (annars sv).", "Language: sv or en (otherwise sv)."),
    "help.option.help": ("Visa den här hjälpen.", "Show this help."),
    "help.option.version": ("Visa programmets version.", "Show the program's version."),
    "help.option.corpus": (
        "Mapp med dokument (annars standardmappen).",
        "Folder of documents (otherwise the default folder).",
    ),
    "help.option.index": (
        "Mapp för indexet (annars standardindexet).",
        "Folder of the index (otherwise the default index).",
    ),
    "help.option.on": (
        "Svara med det som gällde denna dag, ÅÅÅÅ-MM-DD (annars i dag).",
        "Answer by what was in force on this day, YYYY-MM-DD (otherwise today).",
    ),
    "help.option.json": ("Skriv som JSON.", "Print as JSON."),
    "help.option.clauses": ("Lista punkterna i stället.", "List the clauses instead."),
    "help.option.title": ("Dokumentets titel.", "The document's title."),
    "help.option.kind": (
        "Slag: agreement (avtal), supplement (överenskommelse), law (lag), guideline (riktlinje) "
        "eller minutes (mötesanteckning).",
        "Kind: agreement, supplement, law, guideline or minutes.",
    ),
    "help.option.status": (
        "Status: in_force (gällande), adopted (beslutad), consultation (remiss), draft (utkast), "
        "repealed (upphävd), example (exempel) eller notes (mötesanteckning).",
        "Status: in_force, adopted, consultation, draft, repealed, example or notes.",
    ),
    "help.option.valid_from": (
        "Första giltighetsdag, ÅÅÅÅ-MM-DD.",
        "First day in force, YYYY-MM-DD.",
    ),
    "help.option.valid_to": ("Sista giltighetsdag, ÅÅÅÅ-MM-DD.", "Last day in force, YYYY-MM-DD."),
    "help.option.source": ("Varifrån dokumentet kommer.", "Where the document comes from."),
    "help.option.replaces": (
        "Id för ett dokument som ersätts. Kan anges flera gånger.",
        "Id of a document that it replaces. May be given several times.",
    ),
    "help.option.audience": ("Vilka dokumentet är till för.", "Whom the document is for."),
    "help.option.id": (
        "Dokumentets id (annars gjort av filnamnet).",
        "The document's id (otherwise made from the file name).",
    ),
    "help.option.yes": ("Fråga inte först.", "Do not ask first."),
    "help.option.questions": (
        "Frågeset i JSONL. Kan anges flera gånger.",
        "Question set in JSONL. May be given several times.",
    ),
    "help.option.out": ("Skriv resultatet hit som JSON.", "Write the result here as JSON."),
    "help.option.markdown": (
        "Skriv tabellerna hit som Markdown.",
        "Write the tables here as Markdown.",
    ),
    "help.option.html": (
        "Skriv hela rapporten hit som en webbsida.",
        "Write the whole report here as a page.",
    ),
    "help.option.baseline": ("Baslinjen att jämföra med.", "The baseline to compare with."),
    "help.option.renew": (
        "Gör resultatet till ny baslinje i stället för att jämföra.",
        "Make the result the new baseline instead of comparing.",
    ),
    "help.option.proposals": (
        "Filen med förslag (annars FEEDBACK.proposals.jsonl).",
        "The file of proposals (otherwise FEEDBACK.proposals.jsonl).",
    ),
    "help.option.accept": ("Ta in förslaget med detta id.", "Take in the proposal with this id."),
    "help.option.from_store": (
        "Hämta först obesvarade och bedömda frågor ur databasen till FILEN.",
        "First fetch unanswered and judged questions from the database into the FILE.",
    ),
    "help.option.since": (
        "Hämta bara frågor från och med den här dagen.",
        "Fetch only questions from this day on.",
    ),
    "help.option.gold": (
        "Rätt facit i stället för det föreslagna. Kan anges flera gånger.",
        "The right gold instead of what is proposed. May be given several times.",
    ),
    "help.option.unanswerable": (
        "Texterna svarar inte på frågan.",
        "The texts do not answer the question.",
    ),
    "help.teams": ("Det som behövs för Microsoft Teams.", "What Microsoft Teams needs."),
    "help.teams.package": (
        "Gör apppaketet (manifest och ikoner) som laddas upp i Teams, av inställningarna.",
        "Make the app package (manifest and icons) to upload in Teams, from the settings.",
    ),
    "help.option.package_out": (
        "Zip-filen som skrivs.",
        "The zip file to write.",
    ),
    "help.option.organisation": (
        "Er organisations namn, som visas som utgivare i Teams (högst 32 tecken).",
        "Your organisation's name, shown as the publisher in Teams (at most 32 characters).",
    ),
    "help.option.principals": (
        "Rätt ansvarig i stället för den föreslagna. Kan anges flera gånger.",
        "The right principal instead of what is proposed. May be given several times.",
    ),
    "help.option.into_part": (
        "Delen som frågan tas in i: train eller dev.",
        "The part that takes the question: train or dev.",
    ),
    "help.option.into": (
        "Frågesetet som frågan läggs till sist i.",
        "The question set at whose end the question is put.",
    ),
    "help.option.baselines": (
        "Pröva också enklare sökmetoder på samma frågor.",
        "Try plainer ways to search on the same questions too.",
    ),
    "help.option.corpus_name": (
        "Vilka dokument indexet har: lagar eller modellavtal (annars syns det på facit). "
        "Kan anges flera gånger.",
        "Which documents the index holds: lagar or modellavtal (otherwise seen by the gold). "
        "May be given several times.",
    ),
    "help.option.part": (
        "Bara frågor i denna del: train, dev eller test.",
        "Only questions of this part: train, dev or test.",
    ),
}
