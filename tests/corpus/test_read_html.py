"""Web pages."""

import pytest

from tests.corpus.making.blocks import read_bytes, read_string, shown


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<h2>A</h2><p>En <b>fet</b>.</p>", [("heading2", "A"), ("paragraph", "En fet.")]),
        ("<p>ett<br>två</p>", [("paragraph", "ett\ntvå")]),
        ("<p>se <a href='#9'>9 §</a> lagen</p>", [("paragraph", "se 9 § lagen")]),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
         [("item1", "- a"), ("item2", "- b"), ("item1", "- c")]),
        ("<ol start='3'><li>x</li><li value='7'>y<li>z</ol>",
         [("item1", "3. x"), ("item1", "7. y"), ("item1", "8. z")]),
        ("<ol type='a'><li>x</li><li>y</li></ol>", [("item1", "a) x"), ("item1", "b) y")]),
        ("<ol type='i'><li>x</li><li>y</li></ol>", [("item1", "i. x"), ("item1", "ii. y")]),
        ("<table><tr><th>Part<th>Ansvar<tr><td>Region<td>läkare</table>",
         [("table", "Part | Ansvar\nRegion | läkare")]),
        ("<table><tr><td>bara en spalt</td></tr></table>", [("paragraph", "bara en spalt")]),
        ("<nav>meny</nav><script>x()</script><style>p{}</style><p>kvar</p><footer>fot</footer>",
         [("paragraph", "kvar")]),
        ("<p>före</p><main><p>inne</p></main><p>efter</p>", [("paragraph", "inne")]),
        ("<div>lös text<p>stycke</p>mer</div>",
         [("paragraph", "lös text"), ("paragraph", "stycke"), ("paragraph", "mer")]),
        ("<!-- kommentar --><p>synligt</p><p hidden>dolt</p>", [("paragraph", "synligt")]),
        ("<p>a) första</p>", [("item1", "a) första")]),
        ("<dl><dt>part</dt><dd>den som bär ansvar</dd></dl>",
         [("paragraph", "part"), ("paragraph", "den som bär ansvar")]),
    ],
)  # fmt: skip
def test_each_element_becomes_its_block(tmp_path, body, blocks):
    assert shown(read_string(tmp_path, "a.html", f"<html><body>{body}</body></html>")) == blocks


def test_title_and_meta_are_the_front_matter(tmp_path):
    page = "<head><title>Ett\n avtal</title><meta name='Status' content='remiss'></head><p>Text</p>"
    read = read_string(tmp_path, "a.html", page)
    assert read.front_matter == {"title": "Ett avtal", "status": "remiss"}


def test_a_declared_western_encoding_is_believed(tmp_path):
    page = "<head><meta charset='iso-8859-1'></head><p>Överenskommelse</p>".encode("latin-1")
    assert read_bytes(tmp_path, "a.html", page).text == "Överenskommelse"


def test_a_page_nested_thousands_deep_is_read(tmp_path):
    page = "<p>början</p>" + "<div>" * 5000 + "text" + "</div>" * 5000
    assert read_string(tmp_path, "a.html", page).text.startswith("början")


def test_a_list_of_many_items_is_numbered_in_one_pass(tmp_path):
    read = read_string(tmp_path, "a.html", "<ol>" + "<li>sak</li>" * 30_000 + "</ol>")
    assert read.text.endswith("\n\n30000. sak")
