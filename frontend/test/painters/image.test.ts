import { expect, test } from "vitest"
import { fetch_all } from "../../src/store/parts"
import "../../src/painters"
import type { Canvas2D } from "../../src/painters/types"
import type { ColumnSource } from "../../src/store/source"
import { PixelCanvas } from "./pixels"
import { recorder } from "./recorder"
import { draw_stage, set_stage, type Case, type Stage } from "./stage"

await fetch_all()

const mapper = { $new: ["LinearColorMapper", { palette: ["#000000", "#ffffff"], nan_color: "#0000ff", low: 0, high: 1 }] }

function waterfall(rows: number, fields: Record<string, unknown> = {}, selected: number[] = []): Case {
  const image = Array.from({ length: rows }, (_, t) => Float32Array.from({ length: 16 }, (_, k) => (t + k) % 2))
  const y = image.map((_, t) => t)
  const side = { ends: [0, 16] as [number, number] }
  return {
    size: [160, 160], x: side, y: side,
    renderers: [{ glyph: ["Image", { x: 0, y: { field: "y" }, dw: 16, dh: 1, color_mapper: mapper, ...fields }], data: { image, y }, selected }],
  }
}

function calls(stage: Stage): unknown[][] {
  const { ctx, of } = recorder()
  draw_stage(ctx as Canvas2D, stage)
  return of("drawImage")
}

const source_of = (stage: Stage): ColumnSource => stage.renderers[0].model.data_source as unknown as ColumnSource

test("rows that are lines of numbers are drawn as one picture, however they roll", () => {
  const stage = set_stage(waterfall(16))
  expect(calls(stage)).toHaveLength(1)
  for (let t = 16; t < 20; t++) {
    source_of(stage).stream({ image: [Float32Array.from({ length: 16 }, () => 1)], y: [t] }, 16)
    expect(calls(stage).length).toBeLessThan(4)
  }
})

test("selected rows and the others share their pictures", () => {
  PixelCanvas.reset()
  expect(calls(set_stage(waterfall(6, {}, [2, 3])))).toHaveLength(3)
  expect([PixelCanvas.made, PixelCanvas.put]).toEqual([1, 6 * 16])
})

test("ranges fit what rows cover, and their fit follows them", () => {
  const stage = set_stage(waterfall(4))
  expect(stage.renderers[0].bounds()).toEqual({ x: [0, 16], y: [0, 4] })
  source_of(stage).stream({ image: [new Float32Array(16)], y: [4] }, 3)
  expect(stage.renderers[0].bounds()).toEqual({ x: [0, 16], y: [2, 5] })
  source_of(stage).data = { image: [], y: [] }
  expect(stage.renderers[0].bounds()).toEqual({ x: [Infinity, -Infinity], y: [Infinity, -Infinity] })
})
