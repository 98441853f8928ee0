"""What the snapshot tests draw: one case a picture, with fixed data."""

from __future__ import annotations

import math

from browser.snapshots.making import BLUES, MARKERS, WARM, Case, case, glyph, new, noise, steps, wave


def _lines() -> dict[str, Case]:
    x, y = steps(40), wave(40)
    gaps = [math.nan if i in (5, 6, 20, 38) else value for i, value in enumerate(y)]
    looks = [
        {"line_color": "navy", "line_width": 3, "line_dash": [8, 4]},
        {
            "line_color": "#e83f3f",
            "line_width": 6,
            "line_alpha": 0.4,
            "line_join": "round",
            "line_cap": "round",
        },
        {"line_color": "green", "line_dash": [2, 4], "line_width": 2},
    ]
    return {
        "line": case(glyph("Line", {"x": x, "y": y}, line_color="#1f77b4", line_width=2)),
        "line_gaps": case(glyph("Line", {"x": x, "y": gaps}, line_width=2)),
        "line_looks": case(
            *[
                glyph("Line", {"x": x, "y": [v * (0.4 + 0.3 * i) for v in y]}, **look)
                for i, look in enumerate(looks)
            ]
        ),
        "line_log": case(
            glyph("Line", {"x": [1, 10, 50, 100, 1000], "y": [0.5, 3, 0, 200, 900]}, line_width=2),
            x={"ends": [1, 1000], "log": True},
            y={"ends": [0.1, 1000], "log": True},
        ),
        "line_zoomed": case(glyph("Line", {"x": x, "y": y}, line_width=2), x=(4.9, 5.3), y=(0.99, 9)),
        "line_selected": case(
            glyph("Line", {"x": x, "y": y}, selected=list(range(10, 20)), line_width=4, line_color="#1f77b4")
        ),
    }


