"""Why settings are refused, with the mend, in Swedish and in English."""

from pydantic_core import PydanticCustomError

from bot.words import Pair, Words

REFUSED: dict[str, Pair] = {
    # Settings that do not go together: whole sentences, the mend among them.
    "open_host": (
        "Programmet ska lyssna på {host}, som andra datorer når, men det saknas en adress för "
        "länkar. Sätt ANSVARSLOTS_PUBLIC_URL till den adress som användarna skriver, "
        "till exempel https://ansvar.region.se, eller ANSVARSLOTS_HOST till 127.0.0.1.",
        "The program is to listen on {host}, which other machines reach, but has no address for "
        "links. Set ANSVARSLOTS_PUBLIC_URL to the address that people type, "
        "such as https://ansvar.region.se, or ANSVARSLOTS_HOST to 127.0.0.1.",
    ),
    "plain_http": (
        "{address} är okrypterad. Använd en adress som börjar med https://.",
        "{address} is not encrypted. Use an address that begins with https://.",
    ),
    "slack_no_bot_token": (
        "Slack har ett app-token men inget bot-token. Sätt båda, eller ta bort app-tokenet.",
        "Slack has an app token but no bot token. Set both, or remove the app token.",
    ),
    "half_a_pair": (
        "Den ena är satt men inte den andra. Sätt båda, eller ta bort den som är satt.",
        "One is set and the other is not. Set both, or remove the one that is set.",
    ),
    "slack_unsigned": (
        "Den saknas, och utan den kan vem som helst utge sig för att vara Slack. Sätt den, "
        "eller använd Socket Mode med ANSVARSLOTS_SLACK_APP_TOKEN.",
        "It is missing, and without it anybody can pretend to be Slack. Set it, "
        "or use Socket Mode with ANSVARSLOTS_SLACK_APP_TOKEN.",
    ),
    "teams_open": (
        "Meddelanden utan inloggning tillåts bara när programmet enbart nås från den egna "
        "datorn. Ta bort inställningen, eller sätt ANSVARSLOTS_HOST till 127.0.0.1 och ta bort "
        "ANSVARSLOTS_PUBLIC_URL.",
        "Messages without a token are allowed only when the program is reached from this machine "
        "alone. Remove the setting, or set ANSVARSLOTS_HOST to 127.0.0.1 and remove "
        "ANSVARSLOTS_PUBLIC_URL.",
    ),
    # One setting: what it must be, to stand within a sentence.
    "bad_address": (
        "det ska vara en webbadress som https://ansvar.region.se, utan frågetecken, "
        "inloggning eller mellanslag",
        "it must be a web address such as https://ansvar.region.se, without a question mark, "
        "a user name or spaces",
    ),
    "bad_hosts": (
        "{name} är inget värdnamn. Skriv namn som ansvar.region.se med komma emellan; "
        "en ensam * tillåts inte",
        "{name} is no host name. Write names such as ansvar.region.se with commas between; "
        "a lone * is not allowed",
    ),
    "bad_database": (
        "det ska vara sqlite:////mapp/fil eller postgresql://användare:lösenord@värd/namn",
        "it must be sqlite:////folder/file or postgresql://user:password@host/name",
    ),
    "short_key": (
        "nyckeln ska ha minst {least} tecken. Gör en med: openssl rand -hex 32",
        "the key must have at least {least} characters. Make one with: openssl rand -hex 32",
    ),
    "wrong_token": (
        "det ska börja med {prefix}. Kontrollera att rätt sorts token står här",
        "it must begin with {prefix}. Check that the right sort of token stands here",
    ),
}


def refused(key: str, *names: str, **found: object) -> PydanticCustomError:
    """The fault to raise. ``names`` are the settings it is about, in capitals without prefix;
    none for a fault of one field, which pydantic names."""
    swedish, english = (Words(lang, REFUSED)(key, **found) for lang in ("sv", "en"))
    context = {"names": names, "swedish": swedish, "english": english}
    return PydanticCustomError("refused", "{english}", context)
