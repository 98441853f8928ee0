// A block of text with the box around it: padding, fill, border, rounded corners.
import type { ModelBase } from "../generated/models"
import type { TextBlock } from "../layout/text"
import type { GuideLooks } from "./guide_looks"
import { draw_block } from "./guide_text"
import type { Canvas2D } from "./types"
import { set_fill, set_line } from "./visuals"

export interface Sides { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }

const as_object = (value: unknown): object => (value instanceof Map ? Object.fromEntries(value as Map<string, unknown>) : (value as object | null) ?? {})

/** One number, (vertical, horizontal), (top, right, bottom, left) or named sides. */
export function sides_of(value: unknown): Sides {
  if (typeof value === "number") return { top: value, right: value, bottom: value, left: value }
  if (Array.isArray(value)) {
    const [top, right, bottom = top, left = right] = value as number[]
    return { top, right, bottom, left }
  }
  return { top: 0, right: 0, bottom: 0, left: 0, ...as_object(value) }
}

const CORNERS = ["top_left", "top_right", "bottom_right", "bottom_left"]

/** Corner radii as `roundRect` takes them. */
export function radii_of(value: unknown): number | number[] {
  if (typeof value === "number") return value
  if (Array.isArray(value)) return value as number[]
  const named = as_object(value) as Record<string, number>
  return CORNERS.map((corner) => named[corner] ?? 0)
}

/** Fills and strokes a rounded rectangle with a model's `background_fill_*` and `border_line_*`. */
export function draw_panel(ctx: Canvas2D, model: ModelBase, looks: GuideLooks, x: number, y: number, width: number, height: number): void {
  const [fill, line] = [looks.fill(model, "background"), looks.line(model, "border")]
  if (fill === null && line === null) return
  ctx.save()
  ctx.beginPath()
  ctx.roundRect(x, y, width, height, radii_of(looks.get(model, "border_radius")))
  if (fill !== null) {
    set_fill(ctx, fill)
    ctx.fill()
  }
  if (line !== null) {
    set_line(ctx, line)
    ctx.stroke()
  }
  ctx.restore()
}

/** Offset of the box's middle from the point that `align` and `baseline` hold on to. */
function hold(align: string, baseline: string, width: number, height: number, ascent: number): [number, number] {
  const x = align === "left" ? width / 2 : align === "right" ? -width / 2 : 0
  if (baseline === "top" || baseline === "hanging") return [x, height / 2]
  if (baseline === "middle") return [x, 0]
  return [x, baseline === "alphabetic" ? height / 2 - ascent : -height / 2]
}

/** Draws the text of a Label or Title held at (x, y) by its align and baseline, or by its middle, and turned anticlockwise around that point. */
export function draw_text_box(
  ctx: Canvas2D, model: ModelBase, block: TextBlock, looks: GuideLooks, x: number, y: number, angle: number, by_middle = false,
): void {
  const look = looks.text(model)
  const padding = sides_of(looks.get(model, "padding"))
  const [width, height] = [block.width + padding.left + padding.right, block.height + padding.top + padding.bottom]
  const [dx, dy] = by_middle ? [0, 0] : hold(look.align, look.baseline, width, height, (block.style.size * (block.style.line_height + 0.7)) / 2)
  ctx.save()
  if (angle !== 0) {
    ctx.translate(x, y)
    ctx.rotate(-angle)
  }
  const [left, top] = angle === 0 ? [x + dx, y + dy] : [dx, dy]
  draw_panel(ctx, model, looks, left - width / 2, top - height / 2, width, height)
  draw_block(ctx, block, look, left + (padding.left - padding.right) / 2, top + (padding.top - padding.bottom) / 2)
  ctx.restore()
}
