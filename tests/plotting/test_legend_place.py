"""Where legends lie."""

from asgiplots.plotting import figure


def test_a_legend_moves_from_the_frame_to_a_side():
    plot = figure()
    plot.line([1, 2], [1, 2], legend_label="line")
    legend = plot.legend[0]
    plot.add_layout(legend, "right")
    assert legend not in plot.center
    assert plot.right == [legend]
