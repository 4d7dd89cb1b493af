"""The matrix on a screen: a table where every column has room, else a list."""

import io

import pytest
from rich.console import Console

from bot.matrix.terminal import draw_matrix
from bot.matrix.view import matrix_view
from tests.bot.matrix.conftest import board_of


def drawn(width, *, screen=True, opened=False):
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=screen, no_color=True, highlight=False, markup=False
    )
    draw_matrix(matrix_view(board_of(), "sv", opened=opened), console)
    return out.getvalue()


def test_a_wide_screen_shows_a_table():
    assert "────" in drawn(160)
    line = next(each for each in drawn(160).splitlines() if "byta förband" in each)
    assert line.index("punkt 1.1") < line.index("ska byta förband") < line.index("vårdcentral")


@pytest.mark.parametrize(
    ("width", "screen", "opened"), [(80, True, False), (200, False, False), (80, True, True)]
)
def test_a_narrow_screen_and_a_pipe_show_a_list(width, screen, opened):
    out = drawn(width, screen=screen, opened=opened)
    assert "  • ska byta förband inom en vardag" in out


@pytest.mark.parametrize("width", [20, 40, 80, 120, 160, 300])
def test_no_line_is_wider_than_the_screen(width):
    plain = drawn(width, screen=False)
    assert max(map(len, plain.splitlines())) <= max(width, 24)
