"""The command, the shortcut, sharing, more clauses, thumbs and their reasons."""

import asyncio
from urllib.parse import urlencode

import pytest
from sqlalchemy import create_engine, text

from bot.slack.modals import COMMENT, REASONS_VIEW
from tests.bot.slack.played import TEAM
from tests.bot.slack.world import (
    CHANNEL,
    USER,
    World,
    command_body,
    elements,
    quoted,
    shown,
    thumb,
)

pytestmark = pytest.mark.enable_socket

QUESTION = "Vem får besked när någon skrivs in på sjukhus?"


async def asked_by_command(world: World, question: str = QUESTION) -> dict:
    response = await world.command(question)
    assert (response.status_code, response.text) == (200, "")
    [answer] = await world.slack.wait("respond")
    return answer


def message(text_: str, **more: object) -> dict:
    return {"type": "message", "user": "U2", "ts": "400.1", "text": text_, **more}


def shortcut(world: World, text_: str, **more: object) -> dict:
    return {
        "type": "message_action",
        "callback_id": "who_is_responsible",
        "channel": {"id": CHANNEL, "name": "vard"},
        "message": message(text_, **more),
        "response_url": world.slack.response_url(),
    }


def form(view: dict, *reasons: str, comment: str | None = None) -> dict:
    """What Slack sends when the form ``view`` is filled in and sent."""
    options = [{"value": each} for each in reasons]
    values = {
        "reasons": {"given": {"type": "checkboxes", "selected_options": options}},
        COMMENT: {"given": {"type": "plain_text_input", "value": comment}},
    }
    about = {"callback_id": REASONS_VIEW, "private_metadata": view["private_metadata"]}
    return {
        "type": "view_submission",
        "view": {"id": "V1", "type": "modal", **about, "state": {"values": values}},
    }


def kept(world: World) -> list[dict]:
    """The feedback that the store holds."""
    engine = create_engine(f"sqlite:///{world.settings.default_database}")
    with engine.connect() as connection:
        rows = [dict(row) for row in connection.execute(text("select * from feedback")).mappings()]
    engine.dispose()
    return rows


def test_the_command_answers_the_asker_alone_with_the_question_above(play):
    async def story(world: World) -> None:
        answer = await asked_by_command(world)
        assert answer["response_type"] == "ephemeral"
        assert f"Frågan: {QUESTION}" in shown(answer)
        assert world.headline() in shown(answer)
        assert [each["text"]["text"] for each in elements(answer, "share")] == ["Dela i kanalen"]
        assert world.slack.of("chat.postMessage") == []

    play(story)


def test_a_command_without_a_question_shows_how(play):
    async def story(world: World) -> None:
        answer = await asked_by_command(world, "  ")
        assert "/ansvar vem kallar till SIP" in answer["text"]

    play(story)


def test_sharing_shows_the_same_answer_to_all_and_takes_the_private_one_away(play):
    async def story(world: World) -> None:
        private = await asked_by_command(world)
        await world.click(elements(private, "share")[0])
        [shared, gone] = (await world.slack.wait("respond", 3))[1:]
        assert (shared["response_type"], shared["replace_original"]) == ("in_channel", False)
        assert quoted(shared) == quoted(private)
        assert elements(shared, "share") == []
        assert {"type": "user", "user_id": USER} in shared["blocks"][0]["elements"][0]["elements"]
        assert gone == {"delete_original": True, "at": "click"}

    play(story)


def test_a_refusal_cannot_be_shared(play):
    async def story(world: World) -> None:
        answer = await asked_by_command(world, "Tack så mycket!")
        assert "Jag svarar gärna" in shown(answer)
        assert elements(answer, "share") == []

    play(story)


def test_sharing_after_a_restart_asks_to_ask_again(play):
    async def story(world: World) -> None:
        await world.click({"type": "button", "action_id": "share", "value": "gone"})
        [answer] = await world.slack.wait("respond")
        assert "inte längre kvar" in answer["text"]

    play(story)


def test_the_shortcut_answers_a_message_to_the_one_who_asks(play):
    async def story(world: World) -> None:
        await world.interact(shortcut(world, QUESTION, thread_ts="390.1"))
        [answer] = await world.slack.wait("respond")
        assert answer["response_type"] == "ephemeral"
        assert answer["thread_ts"] == "390.1"
        assert world.headline() in shown(answer)

    play(story)


def test_the_shortcut_on_a_message_without_text_says_so(play):
    async def story(world: World) -> None:
        await world.interact(shortcut(world, ""))
        [answer] = await world.slack.wait("respond")
        assert "ingen text i meddelandet" in answer["text"]

    play(story)


