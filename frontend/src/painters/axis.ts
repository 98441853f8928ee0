// Axes: from a model to a plan (layout/axis_plan.ts), and from a plan to the canvas.
import type { Axis, CategoricalAxis } from "../generated/models"
import { plan_axis, type AxisPlan, type AxisSpec, type Orientation, type PlacedText, type Side } from "../layout/axis_plan"
import type { Box } from "../layout/surface"
import type { FormatterLike } from "../scales/tick_format"
import type { TickerLike } from "../scales/ticks"
import type { Scale } from "../scales/scale"
import type { Model } from "../store/model"
import type { GuideLooks, TextLook } from "./guide_looks"
import { draw_blocks, measure, snapped } from "./guide_text"
import type { Canvas2D } from "./types"
import { set_line, type LineLook } from "./visuals"

/** Keeps labels of unequal lengths apart, CSS pixels. */
const LABEL_GAP = 7

/** An axis ready to be drawn: its line lies at `position` (a y for level axes, an x for upright ones). */
export interface PlacedAxis {
  readonly axis: Axis
  readonly side: Side
  readonly plan: AxisPlan
  readonly scale: Scale
}

const was_set = (model: unknown, field: string): boolean => (model as Model).has(field)

/** Texts by tick value or factor; a Map where the keys are not all strings. */
function overrides(axis: Axis): ReadonlyMap<string, string> | null {
  const given: unknown = axis.major_label_overrides
  const entries = given instanceof Map ? [...(given as Map<unknown, string>)] : Object.entries((given ?? {}) as Record<string, string>)
  return entries.length === 0 ? null : new Map(entries.map(([key, text]) => [String(key), text]))
}

/** Pixels between labels. `AllLabels`, which every axis has that nobody gave a policy, may not run them into each other either. */
function label_distance(axis: Axis): number {
  const policy = axis.major_label_policy
  return policy.type === "NoOverlap" ? (policy as unknown as { min_distance: number }).min_distance : LABEL_GAP
}

function tick_reach(axis: Axis, looks: GuideLooks): number {
  const major = looks.line(axis, "major_tick") === null ? 0 : looks.get<number>(axis, "major_tick_out")
  const minor = looks.line(axis, "minor_tick") === null ? 0 : looks.get<number>(axis, "minor_tick_out")
  return Math.max(0, major, minor)
}

const is_categorical = (axis: Axis): axis is CategoricalAxis => axis.type === "CategoricalAxis"

function group_options(axis: Axis, looks: GuideLooks): Pick<AxisSpec, "groups" | "group_orientation"> {
  if (!is_categorical(axis)) {
    const { style } = looks.text(axis, "major_label")
    return { groups: [style, style], group_orientation: ["parallel", "parallel"] }
  }
  return {
    groups: [looks.text(axis, "group").style, looks.text(axis, "subgroup").style],
    group_orientation: [axis.group_label_orientation, axis.subgroup_label_orientation],
  }
}

function axis_spec(axis: Axis, side: Side, longest: number, looks: GuideLooks): AxisSpec {
  const text = looks.text(axis, "major_label")
  const given = axis.bounds as "auto" | [number, number]
  return {
    side, longest,
    ticker: axis.ticker as unknown as TickerLike,
    formatter: axis.formatter as FormatterLike,
    overrides: overrides(axis),
    bounds: given === "auto" ? null : [Math.min(...given), Math.max(...given)],
    tick_reach: tick_reach(axis, looks),
    standoff: looks.get(axis, "major_label_standoff"),
    labels: text.color === null ? null : text.style,
    orientation: was_set(axis, "major_label_orientation") ? (axis.major_label_orientation as Orientation) : "auto",
    distance: label_distance(axis),
    title: axis.axis_label === null || axis.axis_label === "" ? null : {
      text: axis.axis_label, style: looks.text(axis, "axis_label").style,
      standoff: looks.get(axis, "axis_label_standoff"), orientation: axis.axis_label_orientation as Orientation,
    },
    ...group_options(axis, looks),
  }
}

/** Plans `axis` on its scale; labels longer than `longest` pixels are cut. */
export function place_axis(axis: Axis, side: Side, scale: Scale, longest: number, looks: GuideLooks): PlacedAxis {
  return { axis, side, scale, plan: plan_axis(axis_spec(axis, side, longest, looks), scale, measure) }
}

/** From along and across to x and y, outwards from the axis line. */
type Place = (along: number, across: number) => [x: number, y: number]

