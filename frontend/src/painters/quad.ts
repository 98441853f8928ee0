import type { Quad } from "../generated/models"
import { box_painter } from "./draw_boxes"

export const quad = box_painter<Quad>({
  x: { kind: "pair", low: "left", high: "right" },
  y: { kind: "pair", low: "bottom", high: "top" },
})
