"""Every word of the web page that is not part of an answer itself."""

from bot.answer_texts import ANSWER
from bot.words import Pair

_WEB: dict[str, Pair] = {
    "site.name": ("Ansvarslotsen", "Ansvarslotsen"),
    "site.skip": ("Hoppa till innehållet", "Skip to content"),
    "site.menu": ("Huvudmeny", "Main menu"),
    "site.other_language": ("In English", "På svenska"),
    "site.foot": (
        "Ansvarslotsen visar vad texten säger. Vid fara för liv: ring 112.",
        "Ansvarslotsen shows what the text says. If a life is in danger: call 112.",
    ),
    "nav.ask": ("Fråga", "Ask"),
    "nav.matrix": ("Ansvar", "Responsibility"),
    "nav.timeline": ("Tidslinje", "Timeline"),
    "nav.compare": ("Jämför", "Compare"),
    "nav.findings": ("Luckor", "Gaps"),
    "nav.documents": ("Dokument", "Documents"),
    "nav.about": ("Om tjänsten", "About"),
    "ask.title": ("Vem ansvarar för vad?", "Who is responsible for what?"),
    "ask.lead": (
        "Fråga om ansvaret mellan region och kommun. Du får veta vem som ansvarar och läser "
        "den punkt som säger det, ord för ord.",
        "Ask about responsibility between region and municipality. You learn who is "
        "responsible and read the clause that says so, word for word (in Swedish).",
    ),
    "ask.label": ("Din fråga", "Your question"),
    "ask.label_more": ("Fråga vidare", "Ask on"),
    "ask.hint": (
        "Skriv aldrig vem det gäller: inga namn och inga personnummer.",
        "Never write whom it is about: no names and no personal identity numbers.",
    ),
    "ask.hint_more": (
        "En följdfråga läses ihop med frågan före, till exempel: Och om det är ett barn?",
        "A follow-up is read together with the question before, such as: And if it is a child?",
    ),
    "ask.button": ("Fråga", "Ask"),
    "ask.day": ("Fråga för en annan dag", "Ask for another day"),
    "ask.day_label": ("Dag som frågan gäller", "The day the question is about"),
    "ask.day_hint": (
        "Tomt fält betyder i dag. Skriv år, månad och dag: 2026-01-15.",
        "An empty field means today. Write year, month and day: 2026-01-15.",
    ),
    "ask.examples": ("Så kan du fråga", "What you can ask"),
    "ask.example.1": (
        "Vem ansvarar när hemsjukvården avslutas?",
        "Who hands over the final report when home health care ends?",
    ),
    "ask.example.2": (
        "Vem ansvarar för vården på korttidsplats?",
        "Who is responsible for care in a short-term place?",
    ),
    "ask.example.3": (
        "Vem gör läkemedelsgenomgång varje år?",
        "Who does the medication review every year?",
    ),
    "ask.example.4": (
        "Vem betalar när patienten är utskrivningsklar?",
        "Who pays when the patient is ready for discharge?",
    ),
    "ask.known": ("Det här svarar jag ur", "What I answer from"),
    "ask.known_more": ("Alla dokument med status och datum", "All documents, status and dates"),
    "ask.working": ("Söker i dokumenten …", "Searching the documents …"),
    "ask.done": ("Svaret är klart.", "The answer is ready."),
    "ask.unreachable": (
        "Tjänsten gick inte att nå. Din fråga står kvar. Försök igen om en stund.",
        "The service could not be reached. Your question is still here. Please try again.",
    ),
    "ask.anew": ("Börja om", "Start over"),
    "thread.name": ("Frågor och svar", "Questions and answers"),
    "thread.question": ("Fråga", "Question"),
    "thread.followed": ("Läst ihop med: {question}", "Read together with: {question}"),
    "answer.quote": ("Så står det", "What the text says"),
    "answer.quotes": ("Så står det i punkterna", "What the clauses say"),
    "answer.more_before": ("Visa texten före", "Show the text before"),
    "answer.more_after": ("Visa texten efter", "Show the text after"),
    "answer.whole": ("Visa hela punkten", "Show the whole clause"),
    "answer.whole_named": (
        "Visa hela punkten: {clause}",
        "Show the whole clause: {clause}",
    ),
    "answer.published": ("Dokumentet där det är publicerat", "The document where it is published"),
    "feedback.title": ("Hjälpte svaret?", "Did the answer help?"),
    "feedback.up": ("Ja", "Yes"),
    "feedback.down": ("Nej", "No"),
    "feedback.why": ("Vad var fel?", "What was wrong?"),
    "feedback.comment": ("Berätta gärna mer (frivilligt)", "Tell more if you like (optional)"),
    "feedback.comment_hint": (
        "Skriv inga personuppgifter.",
        "Write no personal data.",
    ),
    "feedback.send": ("Skicka", "Send"),
    "feedback.thanks_up": ("Tack! Ditt ja är sparat.", "Thank you! Your yes is saved."),
    "feedback.thanks_down": (
        "Tack! Det du skrev hjälper oss att göra svaren bättre.",
        "Thank you! What you wrote helps us make the answers better.",
    ),
    "feedback.not_kept": (
        "Just nu går det inte att spara vad du tycker om svaret.",
        "What you think of the answer cannot be saved just now.",
    ),
    "clause.before": ("Punkterna före", "The clauses before"),
    "clause.after": ("Punkterna efter", "The clauses after"),
    "clause.open": ("Gå till punkten", "Go to the clause"),
    "clause.path": ("Plats i dokumentet", "Place in the document"),
    "clause.duties": ("Vem gör vad enligt punkten", "Who does what by this clause"),
    "clause.nobody": ("Ingen part namngiven: {what}", "No party named: {what}"),
    "clause.other_wording": (
        "En annan lydelse av samma punkt",
        "Another wording of the same clause",
    ),
    "clause.to_document": ("Hela innehållet i dokumentet", "Everything in the document"),
    "clause.ask": ("Ställ en fråga", "Ask a question"),
    "documents.title": ("Dokument", "Documents"),
    "documents.lead": (
        "Det här är alla dokument som jag kan. Svar hämtas bara ur det som står under "
        "”{answers}”. Resten visas vid sidan av, märkt.",
        "These are all the documents I know. Answers come only from what stands under "
        "“{answers}”. The rest is shown apart, marked.",
    ),
    "documents.answers": ("Ger svar", "Give answers"),
    "documents.apart": ("Visas vid sidan av", "Shown apart"),
    "documents.clauses": ("{count} punkter", "{count} clauses"),
    "documents.clauses_one": ("1 punkt", "1 clause"),
    "documents.example_note": (
        "Det som ligger här nu är exempel som binder ingen. Lägg in ert eget beslutade avtal "
        "för att få svar om vad som gäller hos er.",
        "What is here now are examples that bind nobody. Add your own adopted agreement to get "
        "answers about what holds with you.",
    ),
    "document.facts": ("Om dokumentet", "About the document"),
    "document.contents": ("Innehåll", "Contents"),
    "document.kind": ("Sort", "Kind"),
    "document.audience": ("Till för", "Meant for"),
    "document.source": ("Publicerat", "Published"),
    "document.replaces": ("Ersätter", "Replaces"),
    "document.count": ("Omfattning", "Extent"),
    "kind.agreement": ("Avtal", "Agreement"),
    "kind.supplement": ("Överenskommelse", "Supplement"),
    "kind.law": ("Lag", "Law"),
    "kind.guideline": ("Riktlinje", "Guideline"),
    "kind.minutes": ("Mötesanteckning", "Minutes"),
    "about.title": ("Om tjänsten", "About"),
    "about.does": ("Vad den gör", "What it does"),
    "about.does.1": (
        "Ansvarslotsen letar upp den punkt som svarar på frågan och säger vem som ansvarar enligt "
        "den. Citatet är dokumentets egen text. Det kontrolleras ord för ord innan det visas.",
        "Ansvarslotsen finds the clause that answers the question and says who is responsible by "
        "it. The quote is the document's own text. It is checked word for word before it is "
        "shown.",
    ),
    "about.does.2": (
        "När texten inte svarar säger den det, visar de närmaste punkterna och vem du kan fråga.",
        "When the text does not answer, it says so, and shows the nearest clauses and whom to ask.",
    ),
    "about.does.3": (
        "Den ger inga medicinska råd och avgör inga enskilda fall. Status och datum står vid "
        "varje källa: exempel, utkast och mötesanteckningar gäller inte.",
        "It gives no medical advice and decides no single case. Status and dates stand by every "
        "source: examples, drafts and meeting notes are not in force.",
    ),
    "about.privacy": ("Personuppgifter", "Personal data"),
    "about.privacy.1": (
        "Personnummer, telefonnummer, e-postadresser och namn tas bort ur frågan innan den "
        "används till något annat. Skriv dem ändå aldrig.",
        "Personal identity numbers, phone numbers, e-mail addresses and names are removed from "
        "the question before it is used for anything else. Still, never write them.",
    ),
    "about.privacy.2": (
        "Frågan utan personuppgifter, svaret och ditt omdöme sparas i högst {days} dagar, så att "
        "svaren kan bli bättre. Därefter raderas de.",
        "The question without personal data, the answer and your feedback are kept for at most "
        "{days} days, so that the answers can improve. Then they are deleted.",
    ),
    "about.privacy.3": (
        "Frågorna lämnar inte den dator där tjänsten körs för att besvaras, och sidan hämtar "
        "inget från någon annan webbplats.",
        "Questions do not leave the computer that runs the service to be answered, and the page "
        "fetches nothing from any other site.",
    ),
    "about.cookie": ("Kakor", "Cookies"),
    "about.cookie.1": (
        "När du ställer en fråga sätts en nödvändig kaka, {cookie}. Den håller ihop dina frågor, "
        "så att du kan fråga vidare, och begränsar hur många frågor som kan ställas på en gång. "
        "Den innehåller ett slumptal, läses bara av den här webbplatsen och försvinner när du "
        "stänger webbläsaren eller väljer Börja om. Inga andra kakor används.",
        "When you ask a question one necessary cookie is set, {cookie}. It keeps your questions "
        "together, so that you can ask on, and limits how many can be asked at once. It holds a "
        "random number, is read by this site only and is gone when you close the browser or "
        "choose Start over. There are no other cookies.",
    ),
    "about.cookie.2": (
        "Dina frågor syns på sidan i {minutes} minuter efter den senaste.",
        "Your questions stay on the page for {minutes} minutes after the latest one.",
    ),
    "about.access": ("Tillgänglighet", "Accessibility"),
    "about.access.1": (
        "Sidan är byggd för att följa WCAG 2.1 nivå AA. Den fungerar med tangentbord, "
        "skärmläsare och mobil, i ljust och mörkt läge och utan skript.",
        "The page is built to follow WCAG 2.1 level AA. It works with keyboard, screen reader "
        "and phone, in light and dark, and without script.",
    ),
    "error.back": ("Till frågan", "To the question"),
    "error.documents": ("Till dokumenten", "To the documents"),
    "error.no_page.title": ("Sidan finns inte", "There is no such page"),
    "error.no_page": (
        "Adressen leder ingenstans. Kontrollera den, eller ställ frågan här i stället.",
        "The address leads nowhere. Check it, or ask your question here instead.",
    ),
    "error.unknown_clause.title": ("Punkten finns inte", "There is no such clause"),
    "error.unknown_clause": (
        "Det finns ingen punkt med den adressen. Dokumentet kan ha ändrats eller tagits bort "
        "sedan länken skickades. Sök i dokumenten, eller ställ frågan igen.",
        "There is no clause with that address. The document may have changed or been removed "
        "since the link was sent. Look in the documents, or ask again.",
    ),
    "error.unknown_document.title": ("Dokumentet finns inte", "There is no such document"),
    "error.unknown_document": (
        "Det finns inget dokument med den adressen. Se listan över dokument.",
        "There is no document with that address. See the list of documents.",
    ),
    "error.other_site.title": ("Frågan togs inte emot", "The question was not taken"),
    "error.other_site": (
        "Den kom inte från den här sidan. Öppna sidan på nytt och fråga därifrån.",
        "It did not come from this page. Open the page anew and ask from there.",
    ),
    "error.not_read.title": ("Formuläret gick inte att läsa", "The form could not be read"),
    "error.not_read": (
        "Något blev fel när det skickades. Öppna sidan på nytt och försök igen.",
        "Something went wrong when it was sent. Open the page anew and try again.",
    ),
    "error.not_taken.title": ("Det gick inte att ta emot", "It could not be taken"),
    "error.wrong_method.title": ("Så går det inte att göra", "It cannot be done that way"),
    "error.wrong_method": (
        "Adressen finns, men inte för det som skickades. Börja från frågesidan.",
        "The address exists, but not for what was sent. Start from the question page.",
    ),
    "error.broken.title": ("Något gick fel hos mig", "Something went wrong on my side"),
    "error.broken": (
        "Det är inte ditt fel. Försök igen om en stund. Är det bråttom: fråga din chef eller "
        "den som förvaltar avtalet.",
        "It is not your fault. Please try again in a while. If it is urgent: ask your manager "
        "or whoever is in charge of the agreement.",
    ),
    "error.bad_day.title": ("Dagen gick inte att läsa", "The day could not be read"),
    "error.bad_day": (
        "Dagen gick inte att läsa. Skriv år, månad och dag, till exempel 2026-01-15.",
        "The day could not be read. Write year, month and day, for example 2026-01-15.",
    ),
    "error.no_verdict": (
        "Välj ja eller nej.",
        "Choose yes or no.",
    ),
}

WEB: dict[str, Pair] = {**ANSWER, **_WEB}
"""The page's own texts and those that every surface shares."""
