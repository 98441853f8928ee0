import type { HitQuery } from "../layout/surface"
import type { Text } from "../generated/models"
import type { Model } from "../store/model"
import type { GlyphData } from "./data"
import { coded_at } from "./fields"
import { unturn } from "./geometry"
import { with_look } from "./swatch"
import { text_box, text_looks, write_text, type TextBox } from "./text_looks"
import type { Canvas2D, GlyphPainter, Hit, View } from "./types"

export const text: GlyphPainter<Text> = {
  bounds: (data, _text, rows) => data.extents(rows),

  draw(ctx, data, glyph, view, rows) {
    const places = places_of(data, view)
    const looks = text_looks(data)
    const ink = (glyph as unknown as Model).has("text_color") ? null : view.ink
    const base = ctx.getTransform()
    const count = rows === null ? places.sx.length : rows.length
    for (let k = 0; k < count; k++) {
      const row = rows === null ? k : rows[k]
      const look = coded_at(looks, row)
      const [x, y] = places.at(row)
      if (look === null || !Number.isFinite(x + y)) continue
      const lines = lines_of(data, row)
      ctx.translate(x, y)
      ctx.rotate(places.angle(row))
      write_text(ctx, look, lines, text_box(ctx, look, lines), ink ?? look.color)
      ctx.setTransform(base)
    }
    ctx.globalAlpha = 1
  },

  hit: (data, _text, view, query) => hit_text(data, view, query),

  anchor(data, _text, view, index) {
    const [sx, sy] = places_of(data, view).at(index)
    return { sx, sy }
  },

  legend(ctx, data, _text, { x, y, width, height }, index) {
    const look = coded_at(text_looks(data), index)
    if (look === null) return
    with_look(ctx, () => {
      ctx.translate(x + width / 2, y + height / 2)
      const sample = { ...look, align: "center", baseline: "middle", font: look.font.replace(/[\d.]+px/, `${height * 0.7}px`) } as const
      write_text(ctx, sample, ["a"], text_box(ctx, sample, ["a"]))
    })
  },
}

interface Places { readonly sx: Float64Array; at(row: number): [number, number]; angle(row: number): number }

/** Where each text is written, its offset included. */
function places_of(data: GlyphData, view: View): Places {
  const sx = data.screen("x", "x", view.x)
  const sy = data.screen("y", "y", view.y)
  const dx = data.numbers("x_offset")
  const dy = data.numbers("y_offset")
  const angles = data.angles("angle")
  return { sx, at: (row) => [sx[row] + dx.at(row), sy[row] + dy.at(row)], angle: (row) => angles.at(row) }
}

function lines_of(data: GlyphData, row: number): string[] {
  const value = coded_at(data.coded<unknown>("text"), row)
  return value === null || value === undefined ? [] : String(value).split("\n")
}

let ruler: CanvasRenderingContext2D | null = null
const measuring = (): Canvas2D => (ruler ??= document.createElement("canvas").getContext("2d")!)

function boxes_by_row(data: GlyphData): (TextBox | null)[] {
  const looks = text_looks(data)
  return data.memo("text boxes", [...data.deps("text"), looks, data.length], () =>
    Array.from({ length: data.length }, (_, row) => {
      const look = coded_at(looks, row)
      return look === null ? null : text_box(measuring(), look, lines_of(data, row))
    }))
}

/** A point hits a text in its turned box; lines and rectangles find the points where texts are written. */
function hit_text(data: GlyphData, view: View, query: HitQuery): Hit[] {
  const places = places_of(data, view)
  const hits: Hit[] = []
  if (query.kind === "point") {
    boxes_by_row(data).forEach((box, index) => {
      if (box !== null && holds(box, places, index, query)) hits.push({ index, distance: 0 })
    })
    return hits.reverse()
  }
  for (let index = 0; index < places.sx.length; index++) {
    if (query.kind === "rect" && in_rect(places.at(index), query)) hits.push({ index, distance: 0 })
  }
  return hits
}

function holds(box: TextBox, places: Places, row: number, { sx, sy }: { sx: number; sy: number }): boolean {
  const [px, py] = places.at(row)
  const [x, y] = unturn(sx, sy, px, py, places.angle(row))
  return x >= px + box.left && x <= px + box.left + box.width && y >= py + box.top && y <= py + box.top + box.height
}

function in_rect([x, y]: [number, number], { x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }): boolean {
  return x >= Math.min(x0, x1) && x <= Math.max(x0, x1) && y >= Math.min(y0, y1) && y <= Math.max(y0, y1)
}