def test_more_clauses_open_in_a_window_with_links(play):
    async def story(world: World) -> None:
        answer = await asked_by_command(world, "Vem betalar hjälpmedel hemma?")
        await world.click(elements(answer, "more")[0])
        [opened] = await world.slack.wait("views.open")
        assert opened["trigger_id"]
        links = [
            run["url"]
            for block in opened["view"]["blocks"]
            for part in block["elements"]
            for item in part["elements"]
            for run in item.get("elements", [])
            if run["type"] == "link"
        ]
        assert links
        assert all(each.startswith("https://ansvar.example.se/punkt/") for each in links)

    play(story)


def test_a_thumb_up_is_kept_and_thanked_for(play):
    async def story(world: World) -> None:
        answer = await asked_by_command(world)
        response = await world.click(thumb(answer, "up"))
        assert response.status_code == 200
        thanks = (await world.slack.wait("respond", 2))[1]
        assert thanks["text"] == "Tack, det hjälper oss."
        assert thanks["replace_original"] is False
        assert [row["verdict"] for row in kept(world)] == ["up"]

    play(story)


def test_a_thumb_down_is_kept_at_once_and_its_reasons_when_they_are_sent(play):
    async def story(world: World) -> None:
        answer = await asked_by_command(world)
        await world.click(thumb(answer, "down"))
        [opened] = await world.slack.wait("views.open")
        async with asyncio.timeout(5):
            while not kept(world):
                await asyncio.sleep(0.05)
        assert kept(world)[0]["reasons"] == "[]"
        comment = "Anna Svensson 19121212-1212 fick fel svar"
        sent = await world.interact(form(opened["view"], "wrong_party", "other", comment=comment))
        assert sent.json()["response_action"] == "update"
        assert "Tack" in sent.text
        [row] = kept(world)
        assert (row["verdict"], row["reasons"]) == ("down", '["wrong_party", "other"]')
        assert "1212" not in row["comment"]
        assert "fel svar" in row["comment"]

    play(story)


def test_feedback_to_an_answer_that_is_gone_says_so(play):
    async def story(world: World) -> None:
        answer = await asked_by_command(world)
        world.asker.keeping.forget(0)
        engine = create_engine(f"sqlite:///{world.settings.default_database}")
        with engine.begin() as connection:
            connection.execute(text("delete from answers"))
        engine.dispose()
        await world.click(thumb(answer, "up"))
        said = (await world.slack.wait("respond", 2))[1]
        assert "inte längre kvar" in said["text"]

    play(story)


def test_reasons_that_cannot_be_kept_leave_the_form_open_with_the_words_in_it(play):
    async def story(world: World) -> None:
        about = {"private_metadata": '{"answer": "gone", "lang": "sv"}'}
        sent = await world.interact(form(about, "other", comment="hej"))
        answer = sent.json()
        assert answer["response_action"] == "errors"
        assert "inte längre kvar" in answer["errors"][COMMENT]

    play(story)


def test_a_click_on_a_link_button_is_only_acknowledged(play):
    async def story(world: World) -> None:
        answer = await asked_by_command(world)
        response = await world.click(elements(answer, "open_clause")[0])
        await world.settle()
        assert response.status_code == 200
        assert len(world.slack.of("respond")) == 1

    play(story)


def test_a_command_that_is_sent_again_is_answered_once(play):
    async def story(world: World) -> None:
        body = urlencode(command_body(world.slack, QUESTION)).encode()
        for _ in range(2):
            assert (await world.send(body, form=True)).status_code == 200
        await world.slack.wait("respond")
        await world.settle()
        assert len(world.slack.of("respond")) == 1

    play(story)


def test_one_persons_commands_in_a_channel_go_on_from_each_other(play):
    async def story(world: World) -> None:
        await world.command("Vem betalar hjälpmedel hemma?")
        await world.slack.wait("respond")
        await world.command("och om det är ett barn?")
        second = (await world.slack.wait("respond", 2))[1]
        assert "Förstått tillsammans med" in shown(second)

    play(story)


def test_without_a_store_there_is_an_answer_and_no_thumbs(play, tmp_path):
    async def story(world: World) -> None:
        answer = await asked_by_command(world)
        assert world.headline() in shown(answer)
        assert elements(answer, "feedback") == []

    (tmp_path / "store").write_text("not a folder")
    play(story)


def test_the_store_holds_neither_user_nor_channel(play):
    async def story(world: World) -> None:
        await asked_by_command(world, "Vem hjälper Anna Svensson 19121212-1212 med SIP?")
        raw = world.settings.default_database.read_bytes()
        journal = world.settings.default_database.with_name(
            world.settings.default_database.name + "-wal"
        )
        raw += journal.read_bytes() if journal.exists() else b""
        assert b"SIP?" in raw
        for secret in (
            USER.encode() + b":",
            f"{TEAM}:{USER}".encode(),
            b"C1:",
            b"1212",
            b"Svensson",
        ):
            assert secret not in raw, secret

    play(story)
