// The figure itself as a box: its borders, fills and outline, and what of its fields the layout needs.
import type { Figure, ModelBase } from "../generated/models"
import type { FigureInputs, Insets } from "../layout/figure_layout"
import type { Side } from "../layout/axis_plan"
import type { Box } from "../layout/surface"
import type { Model } from "../store/model"
import type { GuideLooks } from "./guide_looks"
import { snapped } from "./guide_text"
import type { Items } from "./panels"
import type { Canvas2D } from "./types"
import { set_fill, set_line } from "./visuals"

/** Air outside the labels of a side whose border the app left alone. */
const AIR = 6

function air_beside(figure: Figure): Insets {
  const was_set = (field: string): boolean => (figure as unknown as Model).has(field)
  const of = (side: string): number => (was_set("min_border") || was_set(`min_border_${side}`) ? 0 : AIR)
  return { top: of("top"), right: of("right"), bottom: of("bottom"), left: of("left") }
}

function min_borders(figure: Figure, looks: GuideLooks): Insets {
  const border = looks.get<number | null>(figure, "min_border") ?? 0
  const of = (side: string): number => looks.get<number | null>(figure, `min_border_${side}`) ?? border
  return { top: of("top"), right: of("right"), bottom: of("bottom"), left: of("left") }
}

/** A title that is outermost leaves room beside it; an axis does not. */
const shares_row = (items: Items, side: Side): boolean =>
  (side === "above" || side === "below") && items[side][items[side].length - 1]?.title !== undefined

/** What the layout of a figure of this outer size starts from; `toolbar_depth` is 0 where there is none beside it. */
export function figure_inputs(figure: Figure, items: Items, width: number, height: number, toolbar_depth: number, least: Insets, looks: GuideLooks): FigureInputs {
  const side = figure.toolbar_location as Side | null
  const panels = (of: Side): FigureInputs["sides"][Side] => items[of].map(({ panel }) => panel)
  return {
    width, height, least, min_border: min_borders(figure, looks), air: air_beside(figure),
    sides: { above: panels("above"), below: panels("below"), left: panels("left"), right: panels("right") },
    toolbar: side === null || toolbar_depth === 0 ? null : { side, depth: toolbar_depth, shared: shares_row(items, side) },
    frame_width: figure.frame_width, frame_height: figure.frame_height,
  }
}

function fill(ctx: Canvas2D, model: ModelBase, prefix: string, { x, y, width, height }: Box, looks: GuideLooks): void {
  const look = looks.fill(model, prefix)
  if (look === null) return
  ctx.save()
  set_fill(ctx, look)
  ctx.fillRect(x, y, width, height)
  ctx.restore()
}

function stroke(ctx: Canvas2D, model: ModelBase, prefix: string, { x, y, width, height }: Box, inset: number, looks: GuideLooks, ratio: number): void {
  const look = looks.line(model, prefix)
  if (look === null) return
  const [left, top] = [snapped(x + inset, look.width, ratio), snapped(y + inset, look.width, ratio)]
  const [right, bottom] = [snapped(x + width - inset, look.width, ratio), snapped(y + height - inset, look.width, ratio)]
  ctx.save()
  set_line(ctx, look)
  ctx.strokeRect(left, top, right - left, bottom - top)
  ctx.restore()
}

/** The fills below everything: the whole figure's, then the frame's. */
export function draw_surface(ctx: Canvas2D, figure: Figure, whole: Box, frame: Box, looks: GuideLooks, ratio: number): void {
  fill(ctx, figure, "border", whole, looks)
  stroke(ctx, figure, "border", whole, (looks.line(figure, "border")?.width ?? 1) / 2, looks, ratio)
  fill(ctx, figure, "background", frame, looks)
}

export const draw_outline = (ctx: Canvas2D, figure: Figure, frame: Box, looks: GuideLooks, ratio: number): void =>
  stroke(ctx, figure, "outline", frame, 0, looks, ratio)
