import type { VBar } from "../generated/models"
import { box_painter } from "./draw_boxes"

export const vbar = box_painter<VBar>({
  x: { kind: "middle", at: "x", length: "width" },
  y: { kind: "pair", low: "bottom", high: "top" },
})
