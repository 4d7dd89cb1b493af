"""The App Home, the suggested prompts, and the examples in both."""

from dataclasses import replace
from datetime import date

import pytest

from bot.asking.values import Surface
from bot.slack.home import EXAMPLE, examples, home_view
from bot.slack.texts import EXAMPLES
from corpus.status import Status
from retrieval.answer import AnswerStatus
from retrieval.service import AnsweringService
from tests.bot.slack.played import Trouble
from tests.bot.slack.rules import view_faults
from tests.bot.slack.world import DIRECT, USER, World, shown

pytestmark = pytest.mark.enable_socket

ON = date(2026, 11, 22)
PUBLIC = "https://ansvar.example.se"


def opened(tab: str) -> dict:
    return {"type": "app_home_opened", "user": USER, "channel": DIRECT, "tab": tab}


def test_the_home_page_tells_of_examples_documents_and_data(play):
    async def story(world: World) -> None:
        await world.event(opened("home"))
        [call] = await world.slack.wait("views.publish")
        assert call["user_id"] == USER
        page = shown(call["view"])
        for document in world.asker.service.documents:
            assert document.title in page
        assert "EXEMPEL – inte gällande · skriven för tiden från 2026-01-01" in page
        assert "sparas i 30 dagar" in page
        assert all(question in page for question in examples("sv"))

    play(story, keep_days=30)


def test_an_empty_chat_gets_prompts_without_a_thread(play):
    async def story(world: World) -> None:
        await world.event(opened("messages"))
        [call] = await world.slack.wait("assistant.threads.setSuggestedPrompts")
        # With a thread named, Slack sets no prompts in the agents' kind of chat, and says nothing.
        assert call["channel_id"] == DIRECT
        assert not call.get("thread_ts")
        assert [each["message"] for each in call["prompts"]] == list(examples("sv"))
        assert len(call["prompts"]) <= 4

    play(story)


def test_an_example_on_the_home_page_is_asked_in_the_users_direct_messages(play):
    async def story(world: World) -> None:
        question = examples("sv")[2]
        view = {"id": "V1", "type": "home"}
        action = {"type": "button", "action_id": f"{EXAMPLE}:2", "value": question}
        payload = {"type": "block_actions", "actions": [action], "view": view}
        await world.interact({**payload, "container": {"type": "view"}})
        [root, answer] = await world.slack.wait("chat.postMessage", 2)
        assert (root["channel"], root["text"]) == (USER, f"Du frågade: {question}")
        assert answer["thread_ts"].startswith("900.")
        assert "Regionen" in shown(answer)

    play(story)


def test_what_is_echoed_from_the_home_page_is_shown_and_not_interpreted(play):
    async def story(world: World) -> None:
        action = {"type": "button", "action_id": f"{EXAMPLE}:2", "value": "<!channel> *Vem?*"}
        payload = {"type": "block_actions", "actions": [action], "view": {"type": "home"}}
        await world.interact({**payload, "container": {"type": "view"}})
        [root, _] = await world.slack.wait("chat.postMessage", 2)
        assert root["text"] == "Du frågade: &lt;!channel&gt; ∗Vem?∗"

    play(story)


def test_a_home_page_that_slack_refuses_harms_nothing(play):
    async def story(world: World) -> None:
        world.slack.trouble["views.publish"] = [Trouble(error="hash_conflict")]
        await world.event(opened("home"))
        await world.event(opened("home"))
        await world.slack.wait("views.publish")

    play(story)


@pytest.mark.parametrize("pair", EXAMPLES)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_example_is_answered_by_the_model_agreement(
    model_service: AnsweringService, pair, lang
):
    answer = model_service.ask(pair[lang == "en"], on=ON, lang=lang)
    assert answer.citations
    assert answer.status in {
        AnswerStatus.ANSWERED,
        AnswerStatus.SHARED,
        AnswerStatus.AMBIGUOUS,
    }


def test_a_great_many_documents_fit_and_the_rest_are_counted(model_service: AnsweringService):
    first = model_service.documents[0]
    many = [replace(first, title=f"Avtal {n} " * 40, status=Status.DRAFT) for n in range(300)]
    view = home_view(many, on=ON, keep_days=90, public_url=PUBLIC)
    assert view_faults(view) == []
    assert "UTKAST – gäller inte" in shown(view)
    listed = shown(view).count("UTKAST")
    assert f"Och {300 - listed} dokument till." in shown(view)


def test_slack_counts_as_a_surface_of_its_own(play):
    async def story(world: World) -> None:
        await world.direct(examples("sv")[0])
        await world.slack.wait("chat.postMessage")
        metrics = (await world.http.get("/metrics")).text
        assert f'surface="{Surface.SLACK}"' in metrics

    play(story)
