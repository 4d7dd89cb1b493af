"""Direct messages, mentions, threads and edits, from Slack's request to what Slack is told."""

import pytest

from bot.slack.texts import SLACK
from tests.bot.slack.played import BOT, BOT_ID
from tests.bot.slack.world import (
    CHANNEL,
    DIRECT,
    PUBLIC,
    USER,
    World,
    direct_message,
    elements,
    mention_of,
    quoted,
    shown,
)

pytestmark = pytest.mark.enable_socket

QUESTION = "Vem får besked när någon skrivs in på sjukhus?"


def test_a_direct_message_is_answered_in_its_own_thread_party_first(play):
    async def story(world: World) -> None:
        response = await world.direct(QUESTION)
        assert response.status_code == 200
        [post] = await world.slack.wait("chat.postMessage")
        assert (post["channel"], post["thread_ts"]) == (DIRECT, "100.1")
        assert post["blocks"][0]["elements"][0]["elements"] == [
            {"type": "text", "text": world.headline(), "style": {"bold": True}}
        ]
        assert "EXEMPEL – inte gällande" in shown(post)
        assert post["text"].startswith(world.headline())
        button = elements(post, "open_clause")[0]
        document, clause = world.answer().sources[0].reference.split("#")
        assert button["url"] == f"{PUBLIC}/punkt/{document}/{clause}"

    play(story)


def test_the_quote_is_the_documents_own_text_with_the_deciding_sentence_bold(play):
    async def story(world: World) -> None:
        await world.direct(QUESTION)
        [post] = await world.slack.wait("chat.postMessage")
        sources = world.answer().sources
        assert quoted(post) == "".join(s.before + s.decisive + s.after for s in sources)
        assert sources[0].before + sources[0].decisive in "".join(
            document.text for document in world.asker.service.documents
        )
        bold = [
            run
            for block in post["blocks"]
            for part in block.get("elements", [])
            if part.get("type") == "rich_text_quote"
            for run in part["elements"]
            if run.get("style") == {"bold": True}
        ]
        assert [run["text"] for run in bold] == [source.decisive for source in sources]

    play(story)


def test_a_status_shows_while_the_answer_is_looked_for(play):
    async def story(world: World) -> None:
        await world.direct(QUESTION)
        await world.slack.wait("chat.postMessage")
        methods = [method for method, _ in world.slack.calls]
        assert methods.index("assistant.threads.setStatus") < methods.index("chat.postMessage")
        [status] = world.slack.of("assistant.threads.setStatus")
        assert status["status"] == SLACK["status.working"][0]

    play(story)


def test_a_mention_in_a_channel_is_answered_in_its_thread(play):
    async def story(world: World) -> None:
        await world.mention(QUESTION)
        [post] = await world.slack.wait("chat.postMessage")
        assert (post["channel"], post["thread_ts"]) == (CHANNEL, "200.1")
        assert world.headline() in shown(post)

    play(story)


def test_a_thread_is_understood_together(play):
    async def story(world: World) -> None:
        await world.direct("Vem betalar hjälpmedel hemma?", ts="100.1")
        await world.slack.wait("chat.postMessage")
        await world.direct("och om det är ett barn?", ts="100.9", thread_ts="100.1")
        [first, second] = await world.slack.wait("chat.postMessage", 2)
        assert second["thread_ts"] == "100.1"
        assert "Förstått tillsammans med: Vem betalar hjälpmedel hemma?" in shown(second)
        assert quoted(second) != quoted(first)

    play(story)


def test_two_threads_do_not_know_each_other(play):
    async def story(world: World) -> None:
        await world.direct("Vem betalar hjälpmedel hemma?", ts="100.1")
        await world.slack.wait("chat.postMessage")
        await world.direct("och om det är ett barn?", ts="300.1")
        posts = await world.slack.wait("chat.postMessage", 2)
        assert "Förstått tillsammans" not in shown(posts[1])

    play(story)


def test_an_english_question_gets_english_words_around_the_swedish_quote(play):
    async def story(world: World) -> None:
        await world.direct("Who appoints the fast vårdkontakt?")
        [post] = await world.slack.wait("chat.postMessage")
        assert "Show the whole clause" in shown(post)
        assert "EXAMPLE – not in force" in shown(post)

    play(story)


def test_slacks_retry_of_an_event_is_not_answered_again(play):
    async def story(world: World) -> None:
        for number in range(3):
            headers = {"x-slack-retry-num": str(number), "x-slack-retry-reason": "http_timeout"}
            response = await world.event(direct_message(QUESTION), id="EvSame", headers=headers)
            assert response.status_code == 200
        await world.slack.wait("chat.postMessage")
        await world.settle()
        assert len(world.slack.of("chat.postMessage")) == 1

    play(story)


def test_a_retry_of_an_event_that_never_came_through_is_answered(play):
    async def story(world: World) -> None:
        headers = {"x-slack-retry-num": "1", "x-slack-retry-reason": "http_error"}
        await world.event(direct_message(QUESTION), id="EvLate", headers=headers)
        await world.slack.wait("chat.postMessage")

    play(story)