def _markers() -> dict[str, Case]:
    places = [(i % 7, i // 7) for i in range(len(MARKERS))]
    grid = {"x": [p[0] for p in places], "y": [p[1] for p in places], "kind": MARKERS}
    ends = {"x": (-0.6, 6.6), "y": (-0.6, 3.6)}
    sizes = {
        "x": steps(9, 8),
        "y": [2.0] * 9,
        "size": [4 + 4 * i for i in range(9)],
        "turn": [10 * i for i in range(9)],
    }
    cloud = {"x": [10 * v for v in noise(120, 3)], "y": [10 * v for v in noise(120, 11)]}
    many = {
        "x": [10 * v for v in noise(4000, 3)],
        "y": [10 * v for v in noise(4000, 11)],
        "v": noise(4000, 5),
    }
    blue = {"fill_color": "#9ecae1", "line_color": "#08519c"}
    return {
        "markers": case(
            glyph("Scatter", grid, x="x", y="y", marker="kind", size=26, line_width=1.5, **blue), **ends
        ),
        "markers_fine": case(
            glyph("Scatter", grid, x="x", y="y", marker="kind", size=26, line_width=1.5, **blue),
            ratio=2,
            **ends,
        ),
        "scatter_turned": case(
            glyph(
                "Scatter", sizes, marker="square_pin", size="size", angle="turn", angle_units="deg", **blue
            ),
            glyph(
                "Scatter",
                {**sizes, "y": [7.0] * 9},
                marker="triangle",
                size="size",
                fill_alpha=0.5,
                line_color=None,
            ),
            x=(-1, 9),
        ),
        "scatter_alpha": case(
            glyph(
                "Scatter",
                cloud,
                size=24,
                fill_color="#e83f3f",
                fill_alpha=0.3,
                line_color="#7f0000",
                line_alpha=0.8,
            )
        ),
        "scatter_many": case(
            glyph(
                "Scatter",
                many,
                size=9,
                line_color="white",
                fill_alpha=0.8,
                line_width=0.5,
                fill_color={"field": "v", "transform": new("LinearColorMapper", palette=WARM)},
            )
        ),
        "scatter_selected": case(
            glyph(
                "Scatter", cloud, size=16, fill_color="navy", line_color=None, selected=list(range(0, 120, 5))
            )
        ),
        "scatter_hover": case(
            glyph(
                "Scatter",
                cloud,
                size=16,
                fill_color="#9ecae1",
                line_color=None,
                renderer={"hover_glyph": new("Scatter", size=20, fill_color="firebrick", line_color="black")},
            ),
            hover=[3, 40, 77],
        ),
        "circle": case(
            glyph(
                "Circle",
                {"x": steps(6), "y": wave(6), "r": [0.4, 0.6, 0.8, 1.0, 1.2, 1.4]},
                radius="r",
                fill_color="#fdae6b",
                line_color="#a63603",
                fill_alpha=0.6,
                line_width=2,
            )
        ),
    }


def _boxes() -> dict[str, Case]:
    fruits = ["Apples", "Pears", "Plums", "Figs"]
    pairs = [[fruit, year] for fruit in fruits[:3] for year in ("2023", "2024")]
    mapper = new("CategoricalColorMapper", palette=BLUES, factors=fruits)
    years = new(
        "CategoricalColorMapper", palette=["#c6dbef", "#2171b5"], factors=["2023", "2024"], start=1, end=2
    )
    stacked = {"x": fruits, "a": [2, 1, 3, 2], "b": [3, 4, 2, 3]}
    return {
        "vbar": case(
            glyph(
                "VBar",
                {"x": fruits, "top": [5, 3, -4, 2]},
                width=0.8,
                line_color="white",
                fill_color={"field": "x", "transform": mapper},
            ),
            x={"factors": fruits},
            y=(-5, 6),
        ),
        "vbar_nested": case(
            glyph(
                "VBar",
                {"x": pairs, "top": [5, 3, 4, 2, 6, 1]},
                width=0.9,
                line_color=None,
                fill_color={"field": "x", "transform": years},
            ),
            x={"factors": pairs},
            y=(0, 7),
        ),
        "vbar_stack": case(
            glyph(
                "VBar",
                stacked,
                width=0.6,
                fill_color=BLUES[1],
                line_color=None,
                bottom={"expr": new("Stack", fields=[])},
                top={"expr": new("Stack", fields=["a"])},
            ),
            glyph(
                "VBar",
                stacked,
                width=0.6,
                fill_color=BLUES[2],
                line_color=None,
                bottom={"expr": new("Stack", fields=["a"])},
                top={"expr": new("Stack", fields=["a", "b"])},
            ),
            x={"factors": fruits},
            y=(0, 7),
        ),
        "vbar_dodge": case(
            glyph(
                "VBar",
                {"x": fruits, "top": [5, 3, 4, 2]},
                width=0.3,
                fill_color=BLUES[0],
                x={"field": "x", "transform": new("Dodge", value=-0.17)},
            ),
            glyph(
                "VBar",
                {"x": fruits, "top": [3, 4, 1, 6]},
                width=0.3,
                fill_color=BLUES[2],
                x={"field": "x", "transform": new("Dodge", value=0.17)},
            ),
            x={"factors": fruits},
            y=(0, 7),
        ),
        "hbar": case(
            glyph(
                "HBar",
                {"y": [1, 2, 3, 4], "right": [3, 5, 2, 4], "left": [0, 1, 1, 2]},
                left="left",
                height=0.7,
                fill_color="#a1d99b",
                line_color="#006d2c",
                border_radius=6,
            ),
            y=(0, 5),
            x=(-1, 6),
        ),
        "vbar_log": case(
            glyph("VBar", {"x": [1, 2, 3, 4], "top": [3, 40, 500, 8]}, width=0.9, fill_color="#9ecae1"),
            x=(0, 5),
            y={"ends": [1, 1000], "log": True},
        ),
        "quad": case(
            glyph(
                "Quad",
                {"left": [0, 1, 2, 4], "right": [1, 2, 4, 7], "top": [2, 6, 4, 1], "bottom": [0, 0, 0, 0]},
                fill_color="#fee391",
                line_color="#662506",
                fill_alpha=0.7,
            ),
            x=(-1, 8),
            y=(-1, 7),
        ),
        "rect": case(
            glyph(
                "Rect",
                {"x": [2, 5, 8], "y": [3, 5, 7], "w": [2, 3, 1], "h": [2, 1, 4], "a": [0, 0.5, 1]},
                width="w",
                height="h",
                angle="a",
                fill_color="#bcbddc",
                line_color="#3f007d",
                line_width=2,
            ),
            glyph(
                "Rect",
                {"x": [2], "y": [8]},
                width=30,
                height=14,
                width_units="screen",
                height_units="screen",
                fill_color="#3f007d",
                border_radius=4,
            ),
        ),
        "heatmap": case(
            glyph(
                "Rect",
                {"x": [i % 10 for i in range(100)], "y": [i // 10 for i in range(100)], "v": noise(100)},
                width=1,
                height=1,
                line_color=None,
                dilate=True,
                fill_color={"field": "v", "transform": new("LinearColorMapper", palette=WARM, low=0, high=1)},
            ),
            x=(-0.5, 9.5),
            y=(-0.5, 9.5),
        ),
    }


def _others() -> dict[str, Case]:
    ramp = [[20, 30], [math.nan if i == 315 else i % 30 + i // 30 for i in range(600)]]
    mapper = new("LinearColorMapper", palette=WARM, low=5, high=40, low_color="#00000000", nan_color="lime")
    small = [[2, 3], [1, 2, 3, 4, 5, 6]]
    words = {
        "x": [1, 3, 5, 7, 9],
        "y": [1, 3, 5, 7, 9],
        "t": ["start", "left", "centre", "right\nbelow", "end"],
    }
    place = {"x": 0, "y": 0, "dw": 10, "dh": 10}
    greys = new("LinearColorMapper", palette=BLUES)
    return {
        "segment": case(
            glyph(
                "Segment",
                {"x0": [1, 2, 3], "y0": [1, 8, 2], "x1": [9, 8, 3], "y1": [2, 3, 9], "w": [1, 4, 8]},
                line_width="w",
                line_color="#2171b5",
                line_alpha=0.7,
                line_cap="round",
            )
        ),
        "patch": case(
            glyph(
                "Patch",
                {"x": [1, 3, 5, math.nan, 6, 9, 9, 6], "y": [1, 8, 2, math.nan, 3, 3, 8, 8]},
                fill_color="#fa9fb5",
                line_color="#7a0177",
                fill_alpha=0.6,
                line_width=3,
            )
        ),
        "text": case(
            glyph(
                "Text", words, text="t", text_font_size="18px", text_align="center", text_baseline="middle"
            ),
            glyph(
                "Text",
                {**words, "x": [9, 7, 5, 3, 1]},
                text="t",
                text_color="#e83f3f",
                text_font_style="bold",
                angle=0.4,
                x_offset=6,
                y_offset=-4,
            ),
        ),
        "image": case(glyph("Image", {"image": [{"$array": ramp}]}, **place, color_mapper=mapper)),
        "image_origins": case(
            *[
                glyph(
                    "Image",
                    {"image": [{"$array": small}]},
                    x=x,
                    y=y,
                    dw=4,
                    dh=4,
                    origin=origin,
                    color_mapper=greys,
                    anchor="center",
                    global_alpha=1.0 if origin == "bottom_left" else 0.7,
                )
                for x, y, origin in [
                    (2.5, 2.5, "bottom_left"),
                    (2.5, 7.5, "top_left"),
                    (7.5, 2.5, "bottom_right"),
                    (7.5, 7.5, "top_right"),
                ]
            ]
        ),
        "image_log": case(
            glyph(
                "Image",
                {"image": [[[0.1, 1, 10], [100, 1000, 0]]]},
                **place,
                color_mapper=new("LogColorMapper", palette=WARM, low_color="grey"),
            )
        ),
        "jitter": case(
            glyph(
                "Scatter",
                {"x": ["a", "b"] * 60, "y": [10 * v for v in noise(120)]},
                size=6,
                x={"field": "x", "transform": new("Jitter", width=0.6)},
            ),
            x={"factors": ["a", "b"]},
        ),
        "muted": case(
            glyph("Line", {"x": steps(40), "y": wave(40)}, line_width=6, renderer={"muted": True}),
            glyph("VBar", {"x": [2, 5, 8], "top": [3, 6, 4]}, renderer={"muted": True}),
        ),
        "filtered": case(
            glyph(
                "Scatter",
                {"x": steps(12), "y": wave(12), "kind": ["a", "b", "c"] * 4},
                size=14,
                renderer={"view": new("CDSView", filter=new("GroupFilter", column_name="kind", group="b"))},
                marker={
                    "field": "kind",
                    "transform": new(
                        "CategoricalMarkerMapper", markers=["star", "hex", "x"], factors=["a", "b", "c"]
                    ),
                },
            )
        ),
    }


CASES: dict[str, Case] = {**_lines(), **_markers(), **_boxes(), **_others()}
