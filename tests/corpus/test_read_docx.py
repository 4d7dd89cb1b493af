"""Word documents: automatic numbering, styles, tables, tracked changes."""

import pytest

from corpus.blocks import ReadText
from tests.corpus.making.blocks import read_bytes, shown
from tests.corpus.making.docx import Letter

RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


def numbered(read: ReadText) -> list[tuple[str | None, str]]:
    return [(block.number, read.text[block.start : block.end]) for block in read.blocks]


def test_numbers_of_several_levels_are_counted_and_start_over_below_a_new_one(tmp_path):
    letter = Letter()
    number = letter.numbering()
    for level, text in [
        (0, "Inledning"),
        (1, "Kommunen ansvarar."),
        (1, "Regionen ansvarar för"),
        (2, "läkare,"),
        (2, "tandvård."),
        (0, "Avslut"),
        (1, "Avtalet upphör."),
        (2, "direkt,"),
    ]:
        letter.text(text, number=number, level=level)
    assert numbered(read_bytes(tmp_path, "a.docx", letter.bytes())) == [
        ("1", "Inledning"),
        ("1.1", "Kommunen ansvarar."),
        ("1.2", "Regionen ansvarar för"),
        (None, "a) läkare,"),
        (None, "b) tandvård."),
        ("2", "Avslut"),
        ("2.1", "Avtalet upphör."),
        (None, "a) direkt,"),
    ]


@pytest.mark.parametrize(
    ("level", "shown_numbers"),
    [
        (("decimal", "%1."), ["1.", "2.", "3."]),
        (("lowerLetter", "%1)"), ["a)", "b)", "c)"]),
        (("lowerRoman", "(%1)"), ["(i)", "(ii)", "(iii)"]),
        (("upperRoman", "%1."), ["I.", "II.", "III."]),
        (("decimalZero", "%1."), ["01.", "02.", "03."]),
        (("bullet", "·"), ["-", "-", "-"]),
    ],
)
def test_a_lists_marks_stand_in_its_items_text(tmp_path, level, shown_numbers):
    letter = Letter()
    number = letter.numbering([level])
    for _ in shown_numbers:
        letter.text("punkt", number=number)
    read = read_bytes(tmp_path, "a.docx", letter.bytes())
    assert shown(read) == [("item1", f"{mark} punkt") for mark in shown_numbers]


def test_a_numbered_paragraph_sign_is_the_clauses_number(tmp_path):
    letter = Letter()
    number = letter.numbering([("decimal", "%1 §")])
    letter.text("Kommunen ansvarar.", number=number)
    read = read_bytes(tmp_path, "a.docx", letter.bytes())
    assert numbered(read) == [("1 §", "Kommunen ansvarar.")]


def test_another_list_of_the_same_numbering_starts_over_where_it_says_so(tmp_path):
    letter = Letter()
    first = letter.numbering([("decimal", "%1.")])
    letter.text("ett", number=first)
    letter.text("två", number=first)
    again = letter.again(first - 1, {0: 5})
    letter.text("fem", number=again)
    read = read_bytes(tmp_path, "a.docx", letter.bytes())
    assert [text for _, text in shown(read)] == ["1. ett", "2. två", "5. fem"]


def test_headings_are_found_by_style_in_english_and_swedish_and_by_outline_level(tmp_path):
    letter = Letter()
    letter.text("Avtalet", style="Title")
    letter.heading("Kapitel", 1)
    letter.rename_style("Heading 2", "Rubrik 2", "Rubrik2")
    letter.text("Avsnitt", style="Rubrik 2")
    letter.raw('<w:pPr><w:outlineLvl w:val="2"/></w:pPr>' + RUN.format("Del"))
    letter.text("Brödtext.")
    assert shown(read_bytes(tmp_path, "a.docx", letter.bytes())) == [
        ("heading1", "Avtalet"),
        ("heading1", "Kapitel"),
        ("heading2", "Avsnitt"),
        ("heading3", "Del"),
        ("paragraph", "Brödtext."),
    ]


