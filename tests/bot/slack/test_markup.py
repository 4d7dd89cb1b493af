"""Slack's markup: read out of what people write, never interpreted in what we send."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.markup import literal, plain
from tests.bot.slack.world import USER, World, shown

READ = [
    ("<@UBOT> vem kallar till SIP?", "vem kallar till SIP?"),
    ("vem kallar <@UBOT>?", "vem kallar ?"),
    ("ska <@U7> eller <@U8|anna> ringa?", "ska någon eller någon ringa?"),
    ("<#C1|vard> frågar", "#vard frågar"),
    ("<#C1> frågar", "frågar"),
    ("<!here> vem ansvarar?", "vem ansvarar?"),
    ("<!subteam^S1|@lakare> vem?", "vem?"),
    ("<!date^1392734382^{date}|18 februari 2014> vem?", "18 februari 2014 vem?"),
    ("se <https://x.se/a?b=1&amp;c=2|avtalet>", "se avtalet"),
    ("se <https://x.se/a?b=1&amp;c=2>", "se https://x.se/a?b=1&c=2"),
    ("<mailto:a@b.se|a@b.se>", "a@b.se"),
    ("<tel:0701234567>", "0701234567"),
    ("a &lt;b&gt; &amp;lt; c", "a <b> &lt; c"),
    ("*fet* _kursiv_ `kod`", "*fet* _kursiv_ `kod`"),
    ("", ""),
    ("<", "<"),
    ("<<@UBOT>>", "<>"),
]


@pytest.mark.parametrize(("written", "text"), READ)
def test_what_a_person_writes_is_read_as_they_saw_it(written, text):
    assert plain(written, "UBOT") == text


def test_another_person_is_somebody_in_english_too():
    assert plain("should <@U7> call?", "UBOT", "en") == "should somebody call?"


@given(st.text())
def test_reading_never_fails_and_leaves_no_mention(text):
    assert not re.search(r"<[@#!][^<>]*>", plain(f"<@U1><!channel>{text}".replace("&", ""), "U1"))


@given(st.text())
def test_nothing_that_we_send_as_text_can_be_interpreted(text):
    sent = literal(text)
    assert not set(sent) & set("<>*_~`")
    assert not re.search("&(?!amp;|lt;|gt;)", sent)
    assert not re.search(r":[a-z0-9_+'-]+:", sent)
    assert len(plain(sent)) <= len(text)


def test_only_what_formats_is_changed():
    assert literal("kl. 10:30 & § 4 – ”så”") == "kl. 10:30 &amp; § 4 – ”så”"


HOSTILE = [
    "<!channel> *vem* ansvarar?",
    "&lt;!channel&gt; vem ansvarar?",
    "<script>alert(1)</script> vem ansvarar?",
    "vem :rotating_light: ansvarar <https://ont.example|1177.se>?",
    "\u202etxet taK \u200b vem ansvarar?",
    "```vem``` ~ansvarar~ _för_ *detta*?",
]


@pytest.mark.enable_socket
@pytest.mark.parametrize("question", HOSTILE)
def test_markup_in_a_question_is_shown_as_text(play, question):
    async def story(world: World) -> None:
        await world.command(question)
        [answer] = await world.slack.wait("respond")
        assert not re.search(r"<[!@#]|[*_~`]|<http", answer["text"])
        assert answer["mrkdwn"] is False
        assert "mrkdwn" not in [
            each["text"].get("type")
            for each in answer["blocks"]
            if isinstance(each.get("text"), dict)
        ]
        assert '"type": "mrkdwn"' not in str(answer).replace("'", '"')
        assert "\u202e" not in shown(answer)

    play(story)


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("🏥🏥🏥", "Skriv en fråga"),
        ("?!", "Skriv en fråga"),
        ("\u0000\u0007", "Skriv en fråga"),
        ("vem ansvarar " * 800, "för lång"),
        ("Кто отвечает за пациента дома ночью?", "svenska och engelska"),
        ("a" * 4_000, ""),
        ("\ud83d vem ansvarar?", ""),
    ],
)
def test_what_is_no_question_gets_a_clear_reply(play, question, said):
    async def story(world: World) -> None:
        await world.direct(question)
        [post] = await world.slack.wait("chat.postMessage")
        assert said in post["text"] + shown(post)

    play(story)


@pytest.mark.enable_socket
def test_personal_data_is_in_nothing_that_we_send(play):
    async def story(world: World) -> None:
        question = "Vem kallar Anna Svensson 19121212-1212, 070-123 45 67, a.b@c.se till SIP?"
        await world.direct(question)
        await world.command(question)
        await world.slack.wait("chat.postMessage")
        await world.slack.wait("respond")
        sent = str([arguments for _, arguments in world.slack.calls])
        for secret in ("1212-1212", "123 45 67", "a.b@c.se", "Svensson"):
            assert secret not in sent
        assert USER not in world.slack.of("respond")[0]["text"]

    play(story)
