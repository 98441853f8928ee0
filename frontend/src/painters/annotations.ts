// Labels, spans and boxes on top of the data (or below it, by their level).
import type { Annotation, BoxAnnotation, Label, Span } from "../generated/models"
import { layout_text } from "../layout/text"
import type { Scale } from "../scales/scale"
import type { GuideLooks } from "./guide_looks"
import { measure, snapped } from "./guide_text"
import { draw_text_box, radii_of } from "./text_box"
import type { Canvas2D, View } from "./types"
import { set_fill, set_line } from "./visuals"

/** "data": along the scale; "screen": pixels from the frame's lower left; "canvas": from the figure's. */
type Units = "data" | "screen" | "canvas"

/** What annotations measure against. */
export interface Ground {
  readonly view: View
  /** Size of the figure. */
  readonly width: number
  readonly height: number
}

/** Numbers, and factors at their places; NaN for what a scale does not know. */
const to_number = (value: unknown, scale: Scale): number => scale.factors?.position(value) ?? (typeof value === "number" ? value : NaN)

function x_of(value: unknown, units: Units, { view }: Ground): number {
  if (units === "data") return view.x.to_screen(to_number(value, view.x))
  return Number(value) + (units === "screen" ? view.frame.x : 0)
}

function y_of(value: unknown, units: Units, { view, height }: Ground): number {
  if (units === "data") return view.y.to_screen(to_number(value, view.y))
  return (units === "screen" ? view.frame.y + view.frame.height : height) - Number(value)
}

const TURN: Record<string, number> = { rad: 1, deg: Math.PI / 180, grad: Math.PI / 200, turn: 2 * Math.PI }

function draw_label(ctx: Canvas2D, label: Label, ground: Ground, looks: GuideLooks): void {
  const x = x_of(label.x, label.x_units, ground) + label.x_offset
  const y = y_of(label.y, label.y_units, ground) - label.y_offset
  if (Number.isNaN(x + y) || label.text === "") return
  const turn = label.angle * (TURN[label.angle_units] ?? 1) * (label.direction === "clock" ? -1 : 1)
  draw_text_box(ctx, label, layout_text(label.text, looks.text(label).style, measure), looks, x, y, turn)
}

function draw_span(ctx: Canvas2D, span: Span, ground: Ground, looks: GuideLooks): void {
  const look = looks.line(span)
  if (look === null || span.location === null) return
  const { frame, ratio } = ground.view
  const level = span.dimension === "width"
  const at = (level ? y_of : x_of)(span.location, span.location_units, ground)
  if (!Number.isFinite(at)) return
  const fixed = snapped(at, look.width, ratio)
  ctx.save()
  set_line(ctx, look)
  ctx.beginPath()
  ctx.moveTo(level ? frame.x : fixed, level ? fixed : frame.y)
  ctx.lineTo(level ? frame.x + frame.width : fixed, level ? fixed : frame.y + frame.height)
  ctx.stroke()
  ctx.restore()
}

/** Pixels of the box: [left, top, right, bottom]; a side that is open lies at the frame's edge. */
function edges(box: BoxAnnotation, ground: Ground): [number, number, number, number] {
  const { x, y, width, height } = ground.view.frame
  const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)
  const across = (value: unknown, units: Units, open: number): number =>
    value === null ? open : clamp(x_of(value, units, ground), x - 10, x + width + 10)
  const down = (value: unknown, units: Units, open: number): number =>
    value === null ? open : clamp(y_of(value, units, ground), y - 10, y + height + 10)
  return [
    across(box.left, box.left_units, x), down(box.top, box.top_units, y),
    across(box.right, box.right_units, x + width), down(box.bottom, box.bottom_units, y + height),
  ]
}

function draw_box(ctx: Canvas2D, box: BoxAnnotation, ground: Ground, looks: GuideLooks): void {
  const [left, top, right, bottom] = edges(box, ground)
  if (Number.isNaN(left + top + right + bottom)) return
  const [fill, line] = [looks.fill(box), looks.line(box)]
  ctx.save()
  ctx.beginPath()
  ctx.roundRect(Math.min(left, right), Math.min(top, bottom), Math.abs(right - left), Math.abs(bottom - top), radii_of(box.border_radius))
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

/** Draws an annotation that lies on data; `ctx` is clipped to the frame for spans and boxes by the caller. */
export function draw_annotation(ctx: Canvas2D, annotation: Annotation, ground: Ground, looks: GuideLooks): void {
  if (!annotation.visible) return
  if (annotation.type === "Label") draw_label(ctx, annotation as Label, ground, looks)
  else if (annotation.type === "Span") draw_span(ctx, annotation as Span, ground, looks)
  else if (annotation.type === "BoxAnnotation") draw_box(ctx, annotation as BoxAnnotation, ground, looks)
}

/** Labels in canvas or screen units may stand outside the frame. */
export const stays_in_frame = (annotation: Annotation): boolean =>
  annotation.type !== "Label" || ((annotation as Label).x_units === "data" && (annotation as Label).y_units === "data")

