"""Markdown, and the published statutes that are written in it."""

import re
from collections import Counter

import pytest

from corpus.readers import read_file
from corpus.readers.front_matter import split_front_matter
from tests.corpus.making.blocks import read_string, shown
from tests.corpus.making.shared import shared

LAWS = [
    ("sfs-1985-125.md", "1985:125", 24),
    ("sfs-1991-1128.md", "1991:1128", 71),
    ("sfs-1993-387.md", "1993:387", 94),
    ("sfs-2008-355.md", "2008:355", 68),
    ("sfs-2010-659.md", "2010:659", 151),
    ("sfs-2017-30.md", "2017:30", 107),
    ("sfs-2017-612.md", "2017:612", 23),
    ("sfs-2022-913.md", "2022:913", 21),
]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        (
            "# Lag\n\n## 1 kap.\n\n### 1 §\n\nText.",
            ["heading1", "heading2", "heading3", "paragraph"],
        ),
        ("1. ett,\n\n2. två.", ["item1", "item1"]),
        ("- a\n  - b\n- c", ["item1", "item2", "item1"]),
        ("a) ett\n\nb) två", ["item1", "item1"]),
        ("    Indragen text", ["paragraph"]),
        ("| A | B |\n|---|---|\n| c | d |", ["table"]),
        ('<article x:y="1">\n\n# Lag\n\n</article>', ["heading1"]),
        ("> Citat", ["paragraph"]),
        ("---\n\n```\nkod\n```", ["paragraph"]),
    ],
)
def test_each_part_of_the_page_becomes_its_block(tmp_path, source, blocks):
    assert [kind for kind, _ in shown(read_string(tmp_path, "a.md", "Först.\n\n" + source))] == [
        "paragraph",
        *blocks,
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("enligt [9 §](#9) och [2017:30](https://exempel.se/a_b)", "enligt 9 § och 2017:30"),
        ("i 16–[18 §](#18)§ lagen", "i 16–18 §§ lagen"),
        ("**Fet** och *lutad* text", "Fet och lutad text"),
        ("fil_namn_ett och 2*3*4", "fil_namn_ett och 234"),
        ("R&amp;D &lt; 5", "R&D < 5"),
        ("rad ett\nrad två", "rad ett rad två"),
        ("hälso-\noch sjukvård", "hälso- och sjukvård"),
        ("över  \nunder", "över\nunder"),
        ("ett<br>två", "ett\ntvå"),
        ("ett ![bild](x.png) två", "ett två"),
        ("temperatur <5 grader", "temperatur <5 grader"),
        ("7. Regionen", "7. Regionen"),
    ],
)
def test_markup_goes_and_words_stay(tmp_path, source, text):
    assert read_string(tmp_path, "a.md", source).text == text


def test_the_source_files_own_item_numbers_are_kept(tmp_path):
    read = read_string(tmp_path, "a.md", "3. tre\n\n5) fem")
    assert shown(read) == [("item1", "3. tre"), ("item1", "5) fem")]


def test_a_second_paragraph_of_an_item_is_a_paragraph(tmp_path):
    read = read_string(tmp_path, "a.md", "1. ett\n\n   mer\n\n2. två")
    assert shown(read) == [("item1", "1. ett"), ("paragraph", "mer"), ("item1", "2. två")]


@pytest.mark.parametrize(
    ("header", "pairs"),
    [
        ('---\nTitel: "Avtal: ett"\n---\nText', {"titel": "Avtal: ett"}),
        ('---\nforarbeten: - "PROP 1"\n  - "BET 2"\nikraft: 2017-04-01\n---\n',
         {"forarbeten": '- "PROP 1"\n- "BET 2"', "ikraft": "2017-04-01"}),
        ("---\na: 1\nlista:\n  - b: 2\n    c: 3\n---\n", {"a": "1", "lista": "- b: 2\nc: 3"}),
        ("---\na:\n- b\n# ett ord\n- c\na: 2\n  - d\n---\n", {"a": "- b\n- c"}),
        ("---\naldrig stängd", {}),
        ("Text\n---\na: 1\n---\n", {}),
    ],
)  # fmt: skip
def test_a_header_is_read_even_where_it_is_no_valid_yaml(header, pairs):
    assert split_front_matter(header)[0] == pairs


@pytest.mark.parametrize(("name", "number", "paragraphs"), LAWS)
def test_a_statutes_header_and_every_paragraph_heading_are_found(name, number, paragraphs):
    read = read_file(shared("lagar", name))
    headings = [text for kind, text in shown(read) if kind.startswith("heading")]
    assert read.front_matter["beteckning"] == number
    assert headings[0] == read.front_matter["rubrik"]
    numbered = sum(bool(re.fullmatch(r"\d+( [a-z])? §( /.*/)?", heading)) for heading in headings)
    assert abs(numbered - paragraphs) <= 1


@pytest.mark.parametrize("name", [name for name, _, _ in LAWS])
def test_every_word_of_a_statute_is_there_in_order(name):
    path = shared("lagar", name)
    source = path.read_text("utf-8").split("\n---\n", 1)[1]
    source = re.sub(r"\[([^\[\]]+)\]\([^)]*\)", r"\1", source)
    source = re.sub(r"</?article[^>]*>|^#+ ", "", source, flags=re.MULTILINE)
    assert read_file(path).text.split() == source.split()


@pytest.mark.parametrize("name", [name for name, _, _ in LAWS])
def test_no_markup_is_left_of_a_statute(name):
    counts = Counter(read_file(shared("lagar", name)).text)
    assert not counts.keys() & set("[]<>*#`")