def test_a_numbered_heading_keeps_its_number_outside_the_text(tmp_path):
    letter = Letter()
    number = letter.numbering()
    letter.heading("Ansvar", 1, number=number)
    letter.heading("Kommunens ansvar", 2, number=number)
    read = read_bytes(tmp_path, "a.docx", letter.bytes())
    assert numbered(read) == [("1", "Ansvar"), ("1.1", "Kommunens ansvar")]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (RUN.format("kvar ") + "<w:del w:id='1'><w:r><w:delText>bort</w:delText></w:r></w:del>"
         + "<w:ins w:id='2'>" + RUN.format("nytt") + "</w:ins>", "kvar nytt"),
        ("<w:moveFrom w:id='3'>" + RUN.format("gammalt") + "</w:moveFrom>" + RUN.format("plats"),
         "plats"),
        ("<w:hyperlink w:anchor='x'>" + RUN.format("länk") + "</w:hyperlink>", "länk"),
        (RUN.format("e") + "<w:r><w:noBreakHyphen/></w:r>" + RUN.format("post"), "e-post"),
        (RUN.format("ett") + "<w:r><w:tab/></w:r>" + RUN.format("två"), "ett två"),
        (RUN.format("ett") + "<w:r><w:br/></w:r>" + RUN.format("två"), "ett\ntvå"),
        (RUN.format("vård") + "<w:r><w:footnoteReference w:id='2'/></w:r>", "vård"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>" + RUN.format("synligt"), "synligt"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + RUN.format("fält"), "fält"),
        ("<w:sdt><w:sdtContent>" + RUN.format("kontroll") + "</w:sdtContent></w:sdt>", "kontroll"),
        ("<w:r><w:pict><w:txbxContent xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/"
         "2006/main'><w:p>" + RUN.format("i rutan") + "</w:p></w:txbxContent></w:pict></w:r>"
         + RUN.format("utanför"), "utanför\n\ni rutan"),
    ],
)  # fmt: skip
def test_a_paragraphs_text_is_what_a_reader_sees(tmp_path, inner, text):
    letter = Letter()
    letter.raw(inner)
    assert read_bytes(tmp_path, "a.docx", letter.bytes()).text == text


def test_tables_stand_in_their_place_and_headers_and_footers_do_not(tmp_path):
    letter = Letter()
    letter.text("Före.")
    letter.table([["Part", "Ansvar"], ["Region", "läkare\ndygnet runt"]])
    letter.text("Efter.")
    section = letter.document.sections[0]
    section.header.paragraphs[0].text = "Sidhuvud"
    section.footer.paragraphs[0].text = "Sidfot"
    assert shown(read_bytes(tmp_path, "a.docx", letter.bytes())) == [
        ("paragraph", "Före."),
        ("table", "Part | Ansvar\nRegion | läkare dygnet runt"),
        ("paragraph", "Efter."),
    ]


def test_a_table_of_one_column_is_read_as_paragraphs(tmp_path):
    letter = Letter()
    letter.table([["Ruta med text."], ["En till."]])
    read = read_bytes(tmp_path, "a.docx", letter.bytes())
    assert shown(read) == [("paragraph", "Ruta med text."), ("paragraph", "En till.")]


def test_merged_cells_are_written_once(tmp_path):
    letter = Letter()
    table = letter.document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Region"
    table.cell(0, 1).text = "läkare"
    table.cell(1, 1).text = "tandvård"
    assert read_bytes(tmp_path, "a.docx", letter.bytes()).text == "Region | läkare\n| tandvård"


def test_typed_marks_make_items_and_a_short_bold_line_a_heading(tmp_path):
    letter = Letter()
    letter.text("").add_run("Kommunens ansvar").bold = True
    letter.text("a) läkare,")
    letter.text("• tandvård.")
    assert shown(read_bytes(tmp_path, "a.docx", letter.bytes())) == [
        ("heading3", "Kommunens ansvar"),
        ("item1", "a) läkare,"),
        ("item1", "- tandvård."),
    ]


def test_the_documents_title_is_the_front_matter(tmp_path):
    letter = Letter("Avtal  om vård")
    letter.text("Text.")
    assert read_bytes(tmp_path, "a.docx", letter.bytes()).front_matter == {"title": "Avtal om vård"}


def test_a_document_without_heading_styles_has_headings_by_their_shape(tmp_path):
    letter = Letter()
    for text in ("Avtal om vård", "1 Ansvar", "1.1 Kommunen ansvarar.", "Kommunen svarar."):
        letter.text(text)
    assert shown(read_bytes(tmp_path, "a.docx", letter.bytes())) == [
        ("heading3", "Avtal om vård"),
        ("heading2", "1 Ansvar"),
        ("paragraph", "1.1 Kommunen ansvarar."),
        ("paragraph", "Kommunen svarar."),
    ]
