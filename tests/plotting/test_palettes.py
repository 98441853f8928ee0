"""Palettes by name and size, and functions of palettes."""

import inspect
import json
import re
from pathlib import Path

import pytest

from asgiplots import palettes
from asgiplots.palettes import (
    diverging_palette,
    interp_palette,
    linear_palette,
    to_rgba_array,
    varying_alpha_palette,
    viridis,
)

FACTS = json.loads((Path(__file__).parents[1] / "models" / "api_facts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(FACTS["palette_sizes"]))
def test_every_palette_has_the_known_sizes(name: str):
    family = getattr(palettes, name)
    assert list(family) == FACTS["palette_sizes"][name]
    for size, colors in family.items():
        assert len(colors) == size
        assert all(re.fullmatch("#[0-9a-f]{6}", color) for color in colors)
        assert getattr(palettes, f"{name}_{size}" if name[-1].isdigit() else f"{name}{size}") == colors


def test_functions_take_the_known_arguments():
    for name, params in FACTS["palette_functions"].items():
        ours = [
            str(p).replace(" ", "") for p in inspect.signature(getattr(palettes, name)).parameters.values()
        ]
        assert [p.partition(":")[0].partition("=")[0] for p in ours] == [p.partition("=")[0] for p in params]


def test_well_known_colours():
    assert palettes.Viridis256[0] == "#440154"
    assert palettes.RdYlBu3 == ("#91bfdb", "#ffffbf", "#fc8d59")
    assert palettes.Category10_3 == ("#1f77b4", "#ff7f0e", "#2ca02c")
    assert palettes.Greys256[128] == "#808080"
    assert palettes.Sunset5[2] == "#eaeccc"
    assert palettes.TolRainbow3 == ("#1965b0", "#f7f056", "#dc050c")


def test_groups_gather_families():
    assert set(palettes.d3) == {"Category10", "Category20", "Category20b", "Category20c"}
    assert len(palettes.brewer) == 35
    assert len(palettes.all_palettes) == len(FACTS["palette_sizes"])
    assert 256 not in palettes.small_palettes["Viridis"]


def test_an_unknown_palette_names_similar_ones():
    with pytest.raises(AttributeError, match="no palette called 'Viridis257'; similar names: Viridis256"):
        _ = palettes.Viridis257


def test_linear_palettes_keep_both_ends():
    assert viridis(3) == linear_palette(palettes.Viridis256, 3) == ("#440154", "#208f8c", "#fde724")
    assert viridis(1) == ("#440154",)
    assert viridis(0) == ()
    with pytest.raises(ValueError, match="from 0 to the palette's 256, got 300"):
        viridis(300)


@pytest.mark.parametrize("n", range(12))
@pytest.mark.parametrize("midpoint", [0, 0.3, 0.5, 1])
def test_diverging_palettes_have_the_size_asked_for(n, midpoint):
    assert len(diverging_palette(palettes.Reds256, palettes.Blues256, n, midpoint)) == n


def test_diverging_palettes_meet_in_the_middle():
    assert diverging_palette(("#000000", "#111111"), ("#222222", "#333333"), 4) == (
        "#000000",
        "#111111",
        "#333333",
        "#222222",
    )


def test_interpolated_palettes_follow_straight_lines():
    assert interp_palette(("#000000", "#ff0000"), 3) == ("#000000", "#800000", "#ff0000")
    assert interp_palette(("#00000000", "#ffffff"), 3) == ("#00000000", "#80808080", "#ffffffff")
    assert interp_palette(("#123456",), 2) == ("#123456", "#123456")
    assert interp_palette(palettes.RdYlBu3, 0) == ()
    for bad in (("red",), ()):
        with pytest.raises(ValueError, match="expected a"):
            interp_palette(bad, 2)


def test_alpha_varies():
    assert varying_alpha_palette("#ff0000", 3) == ("#ff000000", "#ff000080", "#ff0000ff")
    assert varying_alpha_palette("#ff000080", 3, 255, 0)[0] == "#ff000080"
    assert len(varying_alpha_palette("#f00")) == 256
    with pytest.raises(ValueError, match="start_alpha from 0 to 255, got 300"):
        varying_alpha_palette("#ff0000", 3, 300)


def test_rgba_arrays():
    array = to_rgba_array(("#ff0000", "#00ff0080"))
    assert array.dtype == "u1"
    assert array.tolist() == [[255, 0, 0, 255], [0, 255, 0, 128]]
