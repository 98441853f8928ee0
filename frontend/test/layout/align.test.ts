import { describe, expect, it } from "vitest"
import { aligned, same_insets } from "../../src/layout/align"
import type { Insets } from "../../src/layout/figure_layout"

const insets = (top: number, right: number, bottom: number, left: number): Insets => ({ top, right, bottom, left })
const box = (x: number, y: number, width = 300, height = 200) => ({ x, y, width, height })

describe("borders of neighbours", () => {
  it("above one another share left and right", () => {
    const [a, b] = aligned([{ box: box(0, 0), natural: insets(20, 5, 30, 40) }, { box: box(0.3, 200), natural: insets(5, 15, 20, 70) }])
    expect(a).toEqual(insets(20, 15, 30, 70))
    expect(b).toEqual(insets(5, 15, 20, 70))
  })
  it("side by side share top and bottom", () => {
    const [a, b] = aligned([{ box: box(0, 0), natural: insets(20, 5, 30, 40) }, { box: box(300, 0), natural: insets(5, 15, 60, 70) }])
    expect([a.top, a.bottom, a.left]).toEqual([20, 60, 40])
    expect([b.top, b.bottom, b.left]).toEqual([20, 60, 70])
  })
  it("of other sizes or places are left alone", () => {
    const alone = insets(1, 2, 3, 4)
    const found = aligned([{ box: box(0, 0), natural: alone }, { box: box(0, 200, 400, 100), natural: insets(9, 9, 9, 9) }])
    expect(same_insets(found[0], alone)).toBe(true)
  })
})
