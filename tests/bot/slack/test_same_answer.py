"""Slack says what the program says: the same party, clauses, quote and status."""

from datetime import date

import pytest

from bot.answer_view import view
from tests.bot.slack.world import PUBLIC, World, elements, quoted, shown

pytestmark = pytest.mark.enable_socket

QUESTIONS = [
    "Vem ansvarar när hemsjukvården avslutas?",
    "Vem får besked när någon skrivs in på sjukhus?",
    "Vem betalar hjälpmedel hemma?",
    "Vem får besked när någon skrivs in på sjukhus?",
    "Vem betalar parkering vid sjukhuset?",
    "Vad säger skollagen om elevhälsa?",
    "Jag har ont i magen, vad ska jag ta?",
    "Tack så mycket!",
    "Who appoints the fast vårdkontakt?",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_in_slack_is_the_answer(play, question):
    async def story(world: World) -> None:
        lang = "en" if question.startswith("Who") else "sv"
        wire = {"question": question, "lang": lang}
        by_api = (await world.http.post("/api/ask", json=wire)).json()
        drawn = view(world.asker.service.ask(question, on=date.today(), lang=lang))
        await world.direct(question)
        [post] = await world.slack.wait("chat.postMessage")
        assert shown(post).startswith(drawn.headline)
        assert drawn.headline == by_api["headline"]
        assert quoted(post) == "".join(each["quote"] for each in by_api["citations"])
        links = [each["url"] for each in elements(post, "open_clause")]
        assert links == [
            f"{PUBLIC}/punkt/{each['document']}/{each['clause']}" for each in by_api["citations"]
        ]
        for source in drawn.sources:
            assert f"{source.standing} · {source.dates}" in shown(post)
            assert f"[{source.number}] {source.place}" in shown(post)
        for note in drawn.notes:
            assert note in shown(post)

    play(story)
