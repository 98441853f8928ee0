import { describe, expect, it } from "vitest"
import { css_font, fit_text, font_pixels, layout_text, turned, type TextStyle } from "../../src/layout/text"

const style: TextStyle = { family: "sans", size: 10, style: "normal", line_height: 1.2 }
/** Every character is half as wide as the font is high. */
const measure = (text: string, font: string): number => (text.length * parseFloat(/([\d.]+)px/.exec(font)![1])) / 2

describe("blocks of text", () => {
  it("have the width of their longest line and a height per line", () => {
    const block = layout_text("one\nthree", style, measure)
    expect([block.width, block.height, block.lines.length]).toEqual([25, 24, 2])
    expect(layout_text("", style, measure)).toMatchObject({ width: 0, height: 0 })
  })
  it("set superscripts as small digits", () => {
    const [line] = layout_text("10⁻²", style, measure).lines
    expect(line.runs).toEqual([{ text: "10", x: 0, raised: false }, { text: "−2", x: 10, raised: true }])
    expect(line.width).toBeCloseTo(17.2)
  })
  it("are cut with an ellipsis where there is no room", () => {
    expect(fit_text("a long name", style, 30, measure).source).toBe("a lon…")
    expect(fit_text("short", style, 30, measure).source).toBe("short")
    expect(fit_text("abc", style, 1, measure).source).toBe("…")
  })
  it("turn", () => {
    expect(turned({ width: 20, height: 10 }, 0)).toEqual({ width: 20, height: 10 })
    const upright = turned({ width: 20, height: 10 }, Math.PI / 2)
    expect([Math.round(upright.width), Math.round(upright.height)]).toEqual([10, 20])
  })
})

it("fonts and sizes are read as CSS does", () => {
  expect(css_font({ ...style, style: "bold italic", weight: 600 })).toBe("italic 600 10px sans")
  expect(["12px", "12pt", "1em", "1.5em", "bad", 11].map(font_pixels)).toEqual([12, 16, 16, 24, 13, 11])
})
