"""Lines of text: characters, marks of items, words divided over two lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.characters import tidy
from corpus.readers.joining import ends_sentence, is_left_open, join_all
from corpus.readers.lettering import in_letters, in_roman
from corpus.readers.markers import marker
from corpus.readers.markup_left import without_markup
from corpus.readers.tables import table_text


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Kommunen ska", "svara", "Kommunen ska svara"),
        ("vid in-", "skrivning", "vid inskrivning"),
        ("hälso-", "och sjukvård", "hälso- och sjukvård"),
        ("in-", "eller utskrivning", "in- eller utskrivning"),
        ("(14-", "17 kap.)", "(14-17 kap.)"),
        ("för 65-", "åringar", "för 65-åringar"),
        ("en beviljad F-", "skuldsanering", "en beviljad F-skuldsanering"),
        ("kallar till SIP-", "möte", "kallar till SIP-möte"),
        ("Väst-", "Sverige", "Väst-Sverige"),
        ("läkare –", "eller sjuksköterska", "läkare – eller sjuksköterska"),
        ("tid -", "och plats", "tid - och plats"),
        ("", "text", "text"),
    ],
)
def test_a_divided_word_is_made_whole_and_a_words_own_hyphen_stays(first, second, joined):
    assert join_all((first, second)) == joined


@pytest.mark.parametrize(
    ("line", "sign", "rest"),
    [
        ("- läkare", "-", "läkare"),
        ("• läkare", "-", "läkare"),
        ("\uf0b7 läkare", "-", "läkare"),
        ("– läkare", "–", "läkare"),
        ("1. läkare", "1.", "läkare"),
        ("12) läkare", "12)", "läkare"),
        ("a) läkare", "a)", "läkare"),
        ("ii) läkare", "ii)", "läkare"),
    ],
)
def test_the_mark_of_an_item_is_told_from_its_words(line, sign, rest):
    found = marker(line)
    assert found is not None
    assert (found.sign, found.rest) == (sign, rest)


@pytest.mark.parametrize(
    "line",
    [
        "3.4 Kommunen ansvarar",
        "5 § Lagen",
        "2025:400",
        "-läkare",
        "2011EU",
        "A-laget",
        "1.5 mg",
        "",
    ],
)
def test_a_number_that_is_no_mark_of_an_item_is_left_alone(line):
    assert marker(line) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a\u00a0b", "a b"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\ufeffstart", "start"),
        ("zero\u200bwidth", "zerowidth"),
        ("nul\x00 bell\x07", "nul bell"),
        ("a\u030a", "å"),
        ("e\u2011post", "e-post"),
        ("de\ufb01nition", "definition"),
        ("a   b \n\n c", "a b\nc"),
        ("rad\r\nrad\rrad\u2028rad", "rad\nrad\nrad\nrad"),
        ("ensam\ud800", "ensam"),
        ("§ – ” é ½", "§ – ” é ½"),
    ],
)
def test_invisible_characters_go_and_the_words_stay(text, plain):
    assert tidy(text) == plain


@given(st.text())
def test_tidying_twice_changes_nothing(text):
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_tidy_text_can_be_stored_as_utf8_and_has_no_empty_line(text):
    tidied = tidy(text)
    tidied.encode()
    assert "\n\n" not in tidied
    assert tidied == tidied.strip("\n ")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("5. **Barnperspektivet**", "5. Barnperspektivet"),
        ("***Föredragande:** Namn, VGR*", "Föredragande: Namn, VGR"),
        ("[Underlag 2024.pdf](#) finns", "Underlag 2024.pdf finns"),
        ("belopp* per dygn", "belopp* per dygn"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("[se bilaga](bilaga 1)", "[se bilaga](bilaga 1)"),
    ],
)
def test_left_over_markup_goes_from_plain_text(text, plain):
    assert without_markup(text) == plain


@pytest.mark.parametrize(
    ("line", "ends"),
    [("klart.", True), ("klart:", True), ("(klart.)", True), ("klart", False), ("och,", False)],
)
def test_the_end_of_a_sentence_is_recognised(line, ends):
    assert ends_sentence(line) is ends


@pytest.mark.parametrize(
    ("line", "opened"),
    [("underlag från", True), ("läkare,", True), ("enligt punkt", True), ("ansvarar", False)],
)
def test_a_line_that_wants_another_is_recognised(line, opened):
    assert is_left_open(line) is opened


@pytest.mark.parametrize(
    ("number", "letters", "roman"),
    [(1, "a", "i"), (4, "d", "iv"), (26, "z", "xxvi"), (27, "aa", "xxvii"), (0, "0", "0")],
)
def test_numbers_are_written_with_letters_as_word_processors_do(number, letters, roman):
    assert in_letters(number) == letters
    assert in_letters(number, upper=True) == letters.upper()
    assert in_roman(number) == roman


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([["Part", "Ansvar"], ["Region", "läkare"]], "Part | Ansvar\nRegion | läkare"),
        ([["a", "", "b"], ["c", "", ""]], "a | b\nc |"),
        ([["en\nrad", "två  ord"]], "en rad | två ord"),
        ([["", ""], ["", ""]], ""),
        ([], ""),
    ],
)
def test_a_table_is_one_row_a_line(rows, text):
    assert table_text(rows) == text
