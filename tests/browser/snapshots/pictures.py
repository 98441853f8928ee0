"""Comparing pictures: where two differ by more than anti-aliasing can."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

HERE = Path(__file__).parent
OUTPUT = HERE.parent.parent / "output" / "snapshots"


def decode(data_url: str) -> Image.Image:
    """The picture in a PNG data URL, without transparency."""
    return Image.open(io.BytesIO(base64.b64decode(data_url.partition(",")[2]))).convert("RGB")


@dataclass(frozen=True)
class Difference:
    """How far two pictures of one size are apart."""

    pixels: int
    """Pixels that differ by more than the threshold in some channel."""
    picture: Image.Image
    """Differing pixels, in red on a pale version of the wanted picture."""


def difference(actual: Image.Image, wanted: Image.Image, threshold: int = 48) -> Difference:
    """Compare two pictures of one size; `threshold` is the largest harmless step of a channel."""
    a, b = np.asarray(actual, dtype=np.int16), np.asarray(wanted, dtype=np.int16)
    step = np.abs(a - b)
    wrong = step.max(axis=2) > threshold
    marked = (255 - (255 - b) // 4).astype(np.uint8)
    marked[wrong] = (220, 0, 0)
    return Difference(int(wrong.sum()), Image.fromarray(marked))


def far_off(a: Image.Image, b: Image.Image, tolerance: int = 24) -> int:
    """Pixels of `a` that no pixel beside the same place in `b` comes near: more than half a pixel's shift."""
    low = np.asarray(b.filter(ImageFilter.MinFilter(3)), dtype=np.int16)
    high = np.asarray(b.filter(ImageFilter.MaxFilter(3)), dtype=np.int16)
    values = np.asarray(a, dtype=np.int16)
    return int(((values < low - tolerance) | (values > high + tolerance)).any(axis=2).sum())


def mean_step(a: Image.Image, b: Image.Image) -> float:
    """Mean difference of all channels of all pixels, 0 to 255."""
    return float(np.abs(np.asarray(a, dtype=np.int16) - np.asarray(b, dtype=np.int16)).mean())


def check(actual: Image.Image, name: str, *, update: bool, most: int = 12) -> None:
    """Compare with the kept picture `name`, allowing `most` wrong pixels; with `update`, keep this one."""
    kept = HERE / f"{name}.png"
    if update:
        actual.save(kept, optimize=True)
        return
    OUTPUT.mkdir(parents=True, exist_ok=True)
    actual.save(OUTPUT / f"{name}.png")
    assert kept.exists(), f"no picture {kept.name} is kept yet: run pytest --update-snapshots and look at it"
    wanted = Image.open(kept).convert("RGB")
    assert actual.size == wanted.size, f"{name}: expected {wanted.size} pixels, got {actual.size}"
    found = difference(actual, wanted)
    if found.pixels > most:
        found.picture.save(OUTPUT / f"{name}.diff.png")
    assert found.pixels <= most, f"{name}: {found.pixels} pixels differ, see {OUTPUT.name}/{name}.diff.png"
