import { expect, test } from "vitest"
import { fetch_all } from "../../src/store/parts"
import "../../src/painters"
import { GLYPHS } from "../../src/painters"
import type { GlyphPainter } from "../../src/painters/types"
import { RendererView } from "../../src/painters/renderer"
import type { Model } from "../../src/store/model"
import { from_json, set_stage, type Case, type Stage } from "./stage"

await fetch_all()

const points = { x: [0, 1, 2, 3], y: [0, 1, 2, 3] }
const stage = (one: Partial<Case["renderers"][0]>, more: Partial<Case> = {}): Stage =>
  set_stage({ size: [100, 100], x: { ends: [0, 10] }, y: { ends: [0, 10] }, renderers: [{ glyph: ["Scatter", {}], data: points, ...one }], ...more })

/** What is drawn, as [alpha of the fill, rows]. */
function drawn({ renderers, view }: Stage): [number, number[] | null][] {
  const calls: [number, number[] | null][] = []
  const scatter = GLYPHS.Scatter as unknown as { -readonly [K in keyof GlyphPainter<never>]: GlyphPainter<never>[K] }
  const { draw } = scatter
  scatter.draw = (_ctx, data, _glyph, _view, rows) => {
    calls.push([data.coded<number>("fill_alpha").table[0], rows === null ? null : [...rows]])
  }
  renderers[0].draw(null as never, view)
  renderers[0].draw_hover(null as never, view, [2, 0])
  scatter.draw = draw
  return calls
}

test("nothing selected: all rows as they are", () => {
  expect(drawn(stage({}))).toEqual([[1, null]])
})

test("selected rows stand out from faint ones", () => {
  expect(drawn(stage({ selected: [3, 1, 99] }))).toEqual([[0.1, [0, 2]], [1, [1, 3]]])
})

test("looks of their own for selected, other, muted and hovered rows", () => {
  const glyph = (alpha: number): unknown => ({ $new: ["Scatter", { fill_alpha: { value: alpha } }] })
  const fields = { selection_glyph: glyph(0.9), nonselection_glyph: glyph(0.3), hover_glyph: glyph(0.7), muted_glyph: glyph(0.4) }
  expect(drawn(stage({ selected: [1], fields }))).toEqual([[0.3, [0, 2, 3]], [0.9, [1]], [0.7, [0, 2]]])
  expect(drawn(stage({ fields: { ...fields, muted: true, hover_glyph: null } }))).toEqual([[0.4, null]])
  expect(drawn(stage({ fields: { muted: true } }))).toEqual([[0.2, null]])
})

test("None means the glyph itself", () => {
  expect(drawn(stage({ selected: [0], fields: { nonselection_glyph: null } }))).toEqual([[1, [1, 2, 3]], [1, [0]]])
})

test("rows that the view hides are neither drawn nor hit", () => {
  const view = { $new: ["CDSView", { filter: { $new: ["IndexFilter", { indices: [0, 2] }] } }] }
  const hidden = stage({ fields: { view }, selected: [1, 2] })
  expect(drawn(hidden)).toEqual([[0.1, [0]], [1, [2]]])
  const everything = { kind: "rect", x0: -10, y0: -10, x1: 110, y1: 110 } as const
  expect(hidden.renderers[0].hit(hidden.view, everything).map((hit) => hit.index)).toEqual([0, 2])
})

test("an invisible renderer is not hit", () => {
  const { renderers, view } = stage({ fields: { visible: false } })
  expect(renderers[0].hit(view, { kind: "point", sx: 0, sy: 100 })).toEqual([])
})

test("a change of anything that is drawn from is noticed", () => {
  const transform = { $new: ["LinearColorMapper", { palette: ["red"] }] }
  const { renderers: [renderer], document } = stage({ glyph: ["Scatter", { fill_color: { field: "x", transform } }] })
  const touched = (model: unknown): boolean => renderer.is_touched(new Map([[model as Model, new Set(["x"])]]))
  const { glyph, data_source, view } = renderer.model
  const mapper = (glyph as unknown as { fill_color: { transform: unknown } }).fill_color.transform
  expect([renderer.model, glyph, data_source, data_source.selected, view, view.filter, mapper].map(touched)).toEqual(Array(7).fill(true))
  expect(touched(document.create("Scatter"))).toBe(false)
  const moves = (model: unknown, field: string): boolean => renderer.moves_bounds(new Map([[model as Model, new Set([field])]]))
  expect([moves(data_source, "data"), moves(data_source.selected, "indices"), moves(renderer.model, "muted")]).toEqual([true, false, false])
})

test("another glyph or source takes over", () => {
  const { renderers: [renderer], document } = stage({})
  const model = renderer.model as unknown as Model
  model.set("glyph", from_json(document, { $new: ["VBar", { top: { field: "y" }, width: 2 }] }))
  expect(renderer.bounds()).toEqual({ x: [-1, 4], y: [0, 3] })
  const source = document.create("ColumnDataSource") as Model & { data: unknown }
  source.data = { x: [5], y: [6] }
  model.set("data_source", source)
  expect(renderer.bounds()).toEqual({ x: [4, 6], y: [0, 6] })
})

test("a renderer may be made for axes anew", () => {
  const { renderers: [renderer], axes } = stage({ data: { x: [-1, 5], y: [1, 1] } })
  expect(new RendererView(renderer.model, { ...axes, x: { ...axes.x, log: true } }).bounds().x).toEqual([5, 5])
})
