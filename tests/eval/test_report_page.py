"""The page stands by itself, in both languages, and shows text as text."""

import re
from html.parser import HTMLParser

import pytest

from eval.report.element import element, written
from eval.report.key_figures import in_words, percent
from eval.report.page import page
from eval.report.short import short
from eval.report.texts import TEXTS, tell
from eval.result_file import Result, Run, result_wire
from eval.totals import totals
from retrieval.answer import AnswerStatus
from tests.eval.outcomes import outcome

HOSTILE = "<script>alert('å')</script> & \x00 ]]> \u202eomvänt"
RUN = Run(
    command="ansvarslots eval run",
    date="2026-11-22",
    index_fingerprint="f" * 16,
    question_files={"s.jsonl": "0" * 64},
    part=None,
)
OUTCOMES = (
    outcome("d#1", id="a", baselines={"stems": ("d#9", "d#1")}),
    outcome("d#9", "d#1", id="b", question=HOSTILE, baselines={"stems": ("d#1",)}),
    outcome("d#1", id="c", principals=("municipality", "region"), style=None, probability=0.8),
    outcome("d#1", id="d", status="not_found", principals=(), probability=0.2),
    outcome("d#1", id="e", answerable=False, gold=(), expected_principals=None, probability=0.7),
    outcome(id="f", answerable=False, gold=(), status="out_of_scope", probability=0.0),
)
RESULT = Result(run=RUN, questions=OUTCOMES)


def shown(result: Result, lang: str) -> str:
    return page(result, result_wire(result), lang)


class Read(HTMLParser):
    """Collects tags, attributes and text; complains when an element is not closed."""

    EMPTY = frozenset({"meta", "line", "rect", "circle", "polyline"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text += data


def read(html: str) -> Read:
    reader = Read()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_page_is_whole_html_that_asks_nobody_for_anything(lang):
    html = shown(RESULT, lang)
    found = read(html)
    assert html.startswith(f'<!DOCTYPE html>\n<html lang="{lang}">')
    assert not {"script", "link", "img", "iframe", "form"} & set(found.tags)
    assert not [name for name, _ in found.attributes if name in ("src", "href", "onclick")]
    assert "url(" not in html
    assert "@import" not in html
    assert "://" not in html
    assert "default-src 'none'" in html
    assert "prefers-color-scheme: dark" in html


def test_text_from_questions_is_shown_as_text():
    found = read(shown(RESULT, "sv"))
    assert "script" not in found.tags
    assert "<script>alert('å')</script> & � ]]> \u202eomvänt" in found.text


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "sv",
            [
                "Hur bra svarar Ansvarslotsen?",
                "6 frågor med kända svar ställdes 2026-11-22. 4 av dem besvaras av texterna och 2",
                "2 frågor är helt rätt besvarade eller rätt avvisade, 4 har något fel.",
                "Fel punkt först: 1",
                "rätt punkt på plats 2",
                "Avvisade fast texterna svarar: 1",
                "Besvarade fast texterna inte svarar: 1",
                "Rätt punkt, fel ansvarig: 1",
                "BM25 på ordstammar",
                "Efter dokument",
                "programmet i dag",
            ],
        ),
        ("en", ["How well does Ansvarslotsen answer?", "Wrong clause first: 1", "By document"]),
    ],
)
def test_the_page_says_what_went_well_and_what_went_wrong(lang, lines):
    text = read(shown(RESULT, lang)).text
    assert [line for line in lines if line not in text] == []


def test_a_result_without_a_mistake_says_so():
    text = read(shown(Result(run=RUN, questions=(outcome("d#1"),)), "sv")).text
    assert "Ingen fråga blev fel." in text
    assert "Att svara och att avstå" not in text  # there was nothing to refuse


def test_an_empty_result_is_a_page_all_the_same():
    assert "0 frågor" in read(shown(Result(run=RUN, questions=()), "sv")).text


def test_the_short_form_tells_the_same_in_a_terminal():
    said = [part for part in short(RESULT, result_wire(RESULT), "sv") if isinstance(part, str)]
    assert said[1] == "2 frågor är helt rätt besvarade eller rätt avvisade, 4 har något fel."
    at = next(n for n, line in enumerate(said) if line.startswith("set b: "))
    assert said[at + 1] == "  väntat: d#1; regionen"
    assert said[at + 2] == (
        "  blev: d#9; rätt punkt på plats 2; besvarad, sannolikhet 0.90; regionen"
    )


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0.0, "0 %"),
        (0.004, "0.4 %"),
        (0.0149, "1.5 %"),
        (0.5, "50 %"),
        (0.846, "85 %"),
        (0.9963, "99.6 %"),
        (1.0, "100 %"),
    ],
)
def test_a_share_near_nought_or_all_keeps_a_decimal(share, shown):
    assert percent(share).replace("\N{NO-BREAK SPACE}", " ") == shown


def test_a_figure_in_words_has_its_interval_and_the_language_its_decimals():
    made = totals([outcome("d#1", citations=400, invalid_citations=("d#1: fel",))])
    assert in_words(made, "citation_validity", "sv").startswith("99,8\N{NO-BREAK SPACE}%")
    assert in_words(made, "citation_validity", "en").startswith("99.8\N{NO-BREAK SPACE}%")
    assert in_words(made, "false_answers", "sv") is None


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_fill_in_the_same_names(key):
    swedish, english = TEXTS[key]
    assert set(re.findall(r"{\w+}", swedish)) == set(re.findall(r"{\w+}", english))


def test_every_status_has_its_words():
    for status in AnswerStatus:
        assert tell(f"status.{status}", "sv")


def test_attributes_and_text_are_escaped_and_numbers_short():
    made = element("p", "a < b", element("b", "fet"), " & c", class_='"x"', x=1 / 3, y=None, r=2.0)
    assert written(made) == (
        '<!DOCTYPE html>\n<p class="&quot;x&quot;" x="0.33" r="2">a &lt; b<b>fet</b> &amp; c</p>\n'
    )
