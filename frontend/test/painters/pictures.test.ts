import fc from "fast-check"
import { beforeEach, describe, expect, test } from "vitest"
import type { AnyMapper } from "../../src/painters/mappers"
import { Pictures } from "../../src/painters/pictures"
import { Column } from "../../src/store/columns"
import { Document } from "../../src/store/document"
import type { NDArray } from "../../src/protocol/values"
import { PixelCanvas } from "./pixels"

const document = new Document(() => undefined)
const mapper = (fields: Record<string, unknown> = {}, kind = "LinearColorMapper"): AnyMapper =>
  document.create(kind, { palette: ["#000000", "#555555", "#aaaaaa", "#ffffff"], nan_color: "#0000ff", ...fields }) as unknown as AnyMapper
const fixed = (): AnyMapper => mapper({ low: 0, high: 4 })

const matrix = (height: number, width: number, value: (k: number) => number): NDArray =>
  Object.assign(Float32Array.from({ length: height * width }, (_, k) => value(k)), { shape: [height, width] })
const copied = (picture: NDArray): NDArray => Object.assign(picture.slice(), { shape: picture.shape })
const row = (width: number, value: number): NDArray => matrix(1, width, (k) => (value + k) % 4)

/** The colours of every picture, null where there is none. */
function seen(pictures: Pictures, column: Column): (number[] | null)[] {
  return Array.from({ length: column.length }, (_, i) => {
    const page = pictures.page_of(pictures.first + i)
    return page === null ? null : (page.canvas as unknown as PixelCanvas).read(page.area(pictures.first + i, 1))
  })
}

beforeEach(() => PixelCanvas.reset())

describe("what is coloured again", () => {
  test("an append colours the new rows only, and makes no canvas once the column is full", () => {
    const column = new Column()
    const [pictures, colors] = [new Pictures(), fixed()]
    const turn = (t: number): void => {
      column.append([row(100, t)], 50)
      pictures.update(column, colors)
    }
    for (let t = 0; t < 6000; t++) turn(t)
    PixelCanvas.reset()
    for (let t = 0; t < 6000; t++) turn(t)
    expect([PixelCanvas.put, PixelCanvas.made]).toEqual([600_000, 0])
  })

  test("cells written within an image colour the lines that they lie in", () => {
    const column = new Column([matrix(100, 30, () => 1), matrix(100, 30, () => 2)])
    const [pictures, colors] = [new Pictures(), fixed()]
    pictures.update(column, colors)
    PixelCanvas.reset()
    column.patch([[[1, [[10, 12, null], 5]], 3]])
    pictures.update(column, colors)
    expect([PixelCanvas.put, PixelCanvas.made]).toEqual([60, 0])
  })

  test("a span taken from the column colours all when it moves, and only then", () => {
    const column = new Column([row(10, 0), row(10, 1)])
    const [pictures, colors] = [new Pictures(), mapper()]
    const puts = [[row(10, 2)], [matrix(1, 10, () => 9)], [matrix(1, 10, () => 9)]].map((rows) => {
      pictures.update(column, colors)
      PixelCanvas.reset()
      column.append(rows)
      pictures.update(column, colors)
      return PixelCanvas.put
    })
    expect(puts).toEqual([10, 40, 10])
    column.append([row(10, 0)], 1)
    pictures.update(column, colors)
    expect(seen(pictures, column)).toEqual(seen(new Pictures().update(column, mapper()), column))
  })

  test("a change of the mapper colours all, on the same canvases", () => {
    const column = new Column([row(10, 0), row(10, 1)])
    const [pictures, colors] = [new Pictures(), fixed()]
    pictures.update(column, colors)
    PixelCanvas.reset()
    ;(colors as unknown as { set(name: string, value: unknown): void }).set("high", 2)
    pictures.update(column, colors)
    expect([PixelCanvas.put, PixelCanvas.made]).toEqual([20, 0])
  })

  test("a column in place of another is drawn on its canvas", () => {
    const [pictures, colors] = [new Pictures(), fixed()]
    for (let t = 0; t < 5; t++) pictures.update(new Column([matrix(40, 40, (k) => k % 4)]), colors)
    expect(PixelCanvas.made).toBe(1)
  })
})

test("many thin pictures share few canvases", () => {
  const column = new Column(Array.from({ length: 512 }, (_, t) => row(1024, t)))
  new Pictures().update(column, fixed())
  expect(PixelCanvas.made).toBe(2)
})

test("tall pictures lie side by side", () => {
  const column = new Column([0, 1, 2].map((t) => matrix(5, 1, (k) => (t + k) % 4)))
  const pictures = new Pictures().update(column, fixed())
  const page = pictures.page_of(0)!
  expect([page.area(1, 2), page.canvas.width, page.canvas.height]).toEqual([[1, 0, 2, 5], 3, 5])
})

test("rows without numbers of a picture have none", () => {
  const column = new Column([matrix(2, 2, () => 1), "no picture", [], [[1, 2], [3, null]], [0, 1]])
  const pictures = new Pictures().update(column, fixed())
  expect(seen(pictures, column).map((one) => one?.length ?? 0)).toEqual([4, 0, 0, 4, 2])
  expect(pictures.page_of(5)).toBeNull()
})

const shape = fc.constantFrom([1, 3], [2, 3], [3, 1], [0, 0], [2, 20])
const picture = fc.tuple(shape, fc.array(fc.integer({ min: -1, max: 6 }), { minLength: 6, maxLength: 6 }))
  .map(([[height, width], values]) => matrix(height, width, (k) => values[k % 6]))
const step = fc.oneof(
  fc.record({ append: fc.array(picture, { maxLength: 5 }), rollover: fc.option(fc.integer({ min: 1, max: 9 })) }),
  fc.record({ at: fc.nat(20), picture }),
  fc.record({ at: fc.nat(20), cell: fc.nat(40), value: fc.integer({ min: -1, max: 6 }) }),
  fc.constant("look" as const),
)

test.each([
  ["a fixed span", () => mapper({ low: 0, high: 4, low_color: "#ff0000" })],
  ["a span of the column", () => mapper()],
  ["half a span", () => mapper({ high: 3 })],
  ["logarithms", () => mapper({}, "LogColorMapper")],
  ["factors", () => mapper({ factors: [1, 2, 3] }, "CategoricalColorMapper")],
])("%s: whatever happens to a column, its pictures are those of its rows", (_name, make) => {
  fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    const column = new Column([])
    const [pictures, colors] = [new Pictures(), make()]
    for (const one of steps) {
      if (one === "look") pictures.update(column, colors)
      else if ("append" in one) column.append(one.append.map(copied), one.rollover)
      else if (column.length > 0) {
        const at = one.at % column.length
        const cells = column.at(at) as NDArray
        if ("picture" in one) column.patch([[at, copied(one.picture)]])
        else if (cells.length > 0) column.patch([[[at, [Math.floor((one.cell % cells.length) / cells.shape![1]), one.cell % cells.shape![1]]], one.value]])
      }
    }
    pictures.update(column, colors)
    expect(seen(pictures, column)).toEqual(seen(new Pictures().update(column, colors), column))
  }))
})
