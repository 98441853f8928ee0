import { beforeEach, describe, expect, it, vi } from "vitest"
import type { DataRange1d, FactorRange, Range1d } from "../../src/generated/models"
import { follows_its_data, RangeKeeper, type RangeUse } from "../../src/painters/auto_ranges"
import type { Extent } from "../../src/painters/extent"
import { Outbox } from "../../src/painters/outbox"
import type { RendererView } from "../../src/painters/renderer"
import { Document } from "../../src/store/document"

function make(fields: Record<string, unknown> = {}) {
  const document = new Document(() => {})
  const writes: [string, string, unknown][] = []
  document.uplink = { write: (batch) => writes.push(...batch), event: () => 0 }
  const range = document.add_model("r", "DataRange1d")
  for (const [field, value] of Object.entries(fields)) range.put(field, value)
  const keeper = new RangeKeeper(new Outbox(document))
  const show = (...extents: Extent[]) => {
    const renderers = extents.map((x, i) => ({ model: { visible: i === 0 }, is_ready: true, bounds: () => ({ x, y: [0, 1] }) }) as unknown as RendererView)
    const use: RangeUse = { range: range as unknown as DataRange1d, dim: "x", log: false, renderers }
    keeper.update([use])
  }
  return { document, writes, keeper, show, range: range as unknown as DataRange1d & { put(field: string, value: unknown): boolean } }
}

const ends = (range: { start: number; end: number }) => [range.start, range.end]

beforeEach(() => void vi.useFakeTimers())

describe("a range that follows its data", () => {
  it("covers all renderers, and moves with them", () => {
    const { range, show } = make()
    show([0, 10], [5, 20])
    expect(ends(range)).toEqual([-1, 21])
    show([0, 100])
    expect(ends(range)).toEqual([-5, 105])
  })
  it("leaves hidden renderers out where asked, and the rest alone where there is no data", () => {
    const { range, show } = make({ only_visible: true })
    show([0, 10], [5, 20])
    expect(ends(range)).toEqual([-0.5, 10.5])
    show([Infinity, -Infinity])
    expect(ends(range)).toEqual([-0.5, 10.5])
  })
  it("keeps an end that the app gave, also when it is reset", () => {
    const { range, show, keeper } = make({ start: 2 })
    show([0, 10])
    expect(ends(range)).toEqual([2, 10.4])
    expect(range.computed).toEqual([NaN, 10.4])
    keeper.move(range, [3, 4], false)
    show([0, 50])
    expect(ends(range)).toEqual([3, 4])
    keeper.reset(range)
    show([0, 50])
    expect(ends(range)).toEqual([2, 52.4])
  })
  it.each<[object, number[]]>([
    [{ start: -10 }, [-10, 11]],
    [{ end: 4 }, [-0.2, 4]],
    [{ start: 20, flipped: true }, [20, -1]],
    [{ start: 12 }, [12, 10.5]],
  ])("given %j pads all that it shows", (given, expected) => {
    const { range, show } = make({ ...given })
    show([0, 10])
    expect(ends(range).map((end) => Number(end.toFixed(9)))).toEqual(expected)
  })
  it("stays where a person moved it, until the reset", () => {
    const { range, show, keeper } = make()
    show([0, 10])
    expect(follows_its_data(range)).toBe(true)
    keeper.move(range, [100, 110], true)
    show([0, 20])
    expect([ends(range), follows_its_data(range)]).toEqual([[100, 110], false])
    keeper.reset(range)
    show([0, 20])
    expect(ends(range)).toEqual([-1, 21])
  })
  it("sends its ends once they have settled", () => {
    const { writes, show } = make()
    for (let n = 1; n < 20; n++) {
      show([0, n * 10])
      vi.advanceTimersByTime(50)
    }
    expect(writes).toEqual([])
    vi.advanceTimersByTime(400)
    return Promise.resolve().then(() => {
      expect(writes).toEqual([["r", "start", -9.5], ["r", "end", 199.5], ["r", "computed", [-9.5, 199.5]]])
    })
  })
  it("sends them every two seconds while data streams on", async () => {
    const { writes, show } = make()
    for (let n = 1; n < 100; n++) {
      show([0, n])
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(writes.filter(([, field]) => field === "end").length).toBe(2)
  })
})

describe("gestures", () => {
  it("remember where a plain range came from", () => {
    const { document, keeper } = make()
    const plain = document.create("Range1d", { start: 0, end: 10 }) as unknown as Range1d
    keeper.move(plain, [5, 15], true)
    expect([...ends(plain), plain.reset_start, plain.reset_end]).toEqual([5, 15, 0, 10])
    keeper.reset(plain)
    expect(ends(plain)).toEqual([0, 10])
  })
  it("keep to bounds, automatic ones too", () => {
    const { keeper, range, show } = make({ bounds: "auto" })
    show([0, 10])
    keeper.move(range, [5, 16], true)
    expect(ends(range)).toEqual([-0.5, 10.5])
    keeper.move(range, [9, 12], true)
    expect(ends(range)).toEqual([7.5, 10.5])
  })
  it("show all factors again", () => {
    const { document, keeper } = make()
    const factors = document.create("FactorRange", { factors: ["a", "b"], bounds: "auto" }) as unknown as FactorRange
    keeper.move(factors, [-1, 1], true)
    expect(ends(factors)).toEqual([0, 2])
    keeper.move(factors, [0.5, 1], false)
    keeper.reset(factors)
    expect(ends(factors)).toEqual([0, 0])
  })
  it("ignore views that are none", () => {
    const { keeper, range, show } = make()
    show([0, 10])
    keeper.move(range, [NaN, 3], false)
    keeper.move(range, [3, 3], false)
    expect(ends(range)).toEqual([-0.5, 10.5])
  })
})
