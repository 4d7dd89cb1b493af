"""What the API says when something is wrong, and about its health."""

from bot.words import Pair

API: dict[str, Pair] = {
    "invalid_json": (
        "Det som skickades är inte JSON. Skicka ett objekt, till exempel "
        '{{"question": "Vem ansvarar när hemsjukvården avslutas?"}}',
        "What was sent is not JSON. Send an object, such as "
        '{{"question": "Vem ansvarar när hemsjukvården avslutas?"}}',
    ),
    "invalid_encoding": (
        "Det som skickades är inte UTF-8. Skicka det som UTF-8.",
        "What was sent is not UTF-8. Send it as UTF-8.",
    ),
    "not_json": (
        "Skicka JSON, med Content-Type: application/json.",
        "Send JSON, with Content-Type: application/json.",
    ),
    "invalid_date": (
        "Fältet {field} är inget datum. Skriv år, månad och dag, till exempel 2026-01-15.",
        "The field {field} is not a date. Write year, month and day, such as 2026-01-15.",
    ),
    "missing_field": ("Fältet {field} saknas.", "The field {field} is missing."),
    "unknown_field": (
        "Fältet {field} finns inte. Se /openapi.json för dem som finns.",
        "There is no field {field}. See /openapi.json for those there are.",
    ),
    "invalid_field": (
        "Fältet {field} har ett värde som inte går att använda. Se /openapi.json.",
        "The field {field} has a value that cannot be used. See /openapi.json.",
    ),
    "unknown_clause": (
        "Det finns ingen sådan punkt. Skriv dokument och punkt, till exempel "
        "sfs-2017-612#4:3 (i en adress: sfs-2017-612/4:3). /api/documents visar dokumenten.",
        "There is no such clause. Write document and clause, such as "
        "sfs-2017-612#4:3 (in an address: sfs-2017-612/4:3). /api/documents lists the documents.",
    ),
    "bad_filter": ("{reason}", "{reason}"),
    "not_found": ("Sidan finns inte.", "There is no such page."),
    "method_not_allowed": (
        "Adressen tar inte emot den metoden.",
        "The address does not take that method.",
    ),
    "too_large": (
        "Det som skickades är för stort (högst {kilobytes} kB).",
        "What was sent is too large (at most {kilobytes} kB).",
    ),
    "full": (
        "Många skickar stora filer just nu. Försök igen om en stund.",
        "Many are sending large files just now. Please try again in a while.",
    ),
    "wrong_host": (
        "Tjänsten svarar inte på det värdnamnet. Använd adressen som du har fått. Den som "
        "förvaltar tjänsten kan lägga till namnet i ANSVARSLOTS_ALLOWED_HOSTS.",
        "The service does not answer to that host name. Use the address that you were given. "
        "The maintainer can add the name to ANSVARSLOTS_ALLOWED_HOSTS.",
    ),
    "too_slow": (
        "Det som skickades kom inte fram inom {seconds} sekunder. Försök igen.",
        "What was sent did not arrive within {seconds} seconds. Please try again.",
    ),
    "unexpected": (
        "Något gick fel hos mig. Försök igen, och hör av dig till den som förvaltar tjänsten "
        "om det händer igen.",
        "Something went wrong here. Please try again, and tell the maintainer if it happens again.",
    ),
    "unreadable": ("Förfrågan går inte att läsa.", "The request cannot be read."),
    "ready.store_down": (
        "Databasen går inte att skriva. Frågor besvaras, men omdömen sparas inte.",
        "The store cannot be written. Questions are answered, but feedback is not kept.",
    ),
    "ready.index_refused": (
        "Det nyaste indexet går inte att använda, så det förra svarar. {reason}",
        "The newest index cannot be used, so the one before it answers. {reason}",
    ),
}