def test_a_mention_that_comes_as_message_too_is_answered_once(play):
    async def story(world: World) -> None:
        as_message = {**mention_of(QUESTION), "type": "message", "channel_type": "channel"}
        await world.event(mention_of(QUESTION))
        await world.event(as_message)
        await world.event({**as_message, "ts": "200.2", "thread_ts": "200.1"})
        await world.event({**mention_of(QUESTION, ts="200.2"), "thread_ts": "200.1"})
        await world.slack.wait("chat.postMessage", 2)
        await world.settle()
        assert len(world.slack.of("chat.postMessage")) == 2

    play(story)


def test_other_talk_in_a_channel_is_left_alone_but_a_thread_of_ours_goes_on(play):
    async def story(world: World) -> None:
        talk = {"type": "message", "channel": CHANNEL, "channel_type": "channel", "user": "U2"}
        await world.event({**talk, "text": "Vem betalar lunchen?", "ts": "210.1"})
        await world.mention("Vem betalar hjälpmedel hemma?", ts="200.1")
        await world.slack.wait("chat.postMessage")
        follow = {**talk, "text": "och om det är ett barn?", "ts": "200.5", "thread_ts": "200.1"}
        await world.event(follow)
        posts = await world.slack.wait("chat.postMessage", 2)
        assert [post["thread_ts"] for post in posts] == ["200.1", "200.1"]

    play(story)


@pytest.mark.parametrize(
    "event",
    [
        pytest.param(direct_message(QUESTION, user=BOT), id="our own user"),
        pytest.param(direct_message(QUESTION, bot_id=BOT_ID), id="our own bot id"),
        pytest.param(direct_message(QUESTION, bot_id="BOTHER"), id="another bot"),
        pytest.param(direct_message(QUESTION, subtype="bot_message", user=None), id="bot message"),
        pytest.param(direct_message(QUESTION, subtype="channel_join"), id="a join"),
        pytest.param(
            {**direct_message("", subtype="message_deleted"), "deleted_ts": "100.1"}, id="deleted"
        ),
        pytest.param(mention_of(QUESTION, bot_id="BOTHER"), id="another bot's mention"),
    ],
)
def test_what_no_person_wrote_is_not_answered(play, event):
    async def story(world: World) -> None:
        response = await world.event(event)
        assert response.status_code == 200
        await world.settle()
        assert world.slack.of("chat.postMessage") == []

    play(story)


def changed(text: str, before: str, ts: str = "100.1", **message: object) -> dict[str, object]:
    edited = {"user": USER, "ts": f"{ts}9"}
    new = {"type": "message", "user": USER, "text": text, "ts": ts, "edited": edited, **message}
    return {
        "type": "message",
        "subtype": "message_changed",
        "channel": DIRECT,
        "channel_type": "im",
        "ts": "999.1",
        "message": new,
        "previous_message": {"type": "message", "user": USER, "text": before, "ts": ts},
    }


def test_an_edited_question_updates_its_answer(play):
    async def story(world: World) -> None:
        await world.direct("Vem betalar parkeringen?")
        await world.slack.wait("chat.postMessage")
        await world.event(changed(QUESTION, before="Vem betalar parkeringen?"))
        [update] = await world.slack.wait("chat.update")
        assert update["ts"].startswith("900.")
        assert world.headline() in shown(update)
        assert len(world.slack.of("chat.postMessage")) == 1

    play(story)


def test_an_edit_that_comes_before_the_answer_waits_for_it(play):
    async def story(world: World) -> None:
        await world.direct("Vem betalar parkeringen?")
        await world.event(changed(QUESTION, before="Vem betalar parkeringen?"))
        [update] = await world.slack.wait("chat.update")
        assert world.headline() in shown(update)
        assert len(world.slack.of("chat.postMessage")) == 1

    play(story)


def test_a_preview_of_a_link_or_our_own_update_is_no_edit(play):
    async def story(world: World) -> None:
        await world.direct(QUESTION)
        await world.slack.wait("chat.postMessage")
        await world.event(changed(QUESTION, before=QUESTION))
        await world.event(changed("nytt", before="gammalt", bot_id=BOT_ID))
        await world.settle()
        assert world.slack.of("chat.update") == []

    play(story)


def test_what_the_asker_must_mend_is_said_to_the_asker_alone(play):
    async def story(world: World) -> None:
        await world.mention("", ts="200.1")
        [told] = await world.slack.wait("chat.postEphemeral")
        assert told["user"] == USER
        assert "Skriv en fråga" in told["text"]
        assert world.slack.of("chat.postMessage") == []

    play(story)


def test_somebody_who_asks_too_much_is_told_when_to_go_on(play):
    async def story(world: World) -> None:
        for number in range(3):
            await world.direct(QUESTION, ts=f"10{number}.1")
        posts = await world.slack.wait("chat.postMessage", 3)
        assert sum("Försök igen om" in post["text"] for post in posts) == 1

    play(story, per_user_per_minute=2)
