import type { Segment } from "../generated/models"
import type { GlyphData } from "./data"
import { joint } from "./extent"
import { coded_at } from "./fields"
import { distance_to_segment, segment_touches } from "./geometry"
import { length_of, type Boxes } from "./packing"
import { data_area, RowIndex } from "./spatial"
import { line_swatch } from "./swatch"
import type { GlyphPainter, Hit, View } from "./types"
import type { HitQuery } from "../layout/surface"
import { line_looks, max_width, set_line, type LineLook } from "./visuals"

const NEAR = 4
/** How far a line's end may go, in its widths. */
const MITER = 1

export const segment: GlyphPainter<Segment> = {
  bounds: (data, _segment, rows) => ({
    x: joint(data.extent("x0", "x", rows), data.extent("x1", "x", rows)),
    y: joint(data.extent("y0", "y", rows), data.extent("y1", "y", rows)),
  }),

  draw(ctx, data, _segment, view, wanted) {
    const ends = ends_of(data)
    const looks = line_looks(data)
    const { x, y, width, height } = view.frame
    const room = max_width(looks) * MITER
    const rows = wanted ?? index_of(data, ends).rows_near(...data_area(view, [x - room, y - room, x + width + room, y + height + room]))
    const length = length_of(ends)
    const count = rows === null ? length : rows.length
    let now: LineLook | null = null
    for (let k = 0; k < count; k++) {
      const row = rows === null ? k : rows[k]
      if (row >= length) continue
      const look = coded_at(looks, row)
      const [x0, y0, x1, y1] = corners_at(ends, view, row)
      if (look === null || !Number.isFinite(x0 + y0 + x1 + y1)) continue
      if (look !== now) set_line(ctx, (now = look))
      ctx.beginPath()
      ctx.moveTo(x0, y0)
      ctx.lineTo(x1, y1)
      ctx.stroke()
    }
    ctx.globalAlpha = 1
    ctx.setLineDash([])
  },

  hit: (data, _segment, view, query) => hit_segments(data, view, query),

  anchor(data, _segment, view, index) {
    const [x0, y0, x1, y1] = corners_at(ends_of(data), view, index)
    return { sx: (x0 + x1) / 2, sy: (y0 + y1) / 2 }
  },

  legend: (ctx, data, _segment, box, index) => line_swatch(ctx, coded_at(line_looks(data), index), box),
}

const ends_of = (data: GlyphData): Boxes => ({
  x0: data.series("x0", "x"), y0: data.series("y0", "y"), x1: data.series("x1", "x"), y1: data.series("y1", "y"),
})

const index_of = (data: GlyphData, ends: Boxes): RowIndex => data.memo("index", Object.values(ends), () => new RowIndex(ends))

/** Both ends of a row on the screen, CSS pixels. */
const corners_at = ({ x0, y0, x1, y1 }: Boxes, { x, y }: View, row: number): Corners =>
  [x.to_screen(x0.get(row)), y.to_screen(y0.get(row)), x.to_screen(x1.get(row)), y.to_screen(y1.get(row))]

/** Segments near the point, across the line or touching the rectangle. */
function hit_segments(data: GlyphData, view: View, query: HitQuery): Hit[] {
  const ends = ends_of(data)
  const reach = Math.max(NEAR, max_width(line_looks(data)) / 2)
  const box = query_box(query, reach)
  const hits: Hit[] = []
  for (const index of near(data, ends, view, box)) {
    const at = corners_at(ends, view, index)
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

function near(data: GlyphData, ends: Boxes, view: View, box: Corners): number[] {
  const [left, top, right, bottom] = box.map((px) => (Math.abs(px) === FAR ? px * Infinity : px))
  return index_of(data, ends).search(...data_area(view, [left, top, right, bottom]))
}
