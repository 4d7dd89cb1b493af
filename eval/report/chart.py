"""Line charts as inline SVG, drawn with the page's own colours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from eval.report.element import element

Point = tuple[float, float]

WIDTH, HEIGHT = 640, 340
LEFT, RIGHT, TOP, BOTTOM = 72, 28, 16, 48
STYLES = 6
"""How many kinds of line the style sheet knows, ``line0`` … ``line5``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A named line through points in the chart's own units; ``dots`` marks each point."""

    name: str
    points: Sequence[Point]
    dots: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """An axis from the first tick to the last; ticks are a place and what stands there."""

    name: str
    ticks: Sequence[tuple[float, str]]

    def share(self, place: float) -> float:
        """How far along the axis ``place`` is, 0 to 1."""
        low, high = self.ticks[0][0], self.ticks[-1][0]
        return (place - low) / (high - low)


def chart(
    title: str, x: Axis, y: Axis, lines: Sequence[Line], marks: Sequence[tuple[Point, str]] = ()
) -> Element:
    """A chart with its legend. ``marks`` are single points with what they mean."""
    drawn = [
        element("title", title),
        *_grid(x, y),
        *(part for n, line in enumerate(lines) for part in _line(line, n % STYLES, x, y)),
        *(_dot(point, meaning, x, y, "mark", 6) for point, meaning in marks),
    ]
    picture = element("svg", drawn, viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=title)
    return element("figure", picture, _legend(lines, marks))


def _at(point: Point, x: Axis, y: Axis) -> Point:
    across = LEFT + x.share(point[0]) * (WIDTH - LEFT - RIGHT)
    down = HEIGHT - BOTTOM - y.share(point[1]) * (HEIGHT - TOP - BOTTOM)
    return across, down


def _grid(x: Axis, y: Axis) -> Iterator[Element]:
    x0, y0 = x.ticks[0][0], y.ticks[0][0]
    for place, text in x.ticks:
        across, _ = _at((place, y0), x, y)
        low = HEIGHT - BOTTOM
        yield element("line", class_="grid", x1=across, x2=across, y1=TOP, y2=low)
        yield element("text", text, class_="tick", x=across, y=low + 18, text_anchor="middle")
    for place, text in y.ticks:
        _, down = _at((x0, place), x, y)
        yield element("line", class_="grid", x1=LEFT, x2=WIDTH - RIGHT, y1=down, y2=down)
        yield element("text", text, class_="tick", x=LEFT - 8, y=down + 4, text_anchor="end")
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield element("text", x.name, class_="axis", x=middle, y=HEIGHT - 8, text_anchor="middle")
    turned = f"rotate(-90) translate({-(TOP + HEIGHT - BOTTOM) / 2} 10)"
    yield element("text", y.name, class_="axis", transform=turned, text_anchor="middle")


def _line(line: Line, style: int, x: Axis, y: Axis) -> Iterator[Element]:
    places = [_at(point, x, y) for point in line.points]
    along = " ".join(f"{across:.1f},{down:.1f}" for across, down in places)
    yield element("polyline", element("title", line.name), class_=f"line{style}", points=along)
    if line.dots:
        for point in line.points:
            shown = f"{line.name}: {point[1]:.0%}"
            yield _dot(point, shown, x, y, f"dot{style}", 3)


def _dot(point: Point, meaning: str, x: Axis, y: Axis, style: str, radius: float) -> Element:
    across, down = _at(point, x, y)
    return element("circle", element("title", meaning), class_=style, cx=across, cy=down, r=radius)


def _legend(lines: Sequence[Line], marks: Sequence[tuple[Point, str]]) -> Element:
    keys = [_key(element("line", class_=f"line{n % STYLES}", x1=0, x2=28, y1=6, y2=6), line.name)
            for n, line in enumerate(lines)]  # fmt: skip
    keys += [
        _key(element("circle", class_="mark", cx=14, cy=6, r=5), meaning) for _, meaning in marks
    ]
    return element("figcaption", element("ul", keys, class_="legend"))


def _key(sign: Element, name: str) -> Element:
    picture = element("svg", sign, viewBox="0 0 28 12", class_="key", aria_hidden="true")
    return element("li", picture, f" {name}")
