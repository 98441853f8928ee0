import { describe, expect, test } from "vitest"
import { Page } from "../../src/painters/pictures"
import { Tiles, type Ends, type Tile } from "../../src/painters/tiles"
import { PixelCanvas } from "./pixels"
import { recorder } from "./recorder"

function page(start: number, count: number, width = 8, height = 1): Page {
  const made = new Page(start, width, height, new PixelCanvas(width, height * count) as unknown as OffscreenCanvas)
  made.count = count
  return made
}

interface Piece { source: unknown[]; left: number; right: number; top: number; bottom: number }

/** What is drawn: the part of a canvas, and where its first and last pixels come to lie. */
function drawn(tiles: Tile[], { ratio = 1, dilate = false } = {}): Piece[] {
  const { ctx, calls } = recorder()
  const all = new Tiles(ctx, ratio, dilate)
  for (const tile of tiles) all.add(tile)
  all.flush()
  const pieces: Piece[] = []
  let [x, y, sx, sy] = [0, 0, 1, 1]
  for (const [name, ...args] of calls) {
    if (name === "translate") [x, y] = args as number[]
    if (name === "scale") [sx, sy] = args as number[]
    if (name !== "drawImage") continue
    const source = args.slice(1, 5) as number[]
    pieces.push({ source, left: x, right: x + sx * source[2], top: y, bottom: y + sy * source[3] })
  }
  return pieces
}

/** Rows of a pile that grows upwards, as an image with its origin below has them. */
const pile = (pages: Page[], height = 2.3, x: Ends = [10, 110], alpha = 1): Tile[] => pages.flatMap((one) =>
  Array.from({ length: one.count }, (_, k) => {
    const row = one.start + k
    return { page: one, row, x, y: [400 - row * height, 400 - (row + 1) * height] as Ends, alpha }
  }))

test("rows that touch are drawn as one picture", () => {
  const [piece, ...more] = drawn(pile([page(0, 20)]))
  expect(more).toEqual([])
  expect(piece.source).toEqual([0, 0, 8, 20])
  expect([piece.left, piece.right, piece.top, piece.bottom]).toEqual([10, 110, 400, expect.closeTo(354)])
})

test("where a run goes over to another canvas, the seam lies between pixels of the screen", () => {
  const [below, above] = drawn(pile([page(0, 7), page(7, 5)]), { ratio: 2 })
  expect(below.source).toEqual([0, 0, 8, 7])
  expect(above.source).toEqual([0, 0, 8, 5])
  expect([below.bottom, above.top]).toEqual([384, 384])
  expect(above.bottom).toBeCloseTo(400 - 12 * 2.3)
})

describe("a run ends", () => {
  const tiles = pile([page(0, 4)])
  const changed = (changes: Partial<Tile>): number => drawn(tiles.map((tile, i) => (i === 2 ? { ...tile, ...changes } : tile))).length
  test.each([
    ["at a gap", { y: [394.5, 392] as Ends }, 3],
    ["at another height", { y: [395.4, 390] as Ends }, 3],
    ["at another width", { x: [10, 111] as Ends }, 3],
    ["at another opacity", { alpha: 0.5 }, 3],
    ["not at what nobody sees", { y: [395.3, 393.2] as Ends, x: [10.1, 110] as Ends }, 1],
  ])("%s", (_name, changes, count) => expect(changed(changes)).toBe(count))

  test("where rows are left out", () => expect(drawn(tiles.filter((_, i) => i !== 2))).toHaveLength(2))
  test("where a picture has another size", () =>
    expect(drawn([...pile([page(0, 3)]), ...pile([page(3, 2, 9)])])).toHaveLength(2))
})

test("rows one pixel thin are drawn as one picture either way, thicker ones only in the array's own order", () => {
  const down = (height: number): Tile[] => pile([page(0, 5, 8, height)]).map((tile) => ({ ...tile, y: [tile.y[1], tile.y[0]] }))
  const [piece, ...more] = drawn(down(1))
  expect(more).toEqual([])
  expect([piece.top, piece.bottom]).toEqual([400, expect.closeTo(388.5)])
  expect(drawn(down(2))).toHaveLength(5)
})

test("a run is dilated as a whole", () => {
  const [piece, ...more] = drawn(pile([page(0, 5)], 2.3, [10.4, 110.2]), { dilate: true })
  expect(more).toEqual([])
  expect([piece.left, piece.right, piece.top, piece.bottom]).toEqual([10, 111, 400, 388])
})

test("what has no place is not drawn", () => {
  const tiles = pile([page(0, 3)])
  expect(drawn([{ ...tiles[0], x: [NaN, 1] }])).toEqual([])
})
