"""A figure on a page, held by its data coordinates."""

from __future__ import annotations

from browser.pages import settle
from playwright.sync_api import Locator, Page

#: Wider than any axis, so that the frame's corner is where `min_border` says.
LEFT, TOP = 80, 50
BORDERS = f"min_border_left={LEFT}, min_border_top={TOP}"

FIGURE = "window.asgiplots.documents[0].get_model_by_name('plot')"


class Plot:
    """The figure called "plot", made with `BORDERS`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.el: Locator = page.locator(".ap-figure").first

    def ranges(self) -> list[float]:
        """The ends of both ranges, rounded."""
        ends: list[float] = self.page.evaluate(
            f"() => {{ const p = {FIGURE}; return [p.x_range, p.y_range].flatMap(r => [r.start, r.end]) }}"
        )
        return [round(end, 3) for end in ends]

    def selected(self) -> list[int]:
        """The rows selected in the first renderer's source."""
        return self.page.evaluate(f"() => Array.from({FIGURE}.renderers[0].data_source.selected.indices)")

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where (x, y) is on the page, px."""
        box = self.el.bounding_box()
        assert box is not None
        width, height = self.page.evaluate(f"() => [{FIGURE}.inner_width, {FIGURE}.inner_height]")
        x0, x1, y0, y1 = self.ranges()
        return (
            box["x"] + LEFT + (x - x0) / (x1 - x0) * width,
            box["y"] + TOP + (y1 - y) / (y1 - y0) * height,
        )

    def move(self, x: float, y: float) -> None:
        """Put the mouse on (x, y)."""
        self.page.mouse.move(*self.place(x, y))
        self.settle()

    def click(self, x: float, y: float) -> None:
        """Click on (x, y)."""
        self.page.mouse.click(*self.place(x, y))
        self.settle()

    def drag(self, start: tuple[float, float], end: tuple[float, float], *, drop: bool = True) -> None:
        """Drag from one point to another in steps; with `drop=False` the button stays down."""
        begin, target = self.place(*start), self.place(*end)
        self.page.mouse.move(*begin)
        self.page.mouse.down()
        self.page.mouse.move(*target, steps=5)
        if drop:
            self.page.mouse.up()
        self.settle()

    def tool(self, name: str) -> Locator:
        """The button of a tool."""
        return self.el.get_by_role("button", name=name, exact=True)

    def settle(self) -> None:
        """Wait until the picture is up to date."""
        settle(self.page)


class Touch:
    """Fingers on a page, as the browser gets them from a screen."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)

    def send(self, kind: str, *fingers: tuple[float, float]) -> None:
        """Send "touchStart", "touchMove" or "touchEnd" with where the fingers are."""
        points = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(fingers)]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
