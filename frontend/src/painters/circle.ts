import type { Circle } from "../generated/models"
import type { GlyphData } from "./data"
import { coded_at, NumberField, uniform } from "./fields"
import { draw_marks, hit_marks, mark_styles, mark_swatch, type Marks } from "./marks"
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
  draw: (ctx, data, circle, view, rows) => draw_marks(ctx, marks(data, circle, view), view, rows),
  hit: (data, circle, view, query) => hit_marks(data, marks(data, circle, view), view, query, circle.hit_dilation),

  anchor: (data, _circle, view, index) => ({
    sx: data.screen("x", "x", view.x)[index], sy: data.screen("y", "y", view.y)[index],
  }),

  legend(ctx, data, _circle, box, index) {
    mark_swatch(ctx, coded_at(shape_looks(data), index), "circle", 0, Math.min(box.width, box.height) * 0.3, box)
  },
}

function marks(data: GlyphData, circle: Circle, view: View): Marks {
  return {
    sx: data.screen("x", "x", view.x), sy: data.screen("y", "y", view.y),
    radius: radii(data, circle, view), angle: UPRIGHT, style: mark_styles(data, ROUND),
  }
}

/** Radii in CSS pixels, measured along the dimension that the glyph names. */
function radii(data: GlyphData, circle: Circle, view: View): NumberField {
  const radius = data.numbers("radius")
  if (data.units("radius", "data") === "screen") return radius
  const dimension = circle.radius_dimension
  return data.memo("radii", [...data.deps("x", "y"), radius, dimension, view.x, view.y], () => {
    const along = (dim: "x" | "y"): Float64Array => lengths(data, dim, radius, view)
    if (dimension === "x" || dimension === "y") return new NumberField(NaN, along(dimension))
    const other = along("y")
    return new NumberField(NaN, along("x").map((one, i) => Math[dimension](one, other[i])))
  })
}

function lengths(data: GlyphData, dim: "x" | "y", radius: NumberField, view: View): Float64Array {
  const scale = view[dim]
  const places = data.screen(dim, dim, scale)
  return data.coords(dim, dim).map((value, i) => Math.abs(scale.to_screen(value + radius.at(i)) - places[i]))
}
