import type { Circle } from "../generated/models"
import type { Scale } from "../scales/scale"
import type { Dim, GlyphData } from "./data"
import { coded_at, NumberField, uniform } from "./fields"
import { mark_styles, type Marks } from "./mark_rows"
import { draw_marks, hit_marks, mark_swatch, place_of } from "./marks"
import type { Bounds, Extent, GlyphPainter, View } from "./types"
import { shape_looks } from "./visuals"

const UPRIGHT = new NumberField(0)
const ROUND = uniform("circle")

export const circle: GlyphPainter<Circle> = {
  bounds(data, _circle, rows): Bounds {
    const room = data.units("radius", "data") === "data" ? data.numbers("radius").max() : 0
    const widen = ([min, max]: Extent, log: boolean): Extent => (log ? [min, max] : [min - room, max + room])
    return {
      x: widen(data.extent("x", "x", rows), data.axes.x.log), y: widen(data.extent("y", "y", rows), data.axes.y.log),
    }
  },
  draw: (ctx, data, circle, view, rows) => draw_marks(ctx, data, marks(data, circle, view), view, rows),
  hit: (data, circle, view, query) => hit_marks(data, marks(data, circle, view), view, query, circle.hit_dilation),

  anchor: (data, circle, view, index) => place_of(marks(data, circle, view), view, index),

  legend(ctx, data, _circle, box, index) {
    mark_swatch(ctx, coded_at(shape_looks(data), index), "circle", 0, Math.min(box.width, box.height) * 0.3, box)
  },
}

function marks(data: GlyphData, circle: Circle, view: View): Marks {
  return {
    xs: data.series("x", "x"), ys: data.series("y", "y"),
    radius: radii(data, circle, view), angle: UPRIGHT, style: mark_styles(data, ROUND),
  }
}

/** Radii in CSS pixels, measured along the dimension that the glyph names. */
function radii(data: GlyphData, circle: Circle, view: View): NumberField {
  const radius = data.numbers("radius")
  if (data.units("radius", "data") === "screen") return radius
  const dimension = circle.radius_dimension
  const [x, y] = [unit(view.x), unit(view.y)]
  const places = x === null || y === null ? [...data.deps("x", "y"), view.x, view.y] : []
  return data.memo("radii", [radius, dimension, x, y, ...places], () => {
    if (dimension === "x" || dimension === "y") return along(data, dimension, radius, view)
    const [across, up] = [along(data, "x", radius, view), along(data, "y", radius, view)]
    return combined(across, up, Math[dimension])
  })
}

/** Pixels for a unit of data; null where that differs from place to place. */
function unit({ kind, domain, range }: Scale): number | null {
  return kind === "log" ? null : Math.abs((range[1] - range[0]) / (domain[1] - domain[0]))
}

function along(data: GlyphData, dim: Dim, radius: NumberField, view: View): NumberField {
  const scale = view[dim]
  const factor = unit(scale)
  if (factor === null) {
    const length = (value: number, i: number): number => Math.abs(scale.to_screen(value + radius.at(i)) - scale.to_screen(value))
    return new NumberField(NaN, data.coords(dim, dim).map(length))
  }
  return radius.times(factor)
}

function combined(a: NumberField, b: NumberField, choose: (a: number, b: number) => number): NumberField {
  const many = a.values ?? b.values
  return new NumberField(choose(a.value, b.value), many === null ? null : many.map((_, i) => choose(a.at(i), b.at(i))))
}
