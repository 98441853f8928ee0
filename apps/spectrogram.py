"""A spectrogram: what birds sing at dawn, 25 spectra a second, each one a new column of the picture."""

import numpy as np

from asgiplots.layouts import column, row
from asgiplots.models import ColumnDataSource, LinearColorMapper, Select, Slider, Toggle
from asgiplots.plotting import curdoc, figure

RATE = 16_000  # samples a second
HOP = 640  # samples from one spectrum to the next
SIZE = 1024  # samples that a spectrum is made of
EVERY = 1000 * HOP // RATE  # milliseconds
KILOHERTZ = np.fft.rfftfreq(SIZE, 1 / RATE)[1:] / 1000
TOP = KILOHERTZ[-1]
SPANS = {"5": "5 seconds", "10": "10 seconds", "20": "20 seconds"}
PALETTES = ["Inferno256", "Viridis256", "Magma256", "Cividis256", "Greys256"]

#: Songs: begin, length and period in seconds, strength, and pitch in kilohertz from beginning (0) to end (1).
SONGS = [
    (0.2, 0.55, 2.1, 0.5, lambda part: 4.6 - 2.2 * part + 0.12 * np.sin(30 * part)),
    (0.9, 0.80, 3.4, 0.4, lambda part: 2.4 + 0.9 * np.sin(3 * np.pi * part)),
    (1.4, 0.30, 1.3, 0.3, lambda part: 5.4 + 1.2 * part**2),
    (0.5, 1.60, 5.2, 0.25, lambda part: 6.6 + 0.35 * np.sign(np.sin(40 * part))),
    (2.6, 0.90, 6.1, 0.6, lambda part: 1.1 + 0.5 * part * (1 - part)),
]

rng = np.random.default_rng()
window = np.hanning(SIZE)
state = {"sample": 0, "tail": np.zeros(SIZE - HOP), "phases": np.zeros(len(SONGS))}

spectra = ColumnDataSource({"spectrum": [], "time": []})
newest = ColumnDataSource(
    {"kilohertz": KILOHERTZ, "level": np.full(SIZE // 2, -90.0), "peak": np.full(SIZE // 2, -90.0)}
)
mapper = LinearColorMapper(palette=PALETTES[0], low=-78, high=-25)

pause = Toggle(label="Pause", width=100)
span = Select(title="Show", value="10", options=list(SPANS.items()), width=140)
palette = Select(title="Palette", value=PALETTES[0], options=PALETTES, width=150)
floor = Slider(title="Darkest, dB", start=-110, end=-50, value=-78, format="0", width=190)
wind = Slider(title="Wind", start=0, end=1, value=0.25, step=0.05, width=190)

picture = figure(
    title="The last seconds",
    height=420,
    sizing_mode="stretch_width",
    y_range=(0, TOP),
    x_axis_label="seconds",
    y_axis_label="kilohertz",
    tools="xpan,xwheel_zoom,hover,reset,save",
    tooltips=[("at", "$x{0.0} s"), ("pitch", "$y{0.00} kHz"), ("level", "@spectrum{0} dB")],
)
picture.x_range.follow = "end"
picture.x_range.follow_interval = 10
picture.x_range.range_padding = 0
picture.image("spectrum", x="time", y=0, dw=HOP / RATE, dh=TOP, source=spectra, color_mapper=mapper)
picture.grid.visible = False

profile = figure(
    title="Now",
    width=230,
    height=420,
    sizing_mode="fixed",
    x_range=(-95, -15),
    y_range=picture.y_range,
    x_axis_label="decibels",
    tools="",
    toolbar_location=None,
)
profile.line("peak", "kilohertz", source=newest, color="#e07a3f", alpha=0.7, line_width=1.5)
profile.line("level", "kilohertz", source=newest, color="#2f7fb8", line_width=1.5)


def listen(count):
    """The next samples: songs that come again and again, and the wind."""
    time = (state["sample"] + np.arange(count)) / RATE
    state["sample"] += count
    sound = wind.value * 0.03 * rng.normal(size=count) + 0.0008 * rng.normal(size=count)
    for number, (start, length, every, strength, pitch) in enumerate(SONGS):
        part = ((time - start) % every) / length
        kilohertz = pitch(part)
        phases = state["phases"][number] + np.cumsum(2 * np.pi * 1000 * kilohertz / RATE)
        state["phases"][number] = phases[-1] % (2 * np.pi)
        loudness = np.where(part < 1, np.sin(np.pi * np.minimum(part, 1)) ** 0.7, 0)
        overtone = np.where(2 * kilohertz < TOP, 0.12, 0)
        sound += strength * loudness * (np.sin(phases) + overtone * np.sin(2 * phases))
    return sound


def deliver():
    if pause.active:
        return
    samples = np.concatenate([state["tail"], listen(HOP)])
    state["tail"] = samples[HOP:]
    power = np.abs(np.fft.rfft(samples * window)[1:]) / window.sum()
    level = (20 * np.log10(power + 1e-6)).astype("f4")
    time = (state["sample"] - HOP) / RATE
    spectra.stream({"spectrum": [level[:, None]], "time": [time]}, RATE * int(span.value) // HOP)
    newest.data.update(level=level, peak=np.maximum(newest.data["peak"] - 0.8, level))


def show(attr, old, new):
    picture.x_range.follow_interval = int(new)


def recolour(attr, old, new):
    mapper.palette, mapper.low = palette.value, floor.value


def label(active):
    pause.label = "Go on" if active else "Pause"


pause.on_click(label)
span.on_change("value", show)
for control in (palette, floor):
    control.on_change("value", recolour)
curdoc().add_periodic_callback(deliver, EVERY)
curdoc().title = "Spectrogram"
controls = row(pause, span, palette, floor, wind)
plots = row(picture, profile, sizing_mode="stretch_width")
curdoc().add_root(column(controls, plots, sizing_mode="stretch_width"))
