"""No spelling of a made-up number or name gets past the door, and nothing else is lost."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.redact import redact
from retrieval.redaction.folding import fold

ROOT = Path(__file__).resolve().parents[2]
LAWS = sorted((ROOT.parent / "shared" / "lagar").glob("sfs-*"))

SENTENCES = [
    "Vem ansvarar för {} när hon kommer hem?",
    "Hej, pat {} ligger kvar på avd, vem betalar?",
    "{} behöver hemsjukvård",
    "Vi undrar om ({}), kan kommunen ta över?",
    "Kontakta {}.",
    "pnr {}, inskriven 2026-11-22",
]
HYPHENS = ["", "-", "‑", "–", "−", " - ", " ", "－", "+", "\u00a0"]


def luhn(digits: str) -> str:
    """The check digit of nine digits, doubled from the first one."""
    doubled = (int(d) * (2 - i % 2) for i, d in enumerate(digits))
    return str(-sum(n // 10 + n % 10 for n in doubled) % 10)


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    year = draw(st.integers(1900, 2026))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    day += draw(st.sampled_from([0, 60]))
    date = f"{year % 100:02}{month:02}{day:02}"
    serial = f"{draw(st.integers(0, 999)):03}"
    check = draw(st.sampled_from([luhn(date + serial), "0"]))
    century = draw(st.sampled_from(["", str(year // 100)]))
    inner = draw(st.sampled_from(["", "", "-", " "])) if century else ""
    parts = (century + date[:2], date[2:4], date[4:])
    return inner.join(parts) + draw(st.sampled_from(HYPHENS)) + serial + check


@st.composite
def phone_numbers(draw: st.DrawFn) -> str:
    area = draw(st.sampled_from(["70", "72", "73", "76", "79", "8", "31", "33", "500", "521"]))
    rest = draw(st.integers(10 ** (8 - len(area)), 10 ** (9 - len(area)) - 1))
    lead = draw(st.sampled_from(["0", "+46", "+46 ", "0046", "+46(0)"]))
    gap = draw(st.sampled_from(["", "-", " ", " - ", "–"]))
    step = draw(st.sampled_from([None, 2, 3]))
    digits = str(rest)
    groups = [digits] if step is None else re.findall(rf"\d{{1,{step}}}", digits)
    return lead + area + gap + draw(st.sampled_from([" ", "\u00a0"])).join(groups)


def disguise(number: str, how: str) -> str:
    if how == "full width":
        return "".join(chr(ord(c) + 0xFEE0) if c.isdecimal() else c for c in number)
    return "\u200b".join(number) if how == "zero width" else number


DISGUISES = st.sampled_from(["plain", "plain", "full width", "zero width"])


@settings(max_examples=2000, deadline=None)
@given(identity_numbers(), st.sampled_from(SENTENCES), DISGUISES)
def test_no_identity_number_gets_past_in_any_spelling(number, sentence, how):
    text = sentence.format(disguise(number, how))
    masked = fold(redact(text).text).text
    assert not re.search(r"\d", masked.replace("2026-11-22", ""))
    assert masked.startswith(sentence.split("{}")[0])
    assert masked.endswith(sentence.split("{}")[1])


@settings(max_examples=2000, deadline=None)
@given(phone_numbers(), st.sampled_from(SENTENCES), DISGUISES)
def test_no_phone_number_gets_past_in_any_spelling(number, sentence, how):
    text = sentence.format(disguise(number, how))
    masked = fold(redact(text).text).text
    assert not re.search(r"\d", masked.replace("2026-11-22", ""))
    assert masked.startswith(sentence.split("{}")[0])


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(identity_numbers() | phone_numbers() | st.just("a.b@c.se"), min_size=2, max_size=4),
    st.sampled_from([", ", "; ", " och ", ": "]),
)
def test_no_number_hides_behind_another(numbers, between):
    masked = redact(f"Vem ansvarar: {between.join(numbers)}: är det vi?").text
    assert not re.search(r"\d", masked)
    assert redact(masked).text == masked


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["patienten", "pat", "brukaren", "fru", "min mamma", "vårdtagaren"]),
    st.from_regex(r"[A-ZÅÄÖ][a-zåäö]{3,9}(sson|berg|ström|lund)", fullmatch=True),
)
def test_an_unknown_surname_beside_a_word_of_care_is_masked(word, surname):
    assert redact(f"Vem ansvarar för {word} {surname} i natt?").text == (
        f"Vem ansvarar för {word} [namn] i natt?"
    )


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=300))
def test_any_text_passes_and_masking_is_settled_at_once(text):
    once = redact(text)
    assert once.count == len(once.kinds)
    assert redact(once.text).text == once.text


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_folding_remembers_places_in_order(text):
    folded = fold(text)
    assert len(folded.places) == len(folded.text) + 1
    assert list(folded.places) == sorted(folded.places)
    assert folded.places[-1] == len(text)


@pytest.mark.skipif(not LAWS, reason="the statutes are not on this machine")
@pytest.mark.parametrize("path", LAWS, ids=lambda path: path.stem)
def test_the_text_of_a_statute_is_untouched(path):
    text = path.read_text(encoding="utf-8")
    assert redact(text).text == text


@pytest.mark.parametrize("path", sorted((ROOT / "corpus" / "documents").glob("*.md")), ids=str)
def test_the_model_agreement_is_untouched(path):
    text = path.read_text(encoding="utf-8")
    assert redact(text).text == text


@pytest.mark.parametrize("name", ["lagar.jsonl", "modellavtal.jsonl"])
def test_questions_of_the_sets_are_untouched(name):
    path = ROOT / "eval" / "questions" / name
    if not path.exists():
        pytest.skip("the question set is not there")
    questions = [json.loads(line)["question"] for line in path.read_text("utf-8").splitlines()]
    masked = [redact(q).text for q in questions if redact(q).text != q]
    assert len(masked) <= 0.005 * len(questions), masked
