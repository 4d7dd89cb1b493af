"""Every word that the Slack surface says beside the answer itself, in Swedish and English."""

from bot.words import Pair

SLACK: dict[str, Pair] = {
    "status.working": ("letar i dokumenten …", "is looking in the documents …"),
    "answer.question": ("Frågan: {question}", "The question: {question}"),
    "answer.followed": (
        "Förstått tillsammans med: {question}",
        "Understood together with: {question}",
    ),
    "answer.cut": (
        "Citatet är förkortat här. Öppna hela punkten.",
        "The quote is shortened here. Open the whole clause.",
    ),
    "answer.shared_by": ("Delat av ", "Shared by "),
    "answer.more_sources": (
        "Fler källor ryms inte här. Ställ gärna en smalare fråga.",
        "More sources do not fit here. A narrower question helps.",
    ),
    "answer.more_carried": (
        "Fler delar av ansvaret står i punkterna nedan.",
        "More parts of the responsibility stand in the clauses below.",
    ),
    "button.clause": ("Visa hela punkten", "Show the whole clause"),
    "button.clause_number": ("Visa hela punkten [{number}]", "Show the whole clause [{number}]"),
    "button.more": ("Fler punkter", "More clauses"),
    "button.share": ("Dela i kanalen", "Share in the channel"),
    "more.title": ("Fler punkter", "More clauses"),
    "more.none": ("Det finns inga fler punkter till svaret.", "The answer has no more clauses."),
    "close": ("Stäng", "Close"),
    "gone": (
        "Svaret finns inte längre kvar hos mig. Ställ gärna frågan igen.",
        "I no longer have that answer. Please ask again.",
    ),
    "feedback.up": ("Bra svar", "Good answer"),
    "feedback.up.read": ("Svaret var bra", "The answer was good"),
    "feedback.down": ("Något är fel", "Something is wrong"),
    "feedback.down.read": ("Något i svaret är fel", "Something in the answer is wrong"),
    "feedback.thanks": ("Tack, det hjälper oss.", "Thank you, that helps us."),
    "feedback.title": ("Vad blev fel?", "What went wrong?"),
    "feedback.send": ("Skicka", "Send"),
    "feedback.cancel": ("Avbryt", "Cancel"),
    "feedback.reasons": ("Kryssa i det som stämmer", "Tick what fits"),
    "feedback.comment": ("Berätta gärna mer", "Tell us more if you like"),
    "feedback.private": (
        "Skriv inga personuppgifter. Nummer, adresser och namn som ändå kommer med döljs.",
        "Write no personal data. Numbers, addresses and names that slip in are hidden.",
    ),
    "command.usage": (
        "Skriv frågan efter kommandot, till exempel: /ansvar vem kallar till SIP efter "
        "utskrivning?",
        "Write the question after the command, such as: /ansvar who calls the care planning "
        "meeting after discharge?",
    ),
    "shortcut.no_text": (
        "Det finns ingen text i meddelandet som jag kan läsa.",
        "There is no text in that message for me to read.",
    ),
    "failed.post": (
        "Jag hittade ett svar men kunde inte skicka det i konversationen. Försök igen om en "
        "stund, eller fråga här.",
        "I found an answer but could not post it in the conversation. Try again in a while, or "
        "ask here.",
    ),
    "failed.unexpected": (
        "Något gick fel hos mig och frågan blev inte besvarad. Försök igen om en stund. "
        "Händer det igen: säg till den som förvaltar Ansvarslotsen.",
        "Something went wrong on my side and the question was not answered. Try again in a "
        "while. If it happens again, tell whoever looks after Ansvarslotsen.",
    ),
    "failed.share": (
        "Det gick inte att dela svaret i kanalen. Försök igen om en stund.",
        "The answer could not be shared in the channel. Try again in a while.",
    ),
    "failed.authorize": (
        "Ansvarslotsen är inte installerad på den här arbetsytan. Be administratören att "
        "installera den igen.",
        "Ansvarslotsen is not installed in this workspace. Ask the administrator to install it "
        "again.",
    ),
    "prompts.title": ("Fråga till exempel", "For example"),
    "home.title": ("Ansvarslotsen", "Ansvarslotsen"),
    "home.what": (
        "Fråga vem som ansvarar för vad mellan regionen och kommunerna. Du får ansvarig part "
        "och den punkt som säger det, ord för ord.",
        "Ask who is responsible for what between the region and the municipalities. You get "
        "the party and the clause that says so, word for word.",
    ),
    "home.how": (
        "Skriv här i chatten, nämn mig i en kanal eller skriv /ansvar och din fråga. På ett "
        "meddelande finns också genvägen Vem ansvarar för detta?",
        "Write here in the chat, mention me in a channel, or write /ansvar and your question. A "
        "message also has the shortcut Vem ansvarar för detta?",
    ),
    "home.examples": ("Prova en fråga", "Try a question"),
    "home.documents": ("Det här svarar jag ur", "What I answer from"),
    "home.more_documents": (
        "Och {count} dokument till. Alla finns på webbsidan.",
        "And {count} more documents. All are on the web page.",
    ),
    "home.data": ("Så hanteras det du skriver", "How your words are handled"),
    "home.masked": (
        "Personnummer, telefonnummer, e-postadresser och namn intill vårdord döljs innan "
        "frågan söks på, loggas eller sparas.",
        "Personal identity numbers, phone numbers, e-mail addresses and names next to care "
        "words are hidden before the question is searched, logged or stored.",
    ),
    "home.kept": (
        "Den dolda frågan och vad du tyckte om svaret sparas i {days} dagar. Vem du är sparas "
        "inte, bara ett oläsligt märke.",
        "The masked question and what you thought of the answer are kept for {days} days. Who "
        "you are is not kept, only an unreadable mark.",
    ),
    "home.slack": (
        "Det du skriver finns också hos Slack. Skriv därför inga uppgifter om patienter.",
        "What you write is also held by Slack, so write nothing about patients.",
    ),
    "home.web": ("Öppna webbsidan", "Open the web page"),
    "home.asked": ("Du frågade: {question}", "You asked: {question}"),
    "installed": (
        "Ansvarslotsen är installerad. Du kan stänga sidan.",
        "Ansvarslotsen is installed. You can close this page.",
    ),
    "not_installed": (
        "Installationen gick inte igenom ({reason}). Börja om från installationssidan.",
        "The installation did not go through ({reason}). Start again from the install page.",
    ),
}

EXAMPLES: tuple[Pair, ...] = (
    (
        "Vem ansvarar när hemsjukvården avslutas?",
        "Who hands over the final report when home health care ends?",
    ),
    (
        "Vem får besked när någon skrivs in på sjukhus?",
        "Who is told when somebody is admitted to hospital?",
    ),
    ("Vem utser fast vårdkontakt?", "Who appoints the fast vårdkontakt?"),
    (
        "Vem betalar när patienten är utskrivningsklar?",
        "Who pays when a patient stays in hospital too long?",
    ),
)
"""Questions that the model agreement answers; Slack takes four suggested prompts."""
