// Titles beside the frame.
import type { Title } from "../generated/models"
import type { Side } from "../layout/axis_plan"
import type { Box } from "../layout/surface"
import { layout_text, wrap_text, type TextBlock } from "../layout/text"
import type { GuideLooks } from "./guide_looks"
import { measure } from "./guide_text"
import { draw_text_box, sides_of } from "./text_box"
import type { Canvas2D } from "./types"

export interface PlacedTitle { readonly title: Title; readonly side: Side; readonly block: TextBlock; readonly depth: number }

/** Words go to a new line where the title is longer than `room` pixels. */
export function place_title(title: Title, side: Side, room: number, looks: GuideLooks): PlacedTitle {
  const { style } = looks.text(title)
  const padding = sides_of(title.padding)
  const block = room > 0 ? wrap_text(title.text, style, room, measure) : layout_text(title.text, style, measure)
  const shown = title.visible && title.text !== ""
  return { title, side, block, depth: shown ? block.height + padding.top + padding.bottom + title.standoff : 0 }
}

const TURN: Record<Side, number> = { above: 0, below: 0, left: Math.PI / 2, right: -Math.PI / 2 }

/** How far along its side a title of this length begins, from the side's first pixel. */
function start(align: Title["align"], length: number, room: number, offset: number): number {
  if (align === "center") return (room - length) / 2 + offset
  return align === "right" ? room - length - offset : offset
}

/** Draws the title into its panel's box, with its standoff towards the frame. */
export function draw_title(ctx: Canvas2D, placed: PlacedTitle, box: Box, looks: GuideLooks): void {
  const { title, side, block, depth } = placed
  if (depth === 0) return
  const padding = sides_of(title.padding)
  const length = block.width + padding.left + padding.right
  const height = block.height + padding.top + padding.bottom
  const level = side === "above" || side === "below"
  const along = start(title.align, length, level ? box.width : box.height, title.offset) + length / 2
  const near = title.standoff + height / 2
  const across = side === "above" ? box.y + box.height - near : side === "below" ? box.y + near : side === "left" ? box.x + box.width - near : box.x + near
  const [x, y] = level ? [box.x + along, across] : [across, side === "left" ? box.y + box.height - along : box.y + along]
  draw_text_box(ctx, title, block, looks, x, y, TURN[side], true)
}
