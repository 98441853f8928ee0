import type { HBar } from "../generated/models"
import { box_painter } from "./draw_boxes"

export const hbar = box_painter<HBar>({
  x: { kind: "pair", low: "left", high: "right" },
  y: { kind: "middle", at: "y", length: "height" },
})
