import type { Scatter } from "../generated/models"
import type { GlyphData } from "./data"
import { coded_at, type NumberField } from "./fields"
import { mark_styles, type Marks } from "./mark_rows"
import { draw_marks, hit_marks, mark_swatch, place_of } from "./marks"
import type { GlyphPainter } from "./types"
import { shape_looks } from "./visuals"

export const scatter: GlyphPainter<Scatter> = {
  bounds: (data, _scatter, rows) => data.extents(rows),
  draw: (ctx, data, _scatter, view, rows) => draw_marks(ctx, data, marks(data), view, rows),
  hit: (data, scatter, view, query) => hit_marks(data, marks(data), view, query, scatter.hit_dilation),

  anchor: (data, _scatter, view, index) => place_of(marks(data), view, index),

  legend(ctx, data, _scatter, box, index) {
    const radius = Math.min(data.numbers("size").at(index) / 2 || 4, Math.min(box.width, box.height) * 0.3)
    const kind = coded_at(data.coded<string>("marker"), index)
    mark_swatch(ctx, coded_at(shape_looks(data), index), kind, data.angles("angle").at(index), radius, box)
  },
}

function marks(data: GlyphData): Marks {
  return {
    xs: data.series("x", "x"), ys: data.series("y", "y"),
    radius: half(data), angle: data.angles("angle"), style: mark_styles(data, data.coded("marker")),
  }
}

function half(data: GlyphData): NumberField {
  const size = data.numbers("size")
  return data.memo("radius", [size], () => size.times(1 / 2))
}
