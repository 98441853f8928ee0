// The panels beside a frame (axes, titles, legends): measured for the layout, then drawn into their boxes.
import type { Renderer } from "../generated/models"
import type { Side } from "../layout/axis_plan"
import type { Panel } from "../layout/figure_layout"
import type { Box } from "../layout/surface"
import type { Scale } from "../scales/scale"
import type { Ticks } from "../scales/ticks"
import { axis_position, draw_axis, place_axis, type PlacedAxis } from "./axis"
import { clipped } from "./canvases"
import type { GuideLooks } from "./guide_looks"
import { draw_legend, legend_corner, place_legend, type PlacedLegend, type ViewOf } from "./legend"
import { kinds, SIDES, type Structure } from "./structure"
import { draw_title, place_title, type PlacedTitle } from "./title"
import type { Canvas2D, View } from "./types"

/** Labels of an upright axis may take this part of the figure's width, slanted ones of its height. */
const LONGEST_PART = 0.32
const LEGEND_GAP = 10
/** An axis gives room back only when it is more than this, so that live labels do not shake the frame. */
const SLACK = 14
/** Half of a common label: corners grow by so much. */
const CORNER_STEP = 16

interface Item {
  readonly axis?: PlacedAxis
  readonly title?: PlacedTitle
  readonly legend?: PlacedLegend
  readonly panel: Panel
}

export type Items = Readonly<Record<Side, readonly Item[]>>
export interface Outer { readonly width: number; readonly height: number }

const is_level = (side: Side): boolean => side === "above" || side === "below"

/** Room that an axis takes outwards, and beyond the frame's corners. */
type Room = Required<Panel>

/** Remembers the room that axes had: live labels and pans leave the frame where it is. */
export class SteadyRooms {
  private rooms = new WeakMap<object, Room>()
  private settled = false

  /** Forgets: the next layout is as tight as it can be. */
  reset(): void {
    this.rooms = new WeakMap()
    this.settled = false
  }

  /** From now on corners keep their room: labels that come near them make room once for all that follow. */
  settle(): void {
    this.settled = true
  }

  of(axis: object, { depth, before, after }: Room): Room {
    const known = this.rooms.get(axis)
    const had = known?.depth ?? 0
    const room = {
      depth: depth <= had && had - depth < SLACK ? had : Math.ceil(depth),
      before: this.corner(before, known?.before),
      after: this.corner(after, known?.after),
    }
    this.rooms.set(axis, room)
    return room
  }

  private corner(size: number, known: number | undefined): number {
    if (!this.settled || known === undefined) return size
    return size <= known ? known : Math.ceil(size / CORNER_STEP) * CORNER_STEP
  }
}

function legend_item(legend: PlacedLegend, side: Side): Item {
  const size = is_level(side) ? legend.height : legend.width
  return { legend, panel: { depth: size === 0 ? 0 : size + LEGEND_GAP } }
}

function item_of(model: Renderer, side: Side, scale: Scale, outer: Outer, looks: GuideLooks, steady: SteadyRooms): Item {
  if (kinds.is_title(model)) {
    const title = place_title(model, side, Math.abs(scale.range[1] - scale.range[0]), looks)
    return { title, panel: { depth: title.depth } }
  }
  if (kinds.is_legend(model)) {
    const room = is_level(side) ? { width: Math.abs(scale.range[1] - scale.range[0]), height: Infinity } : { width: outer.width / 2, height: outer.height }
    return legend_item(place_legend(model, room, looks), side)
  }
  if (!kinds.is_axis(model) || !model.visible) return { panel: { depth: 0 } }
  const axis = place_axis(model, side, scale, LONGEST_PART * (is_level(side) ? outer.height : outer.width), looks)
  if (model.fixed_location !== null) return { axis, panel: { depth: 0 } }
  return { axis, panel: steady.of(model, axis.plan) }
}

/** Measures all panels for these scales. */
export function place_items(structure: Structure, x: Scale, y: Scale, outer: Outer, looks: GuideLooks, steady: SteadyRooms): Items {
  return Object.fromEntries(SIDES.map((side) =>
    [side, structure.sides[side].map((model) => item_of(model, side, is_level(side) ? x : y, outer, looks, steady))])) as unknown as Items
}

/** Ticks by axis, for the grids that follow them. */
export const ticks_by_axis = (items: Items): Map<object, Ticks> =>
  new Map(SIDES.flatMap((side) => items[side]).flatMap(({ axis }) => (axis === undefined ? [] : [[axis.axis, axis.plan.ticks]])))

/** Draws axes and titles. */
export function draw_panels(ctx: Canvas2D, items: Items, boxes: Readonly<Record<Side, readonly Box[]>>, view: View, looks: GuideLooks): void {
  for (const side of SIDES) {
    items[side].forEach(({ axis, title }, i) => {
      if (axis !== undefined) draw_axis(ctx, axis, axis_position(axis, boxes[side][i], is_level(side) ? view.y : view.x), looks, view.ratio)
      if (title !== undefined) draw_title(ctx, title, boxes[side][i], looks)
    })
  }
}

/** The box that a legend beside the frame may lie in: its panel without the gap towards the frame. */
function legend_room(box: Box, side: Side): Box {
  const { x, y, width, height } = box
  if (side === "right") return { x: x + LEGEND_GAP, y, width: width - LEGEND_GAP, height }
  if (side === "left") return { x, y, width: width - LEGEND_GAP, height }
  return { x, y: side === "below" ? y + LEGEND_GAP : y, width, height: height - LEGEND_GAP }
}

export interface LegendPlace {
  readonly placed: PlacedLegend
  readonly corner: [number, number]
  readonly looks: GuideLooks
  /** What of the legend lies outside is not shown; null: all is. */
  readonly within: Box | null
}

/** Where the legends lie: those beside the frame, then those within it. */
export function legend_places(structure: Structure, items: Items, boxes: Readonly<Record<Side, readonly Box[]>>, frame: Box, looks: GuideLooks, inner: GuideLooks): LegendPlace[] {
  const beside = SIDES.flatMap((side) => items[side].flatMap(({ legend }, i) =>
    legend === undefined ? [] : [{ placed: legend, corner: legend_corner(legend, legend_room(boxes[side][i], side), true), looks: looks.under(legend.legend, "label_text_color"), within: null }]))
  const within = structure.legends.map((model) => {
    const placed = place_legend(model, { width: frame.width - 2 * model.margin, height: frame.height - 2 * model.margin }, inner)
    return { placed, corner: legend_corner(placed, frame, false), looks: inner.under(model, "label_text_color"), within: typeof model.location === "string" ? frame : null }
  })
  return [...beside, ...within]
}

/** A legend too large for the frame that it is anchored in ends at its edges, as the data does. */
export function draw_legends(ctx: Canvas2D, places: readonly LegendPlace[], view_of: ViewOf): void {
  for (const { placed, corner, looks, within } of places) {
    const draw = (): void => draw_legend(ctx, placed, corner, view_of, looks)
    if (within === null) draw()
    else clipped(ctx, within, draw)
  }
}
