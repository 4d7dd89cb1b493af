"""Every word that Teams shows, in Swedish and in English."""

from bot.words import Pair

TEAMS: dict[str, Pair] = {
    "name": ("Ansvarslotsen", "Ansvarslotsen"),
    "card.followed": (
        "Läst tillsammans med din tidigare fråga: {question}",
        "Read together with your earlier question: {question}",
    ),
    "card.source": ("Källa {number}", "Source {number}"),
    "card.open": ("Visa hela punkten", "Show the whole clause"),
    "card.open_named": ("Visa hela {clause}", "Show the whole of {clause}"),
    "card.more": ("Fler punkter", "More clauses"),
    "card.cut": (
        "Citatet är förkortat här. Hela texten finns under Visa hela punkten.",
        "The quote is shortened here. The whole text is under Show the whole clause.",
    ),
    "card.left_out": (
        "Allt fick inte plats på kortet.",
        "Not everything had room on this card.",
    ),
    "card.up": ("👍 Bra svar", "👍 Good answer"),
    "card.down": ("👎 Något är fel", "👎 Something is wrong"),
    "card.unstored": (
        "Det går inte att lämna omdöme om det här svaret just nu.",
        "Feedback on this answer cannot be kept just now.",
    ),
    "feedback.reasons": ("Vad är fel?", "What is wrong?"),
    "feedback.comment": (
        "Berätta gärna mer. Skriv inga personuppgifter.",
        "Tell more if you like. Please leave out personal data.",
    ),
    "feedback.send": ("Skicka", "Send"),
    "feedback.thanks": ("Tack! Ditt omdöme är sparat.", "Thank you! Your feedback is saved."),
    "feedback.unreadable": (
        "Omdömet gick inte att läsa. Ställ gärna frågan igen och försök på det nya svaret.",
        "The feedback could not be read. Please ask again and try on the new answer.",
    ),
    "welcome.title": (
        "Hej! Jag är Ansvarslotsen.",
        "Hello! I am Ansvarslotsen.",
    ),
    "welcome.what": (
        "Fråga mig vem som ansvarar för vad mellan regionen och kommunerna. Jag svarar med "
        "den ansvariga parten och punkten ordagrant, med status och datum. När texten inte "
        "säger något säger jag det.",
        "Ask me who is responsible for what between the region and the municipalities. I answer "
        "with the responsible party and the clause word for word, with its status and dates. "
        "When the text says nothing, I say so.",
    ),
    "welcome.how": (
        "I en kanal eller gruppchatt: skriv @Ansvarslotsen före frågan. Fråga gärna vidare i "
        "samma tråd.",
        "In a channel or group chat: write @Ansvarslotsen before the question. Ask on in the "
        "same thread.",
    ),
    "welcome.examples": ("Till exempel", "For example"),
    "welcome.example.1": (
        "Vem ansvarar när hemsjukvården avslutas?",
        "Who hands over the final report when home health care ends?",
    ),
    "welcome.example.2": (
        "Vem ansvarar för läkarinsatser i hemsjukvården?",
        "Who is responsible for doctors in home health care?",
    ),
    "welcome.example.3": (
        "Vem betalar när en utskrivningsklar patient ligger kvar?",
        "Who pays when a patient ready for discharge stays in hospital?",
    ),
    "welcome.data": (
        "Skriv inga uppgifter om patienter. Personnummer, telefonnummer, e-post och namn döljs "
        "innan frågan sparas. Frågor och omdömen sparas i {days} dagar för att svaren ska bli "
        "bättre, utan ditt namn. Jag ger inga medicinska råd. Vid fara för liv: ring 112.",
        "Leave out everything about patients. Personal identity numbers, phone numbers, e-mail "
        "and names are masked before the question is kept. Questions and feedback are kept for "
        "{days} days to make the answers better, without your name. I give no medical advice. "
        "When a life is in danger: call 112.",
    ),
    "error.unexpected": (
        "Något gick fel hos mig, så frågan blev inte besvarad. Försök igen om en stund.",
        "Something went wrong here, so the question was not answered. Please try again in a while.",
    ),
    "error.unsent": (
        "Svaret gick inte att skicka hit. Ställ gärna frågan igen, eller på {address}",
        "The answer could not be sent here. Please ask again, or at {address}",
    ),
    "refused.no_token": (
        "Anropet saknar ett giltigt intyg från Microsoft Teams.",
        "The call carries no valid token from Microsoft Teams.",
    ),
    "refused.bad_token": (
        "Intyget gäller inte: fel undertecknare, fel mottagare eller fel tid.",
        "The token does not hold: wrong signer, wrong recipient or wrong time.",
    ),
    "refused.no_keys": (
        "Microsofts nycklar kunde inte hämtas just nu. Försök igen om en stund.",
        "Microsoft's keys could not be fetched just now. Please try again in a while.",
    ),
    "refused.wrong_service": (
        "Meddelandet anger en annan tjänsteadress än intyget, eller en som inte är tillåten.",
        "The message names another service address than the token, or one that is not allowed.",
    ),
    "refused.wrong_tenant": (
        "Meddelandet kommer från en annan organisation än den som är inställd.",
        "The message comes from another organisation than the one that is set.",
    ),
    "refused.wrong_channel": (
        "Meddelandet kommer inte från Microsoft Teams.",
        "The message does not come from Microsoft Teams.",
    ),
    "refused.too_old": (
        "Meddelandet är äldre än fem minuter eller daterat i framtiden.",
        "The message is older than five minutes or dated in the future.",
    ),
    "refused.unreadable": (
        "Meddelandet gick inte att läsa.",
        "The message could not be read.",
    ),
    "refused.too_large": ("Meddelandet är för stort.", "The message is too large."),
    "refused.busy": (
        "Det är många frågor på en gång. Försök igen om en stund.",
        "Many questions came at once. Please try again in a while.",
    ),
    "package.short": (
        "Vem ansvarar: regionen eller kommunen? Svar med avtalets egna ord.",
        "Who is responsible: region or municipality? In the agreement's own words.",
    ),
    "package.example": ("Ett exempel på en fråga", "An example of a question"),
    "package.full": (
        "Ansvarslotsen svarar på vem som ansvarar för vad mellan en region och dess kommuner: "
        "vård i hemmet, utskrivning från sjukhus, planering, övertagande och betalning. Svaret "
        "börjar med den ansvariga parten. Sedan kommer punkten ordagrant, med plats, status och "
        "datum. När texten inte säger något säger Ansvarslotsen det. Frågor i samma tråd "
        "förstås tillsammans. Personuppgifter döljs innan något sparas.",
        "Ansvarslotsen answers who is responsible for what between a Swedish region and its "
        "municipalities: care at home, discharge from hospital, planning, takeover and payment. "
        "The answer begins with the responsible party. Then comes the clause word for word, with "
        "its place, status and dates. When the text says nothing, Ansvarslotsen says so. "
        "Questions in the same thread are understood together. Personal data is masked before "
        "anything is kept.",
    ),
}

EXAMPLES = ("welcome.example.1", "welcome.example.2", "welcome.example.3")
"""Keys of questions that show what can be asked: in the welcome, and in the app's menu."""
