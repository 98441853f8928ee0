import type { Segment } from "../generated/models"
import type { GlyphData } from "./data"
import { joint } from "./extent"
import { coded_at } from "./fields"
import { distance_to_segment, segment_touches } from "./geometry"
import { RowIndex } from "./spatial"
import { with_look } from "./swatch"
import type { GlyphPainter, Hit, View } from "./types"
import type { HitQuery } from "../layout/surface"
import { line_looks, max_width, set_line, type LineLook } from "./visuals"

const NEAR = 4
const FIELDS = ["x0", "y0", "x1", "y1"] as const

interface Ends { x0: Float64Array; y0: Float64Array; x1: Float64Array; y1: Float64Array }

export const segment: GlyphPainter<Segment> = {
  bounds: (data, _segment, rows) => ({
    x: joint(data.extent("x0", "x", rows), data.extent("x1", "x", rows)),
    y: joint(data.extent("y0", "y", rows), data.extent("y1", "y", rows)),
  }),

  draw(ctx, data, _segment, view, rows) {
    const { x0, y0, x1, y1 } = screen_ends(data, view)
    const looks = line_looks(data)
    const count = rows === null ? x0.length : rows.length
    let now: LineLook | null = null
    for (let k = 0; k < count; k++) {
      const row = rows === null ? k : rows[k]
      const look = coded_at(looks, row)
      if (look === null || !Number.isFinite(x0[row] + y0[row] + x1[row] + y1[row])) continue
      if (look !== now) set_line(ctx, (now = look))
      ctx.beginPath()
      ctx.moveTo(x0[row], y0[row])
      ctx.lineTo(x1[row], y1[row])
      ctx.stroke()
    }
    ctx.globalAlpha = 1
    ctx.setLineDash([])
  },

  hit: (data, _segment, view, query) => hit_segments(data, view, query),

  anchor(data, _segment, view, index) {
    const { x0, y0, x1, y1 } = screen_ends(data, view)
    return { sx: (x0[index] + x1[index]) / 2, sy: (y0[index] + y1[index]) / 2 }
  },

  legend(ctx, data, _segment, { x, y, width, height }, index) {
    const look = coded_at(line_looks(data), index)
    if (look === null) return
    with_look(ctx, () => {
      set_line(ctx, look)
      ctx.beginPath()
      ctx.moveTo(x, y + height / 2)
      ctx.lineTo(x + width, y + height / 2)
      ctx.stroke()
    })
  },
}

function screen_ends(data: GlyphData, view: View): Ends {
  return {
    x0: data.screen("x0", "x", view.x), y0: data.screen("y0", "y", view.y),
    x1: data.screen("x1", "x", view.x), y1: data.screen("y1", "y", view.y),
  }
}

/** Segments near the point, across the line or touching the rectangle. */
function hit_segments(data: GlyphData, view: View, query: HitQuery): Hit[] {
  const ends = screen_ends(data, view)
  const reach = Math.max(NEAR, max_width(line_looks(data)) / 2)
  const box = query_box(query, reach)
  const hits: Hit[] = []
  for (const index of near(data, view, box)) {
    const at: [number, number, number, number] = [ends.x0[index], ends.y0[index], ends.x1[index], ends.y1[index]]
    if (query.kind !== "point") {
      if (segment_touches(...at, ...box)) hits.push({ index, distance: 0 })
      continue
    }
    const distance = distance_to_segment(query.sx, query.sy, ...at)
    if (distance <= Math.max(NEAR, (coded_at(line_looks(data), index)?.width ?? 0) / 2)) hits.push({ index, distance })
  }
  return query.kind === "point" ? hits.sort((a, b) => a.distance - b.distance) : hits
}

type Corners = [x0: number, y0: number, x1: number, y1: number]
const FAR = 1e9

function query_box(query: HitQuery, reach: number): Corners {
  if (query.kind === "point") return [query.sx - reach, query.sy - reach, query.sx + reach, query.sy + reach]
  if (query.kind === "span") return query.dim === "v" ? [query.sx, -FAR, query.sx, FAR] : [-FAR, query.sy, FAR, query.sy]
  return [Math.min(query.x0, query.x1), Math.min(query.y0, query.y1), Math.max(query.x0, query.x1), Math.max(query.y0, query.y1)]
}

function near(data: GlyphData, { x, y }: View, [left, top, right, bottom]: Corners): number[] {
  const boxes = { x0: data.coords("x0", "x"), y0: data.coords("y0", "y"), x1: data.coords("x1", "x"), y1: data.coords("y1", "y") }
  const index = data.memo("index", [...data.deps(...FIELDS), ...Object.values(boxes)], () => new RowIndex(boxes))
  const at = (scale: View["x"], px: number): number => (Math.abs(px) === FAR ? px * Infinity : scale.to_data(px))
  // A vertical span asks for all heights: infinite ends come in either order.
  return index.search(at(x, left), at(y, top), at(x, right), at(y, bottom))
}