function placing(side: Side, position: number): Place {
  if (side === "below") return (along, across) => [along, position + across]
  if (side === "above") return (along, across) => [along, position - across]
  return side === "left" ? (along, across) => [position - across, along] : (along, across) => [position + across, along]
}

function stroke_segments(ctx: Canvas2D, look: LineLook | null, segments: Iterable<[number, number, number, number]>): void {
  if (look === null) return
  ctx.save()
  set_line(ctx, look)
  ctx.beginPath()
  for (const [x0, y0, x1, y1] of segments) {
    ctx.moveTo(x0, y0)
    ctx.lineTo(x1, y1)
  }
  ctx.stroke()
  ctx.restore()
}

function ticks_as_segments(values: readonly number[], scale: Scale, place: Place, inward: number, outward: number, width: number, ratio: number): [number, number, number, number][] {
  return values.map((value) => {
    const along = snapped(scale.to_screen(value), width, ratio)
    return [...place(along, -inward), ...place(along, outward)]
  })
}

function draw_ticks(ctx: Canvas2D, { axis, plan, scale }: PlacedAxis, place: Place, looks: GuideLooks, ratio: number): void {
  for (const [prefix, values] of [["major_tick", plan.ticks.major], ["minor_tick", plan.ticks.minor]] as const) {
    const look = looks.line(axis, prefix)
    const [inward, outward] = [looks.get<number>(axis, `${prefix}_in`), looks.get<number>(axis, `${prefix}_out`)]
    if (look !== null && inward + outward > 0) {
      stroke_segments(ctx, look, ticks_as_segments(values, scale, place, inward, outward, look.width, ratio))
    }
  }
}

function draw_texts(ctx: Canvas2D, texts: readonly PlacedText[], look: TextLook, place: Place): void {
  const places = texts.map(({ block, along, across, angle }) => {
    const [x, y] = place(along, across)
    return { block, x, y, angle }
  })
  draw_blocks(ctx, places, look)
}

function title_place(placed: PlacedAxis, look: TextLook): PlacedText | null {
  const { axis, plan, scale } = placed
  if (plan.title === null || axis.axis_label_align === "center" || look.color === null) return plan.title
  const [low, high] = [...scale.range].sort((a, b) => a - b)
  const level = placed.side === "above" || placed.side === "below"
  const first = (axis.axis_label_align === "start") === level
  const half = plan.title.block.width / 2
  return { ...plan.title, along: first ? low + half : high - half }
}

function line_ends({ axis, scale }: PlacedAxis): [number, number] {
  const given = axis.bounds as "auto" | [number, number]
  const ends = given === "auto" ? scale.range : given.map((value) => scale.to_screen(value))
  const [low, high] = [...scale.range].sort((a, b) => a - b)
  return [Math.max(low, Math.min(...ends)), Math.min(high, Math.max(...ends))]
}

/** Draws an axis whose line lies at `position`. */
export function draw_axis(ctx: Canvas2D, placed: PlacedAxis, position: number, looks: GuideLooks, ratio: number): void {
  const { axis, side, plan } = placed
  const line = looks.line(axis, "axis")
  const place = placing(side, snapped(position, line?.width ?? 1, ratio))
  const [low, high] = line_ends(placed)
  draw_ticks(ctx, placed, place, looks, ratio)
  stroke_segments(ctx, line, [[...place(low, 0), ...place(high, 0)]])
  draw_texts(ctx, plan.labels, looks.text(axis, "major_label"), place)
  if (is_categorical(axis)) {
    const separator = looks.line(axis, "separator")
    const lines = plan.separators.map(({ along, reach }): [number, number, number, number] => {
      const at = snapped(along, separator?.width ?? 1, ratio)
      return [...place(at, 0), ...place(at, reach)]
    })
    stroke_segments(ctx, separator, lines)
    const group_looks = [looks.text(axis, "group"), looks.text(axis, "subgroup")]
    for (const { level, text } of plan.groups) draw_texts(ctx, [text], group_looks[level], place)
  }
  const look = looks.text(axis, "axis_label")
  const title = title_place(placed, look)
  if (title !== null) draw_texts(ctx, [title], look, place)
}

/** Where the axis line lies: at the frame's edge plus what lies between, or at `fixed_location`. */
export function axis_position(placed: PlacedAxis, box: Box, cross: Scale): number {
  const { axis, side } = placed
  if (axis.fixed_location !== null && axis.fixed_location !== undefined) {
    return cross.to_screen(cross.factors?.position(axis.fixed_location) ?? Number(axis.fixed_location))
  }
  if (side === "below") return box.y
  if (side === "above") return box.y + box.height
  return side === "left" ? box.x + box.width : box.x
}
