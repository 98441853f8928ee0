"""What the snapshot tests draw of steps, areas and of rows that are whole lines, with fixed data."""

from __future__ import annotations

import math

from browser.snapshots.making import BLUES, Case, case, glyph, new, steps, wave

MODES = ("before", "after", "center")


def _steps() -> dict[str, Case]:
    x, y = steps(12), [v / 4 for v in wave(12)]
    gaps = [math.nan if i in (4, 9) else value for i, value in enumerate(y)]
    return {
        "step_modes": case(
            *[
                glyph("Step", {"x": x, "y": [v + 3 * i for v in y]}, line_width=2, mode=mode)
                for i, mode in enumerate(MODES)
            ],
            *[
                glyph("Scatter", {"x": x, "y": [v + 3 * i for v in y]}, size=5, fill_color="white")
                for i in range(3)
            ],
        ),
        "step_gaps": case(
            glyph("Step", {"x": x, "y": gaps}, line_width=5, line_alpha=0.5, pad_before=0.8, pad_after=0.8),
            glyph("Step", {"x": x, "y": [v + 4 for v in gaps]}, mode="center", line_dash=[6, 3]),
            x=(-1, 11),
            y=(0, 7),
        ),
        "step_log": case(
            glyph(
                "Step", {"x": [1, 10, 50, 100, 1000], "y": [0.5, 3, 0, 200, 900]}, mode="center", line_width=2
            ),
            x={"ends": [1, 1000], "log": True},
            y={"ends": [0.1, 1000], "log": True},
        ),
        "step_selected": case(
            glyph("Step", {"x": x, "y": y}, selected=[3, 4, 5, 8, 9], line_width=4, line_color="#1f77b4"),
            y=(0, 3),
        ),
    }


def _areas() -> dict[str, Case]:
    x, low, high = steps(40), [1 + v / 3 for v in wave(40, 1)], wave(40)
    gaps = [math.nan if i in (8, 20, 38) else value for i, value in enumerate(high)]
    band = {"x": x, "y1": low, "y2": high}
    months = ["Jan", "Feb", "Mar", "Apr", "May"]
    stacked = {"x": months, "a": [2, 1, 3, 2, 2], "b": [3, 4, 2, 3, 1], "c": [1, 2, 2, 1, 4]}
    sums = [new("Stack", fields=list("abc"[:n])) for n in range(4)]
    few = {"x": steps(9), "y1": [1.0, 2, 1, 2, 1, 2, 1, 2, 1], "y2": [v / 2 + 4 for v in wave(9, 1)]}
    turned = {"y": x, "x1": low, "x2": high}
    return {
        "varea": case(glyph("VArea", band, fill_color="#9ecae1", fill_alpha=0.8)),
        "varea_gaps": case(glyph("VArea", {**band, "y2": gaps}, fill_color="#9ecae1", y1={"value": 0})),
        "varea_stack": case(
            *[
                glyph("VArea", stacked, y1={"expr": sums[i]}, y2={"expr": sums[i + 1]}, fill_color=BLUES[i])
                for i in range(3)
            ],
            x={"factors": months},
            y=(0, 9),
        ),
        "varea_log": case(
            glyph("VArea", {"x": [1, 2, 3, 4, 5], "y2": [3, 400, 5, 0, 90]}, y1={"value": 0}),
            x=(0, 6),
            y={"ends": [1, 1000], "log": True},
        ),
        "varea_zoomed": case(glyph("VArea", band, fill_color="#9ecae1"), x=(4.93, 4.95), y=(4, 7)),
        "varea_selected": case(
            glyph("VArea", band, fill_color="navy", selected=[*range(10, 16), *range(20, 30)])
        ),
        "harea": case(glyph("HArea", turned, fill_color="#a1d99b"), x=(10, 0)),
        "varea_step": case(
            *[
                glyph(
                    "VAreaStep",
                    {
                        **few,
                        "y1": [v / 4 + 3 * i for v in few["y1"]],
                        "y2": [v / 4 + 3 * i for v in few["y2"]],
                    },
                    step_mode=mode,
                    fill_color=BLUES[i],
                )
                for i, mode in enumerate(MODES)
            ]
        ),
        "harea_step": case(
            glyph("HAreaStep", {"y": few["x"], "x1": few["y1"], "x2": few["y2"]}, step_mode="center"),
            y={"ends": [10, 0]},
        ),
    }


def _ragged() -> dict[str, Case]:
    lines = {
        "xs": [steps(30), [2, 8, 8, 2, 2], [1, 3, math.nan, 6, 9], []],
        "ys": [wave(30), [2, 2, 8, 8, 2], [9, 9.5, math.nan, 9.5, 9], []],
        "c": ["#1f77b4", "#e83f3f", "green", "black"],
        "w": [2, 4, 6, 1],
        "d": ["solid", "dashed", "solid", "solid"],
    }
    looks = {"line_color": "c", "line_width": "w", "line_dash": "d"}
    fan = [[i / 10 * v for v in wave(60, 1 + i / 10)] for i in range(12)]
    return {
        "multi_line": case(glyph("MultiLine", lines, **looks, line_alpha=0.8)),
        "multi_line_selected": case(
            glyph("MultiLine", {"xs": [steps(60)] * 12, "ys": fan}, selected=[3, 7], line_width=2),
            y=(0, 11),
        ),
        "patches": case(
            glyph(
                "Patches",
                {
                    "xs": [[1, 4, 2], [5, 9, 9, 5, math.nan, 6, 8, 7], [1, 4, 4]],
                    "ys": [[1, 2, 6], [1, 1, 4, 4, math.nan, 6, 6, 9], [7, 7, 9.5]],
                    "c": ["#fa9fb5", "#9ecae1", "#a1d99b"],
                },
                fill_color="c",
                fill_alpha=0.7,
                line_width=2,
            )
        ),
    }


AREAS: dict[str, Case] = {**_steps(), **_areas(), **_ragged()}
