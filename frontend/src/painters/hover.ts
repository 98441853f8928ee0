// From a hit to what a tooltip tells: a row, a place in the data and a place on the screen.
import type { HitQuery } from "../layout/surface"
import type { GlyphData } from "./data"
import type { Cell, GlyphPainter, Hit, View } from "./types"

export interface HoverPolicy {
  readonly point_policy: "snap_to_data" | "follow_mouse" | "none"
  readonly line_policy: "prev" | "next" | "nearest" | "interp" | "none"
}

export interface HoverPoint {
  /** The row whose columns are told (`$index`). */
  readonly index: number
  /** Where the tooltip points, in CSS pixels (`$snap_sx`, `$snap_sy`). */
  readonly sx: number
  readonly sy: number
  /** The same place in data units (`$snap_x`, `$snap_y`). */
  readonly x: number
  readonly y: number
  /** First row of the segment, on a line (`$segment_index`). */
  readonly segment: number | null
  /** Column, row and value of the array, on an image. */
  readonly cell: Cell | null
}

interface Place { readonly index: number; readonly sx: number; readonly sy: number }

export function hover_point<G extends { readonly type: string }>(
  painter: GlyphPainter<G>, data: GlyphData, glyph: G, view: View, query: HitQuery, hit: Hit, policy: HoverPolicy,
): HoverPoint {
  const pointer = query.kind === "rect" ? { sx: (query.x0 + query.x1) / 2, sy: (query.y0 + query.y1) / 2 } : query
  const on_line = glyph.type === "Line"
  const place = on_line
    ? line_place(data, view, query, pointer, hit.index, policy.line_policy)
    : policy.point_policy === "snap_to_data"
      ? { index: hit.index, ...painter.anchor(data, glyph, view, hit.index) }
      : { index: hit.index, sx: pointer.sx, sy: pointer.sy }
  return {
    ...place,
    x: view.x.to_data(place.sx), y: view.y.to_data(place.sy),
    segment: on_line ? hit.index : null,
    cell: painter.cell?.(data, glyph, view, hit.index, pointer.sx, pointer.sy) ?? null,
  }
}

type Pointer = { readonly sx: number; readonly sy: number }

function line_place(
  data: GlyphData, view: View, query: HitQuery, pointer: Pointer, index: number, policy: HoverPolicy["line_policy"],
): Place {
  const vertex = (row: number): Place => ({
    index: row, sx: view.x.to_screen(data.series("x", "x").get(row)), sy: view.y.to_screen(data.series("y", "y").get(row)),
  })
  const [start, end] = [vertex(index), vertex(index + 1)]
  switch (policy) {
    case "prev": return start
    case "next": return end
    case "nearest": return nearer(query, pointer, start, end)
    case "interp": return { index, ...between(query, pointer, start, end) }
    case "none": return { index, sx: pointer.sx, sy: pointer.sy }
  }
}

/** Along a span only the distance across the line of the span counts. */
function nearer(query: HitQuery, { sx, sy }: Pointer, start: Place, end: Place): Place {
  const along = query.kind === "span" ? query.dim : null
  const distance = (at: Place): number => Math.hypot(along === "h" ? 0 : at.sx - sx, along === "v" ? 0 : at.sy - sy)
  return distance(end) < distance(start) ? end : start
}

/** Where the segment crosses the vertical line through the pointer (the horizontal one for a horizontal span). */
function between(query: HitQuery, { sx, sy }: Pointer, start: Place, end: Place): Pointer {
  const across = query.kind === "span" && query.dim === "h"
  const part = across ? (sy - start.sy) / (end.sy - start.sy) : (sx - start.sx) / (end.sx - start.sx)
  const t = Number.isFinite(part) ? Math.min(Math.max(part, 0), 1) : 0
  return { sx: start.sx + t * (end.sx - start.sx), sy: start.sy + t * (end.sy - start.sy) }
}
