// Renderers without a figure: models from plain JSON, on a canvas or for questions. Shared by the tests here and by
// the pictures in tests/browser/snapshots.
import type { GlyphRenderer } from "../../src/generated/models"
import type { Axes } from "../../src/painters/data"
import { RendererView } from "../../src/painters/renderer"
import type { Canvas2D, View } from "../../src/painters/types"
import { factor_map } from "../../src/scales/factors"
import { linear_scale, log_scale, type Scale } from "../../src/scales/scale"
import { Document } from "../../src/store/document"
import { Model } from "../../src/store/model"

/** `{"$new": [kind, fields]}` anywhere in a value makes a model, `{"$array": [shape, numbers]}` an array of rank two or more. */
export interface Case {
  size: [width: number, height: number]
  ratio?: number
  x: Side
  y: Side
  renderers: RendererCase[]
  hover?: number[]
}

/** Ends of an axis; with factors, numbers are synthetic positions. */
export interface Side { ends?: [number, number]; log?: boolean; factors?: (string | string[])[] }

export interface RendererCase {
  glyph: [kind: string, fields: Record<string, unknown>]
  data: Record<string, unknown>
  selected?: number[]
  fields?: Record<string, unknown>
}

export interface Stage { document: Document; view: View; renderers: RendererView[]; axes: Axes }

/** `never` is a schedule for documents whose commits nobody waits for. */
const never = (): void => undefined

export function set_stage(what: Case): Stage {
  const document = new Document(never)
  const [width, height] = what.size
  const axes: Axes = { x: axis(document, what.x), y: axis(document, what.y) }
  const view: View = {
    x: scale_of(what.x, 0, width), y: scale_of(what.y, height, 0),
    frame: { x: 0, y: 0, width, height }, ratio: what.ratio ?? 1,
  }
  return { document, axes, view, renderers: what.renderers.map((one) => new RendererView(renderer(document, one), axes)) }
}

export function draw_stage(ctx: Canvas2D, { view, renderers }: Stage, hover: number[] = []): void {
  for (const one of renderers) one.draw(ctx, view)
  for (const one of renderers) one.draw_hover(ctx, view, hover)
}

export function renderer(document: Document, { glyph, data, selected, fields }: RendererCase): GlyphRenderer {
  const make = (value: unknown): unknown => from_json(document, value)
  const selection = document.create("Selection", { indices: selected ?? [] })
  const source = document.create("ColumnDataSource", { selected: selection })
  ;(source as Model & { data: unknown }).data = make(data)
  return document.create("GlyphRenderer", {
    data_source: source, glyph: make({ $new: glyph }), ...(make(fields ?? {}) as Record<string, unknown>),
  }) as unknown as GlyphRenderer
}

export function from_json(document: Document, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => from_json(document, one))
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || value instanceof Model) return value
  const { $new: made, $array: array } = value as { $new?: [string, Record<string, unknown>]; $array?: [number[], number[]] }
  if (array !== undefined) return Object.assign(Float64Array.from(array[1]), { shape: array[0] })
  const fields = Object.fromEntries(
    Object.entries(made === undefined ? value : made[1]).map(([name, one]) => [name, from_json(document, one)]))
  return made === undefined ? fields : document.create(made[0], fields)
}

function axis(document: Document, { factors, log, ends }: Side): Axes["x"] {
  const range = factors === undefined
    ? document.create("Range1d", { start: ends?.[0] ?? 0, end: ends?.[1] ?? 1 })
    : document.create("FactorRange", { factors })
  return { range: range as unknown as Axes["x"]["range"], log: log === true }
}

function scale_of({ factors, log, ends }: Side, px0: number, px1: number): Scale {
  const map = factors === undefined ? null : factor_map({ factors })
  const [start, end] = ends ?? (map === null ? [0, 1] : [map.start, map.end])
  return log === true ? log_scale(start, end, px0, px1) : linear_scale(start, end, px0, px1, map)
}
