"""The question in a message, and the language of whoever wrote it."""

import pytest

from bot.teams.library import MessageActivity
from bot.teams.question import language, question
from tests.bot.teams.stage import ANNA, BOT, PERSONAL

MENTION = {"type": "mention", "text": "<at>Ansvarslotsen</at>", "mentioned": BOT}


@pytest.mark.parametrize(
    ("text", "entities", "asked"),
    [
        ("Vem kallar till SIP?", None, "Vem kallar till SIP?"),
        ("<at>Ansvarslotsen</at> Vem kallar?", [MENTION], "Vem kallar?"),
        ("<at>Ansvarslotsen</at>Vem kallar?", [], "Vem kallar?"),
        ('Vem <at id="3">Karin Lund</at> kallar?', [], "Vem   kallar?"),
        ("Vem&nbsp;kallar\xa0&amp; betalar?\n", [], "Vem kallar & betalar?"),
        ('<quoted messageId="17"/> och vem betalar?', [], "och vem betalar?"),
        ("är 3 < 4 och 5 > 2?", [], "är 3 < 4 och 5 > 2?"),
        ("&lt;b&gt;fet&lt;/b&gt;", [], "<b>fet</b>"),
        ("<at>Ansvarslotsen</at> ", [MENTION], ""),
        ("", [], ""),
    ],
)
def test_mentions_quotations_and_markup_of_teams_are_no_part_of_the_question(text, entities, asked):
    activity = MessageActivity.model_validate(
        {
            "type": "message",
            "id": "1",
            "text": text,
            "from": ANNA,
            "conversation": PERSONAL,
            "recipient": BOT,
            "entities": entities,
        }
    )
    assert question(activity) == asked


@pytest.mark.parametrize(
    ("locale", "lang"),
    [
        ("sv-SE", "sv"),
        ("en", "en"),
        ("EN-us", "en"),
        ("fi-FI", "sv"),
        ("enm", "sv"),
        ("", "sv"),
        (None, "sv"),
    ],
)
def test_english_clients_get_english_and_all_others_swedish(locale, lang):
    assert language(locale) == lang
