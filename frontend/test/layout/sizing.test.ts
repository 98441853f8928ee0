import { describe, expect, it } from "vitest"
import { sizing, type Parent, type Sizable } from "../../src/layout/sizing"

const model = (over: Partial<Sizable>): Sizable => ({
  width: 600, height: 300, min_width: null, min_height: null, max_width: null, max_height: null, margin: null,
  width_policy: "auto", height_policy: "auto", aspect_ratio: null, sizing_mode: null, align: "auto", ...over,
})

/** The properties that say something. */
const css = (over: Partial<Sizable>, parent: Parent): Record<string, string> =>
  Object.fromEntries(Object.entries(sizing(model(over), parent)).filter(([, value]) => value !== ""))

describe("sizes of layout elements", () => {
  it.each<[string, Partial<Sizable>, Parent, Record<string, string>]>([
    ["given sizes are kept", {}, "row", { width: "600px", height: "300px", flex: "0 0 auto", "align-self": "flex-start" }],
    ["no sizes mean the content's", { width: null, height: null }, "column", { flex: "0 0 auto", "align-self": "flex-start" }],
    ["stretch_width grows along a row", { sizing_mode: "stretch_width" }, "row", { width: "auto", height: "300px", flex: "1 1 0px", "align-self": "flex-start" }],
    ["stretch_width fills a column", { sizing_mode: "stretch_width" }, "column", { width: "auto", height: "300px", flex: "0 0 auto", "align-self": "stretch" }],
    ["stretch_both fills both ways", { sizing_mode: "stretch_both" }, "column", { width: "auto", height: "auto", flex: "1 1 0px", "align-self": "stretch" }],
    ["stretch_both fills the page", { sizing_mode: "stretch_both" }, "root", { width: "auto", height: "100%" }],
    ["scale_width keeps the proportions", { sizing_mode: "scale_width" }, "column", { width: "auto", flex: "0 0 auto", "align-self": "stretch", "aspect-ratio": "2" }],
    ["scale_height does so upright", { sizing_mode: "scale_height" }, "row", { height: "auto", flex: "0 0 auto", "align-self": "stretch", "aspect-ratio": "2" }],
    ["an aspect ratio decides the height", { aspect_ratio: 1.5, height: null }, "column", { width: "600px", flex: "0 0 auto", "align-self": "flex-start", "aspect-ratio": "1.5" }],
    ["policies go before modes", { width_policy: "max", sizing_mode: "fixed" }, "row", { width: "auto", height: "300px", flex: "1 1 0px", "align-self": "flex-start" }],
    ["limits and margins", { min_width: 100, max_height: 500, margin: [1, 2, 3, 4] }, "row", { width: "600px", height: "300px", flex: "0 0 auto", "align-self": "flex-start", "min-width": "100px", "max-height": "500px", margin: "1px 2px 3px 4px" }],
    ["alignment across a row is vertical", { align: ["start", "end"] }, "row", { width: "600px", height: "300px", flex: "0 0 auto", "align-self": "flex-end" }],
    ["alignment across a column is horizontal", { align: "center", margin: 5 }, "column", { width: "600px", height: "300px", flex: "0 0 auto", "align-self": "center", margin: "5px" }],
  ])("%s", (_, over, parent, expected) => expect(css(over, parent)).toEqual(expected))
})
