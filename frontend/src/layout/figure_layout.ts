// Boxes of a figure. Panels (axes, titles, legends beside the frame) stack outwards from the frame on their side;
// the toolbar lies outermost and shares a row with the title; what is left is the frame.
import type { Box } from "./surface"
import type { Side } from "./axis_plan"

export type { Box } from "./surface"

export interface Panel {
  /** Room that the panel takes outwards. */
  readonly depth: number
  /** Room beyond the frame's corners, at the low and the high pixel of its side. */
  readonly before?: number
  readonly after?: number
}

export interface Insets { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }

export interface FigureInputs {
  readonly width: number
  readonly height: number
  readonly min_border: Insets
  /** What neighbours need, so that the frames line up. */
  readonly least: Insets
  /** Empty pixels outside the panels of a side that has any. */
  readonly air: Insets
  /** Panels of each side, the one nearest to the frame first. */
  readonly sides: Readonly<Record<Side, readonly Panel[]>>
  readonly toolbar: { readonly side: Side; readonly depth: number; /** Over the outermost panel (a title) instead of beside it. */ readonly shared: boolean } | null
  /** Size of the frame, where it is fixed; the figure's outer size then follows. */
  readonly frame_width: number | null
  readonly frame_height: number | null
}

export interface FigureBoxes {
  readonly frame: Box
  readonly panels: Readonly<Record<Side, readonly Box[]>>
  readonly toolbar: Box | null
  /** Borders that the figure needs by itself. */
  readonly natural: Insets
  readonly width: number
  readonly height: number
}

const SIDES: readonly Side[] = ["above", "below", "left", "right"]
const EDGE: Record<Side, keyof Insets> = { above: "top", below: "bottom", left: "left", right: "right" }
const SMALLEST_FRAME = 1

const stacked = (panels: readonly Panel[]): number => panels.reduce((sum, panel) => sum + panel.depth, 0)

/** What panels on the other two sides need beyond the corners. */
function corner(sides: FigureInputs["sides"], side: Side): number {
  const across: Side[] = side === "left" || side === "right" ? ["above", "below"] : ["left", "right"]
  const low = side === "left" || side === "above"
  return Math.max(0, ...across.flatMap((other) => sides[other].map((panel) => (low ? panel.before : panel.after) ?? 0)))
}

function toolbar_depth(inputs: FigureInputs, side: Side): number {
  const { toolbar, sides } = inputs
  if (toolbar === null || toolbar.side !== side) return 0
  if (!toolbar.shared) return toolbar.depth
  const outermost = sides[side][sides[side].length - 1]?.depth ?? 0
  return Math.max(0, toolbar.depth - outermost)
}

function margin(inputs: FigureInputs, side: Side): number {
  const panels = Math.max(stacked(inputs.sides[side]), corner(inputs.sides, side))
  const beside = toolbar_depth(inputs, side)
  const air = panels > 0 && beside === 0 ? inputs.air[EDGE[side]] : 0
  return Math.ceil(Math.max(panels + beside + air, inputs.min_border[EDGE[side]]))
}

/** The panel's box: `from` pixels away from the frame. */
function panel_box(frame: Box, side: Side, from: number, depth: number): Box {
  const { x, y, width, height } = frame
  if (side === "above") return { x, y: y - from - depth, width, height: depth }
  if (side === "below") return { x, y: y + height + from, width, height: depth }
  return { x: side === "left" ? x - from - depth : x + width + from, y, width: depth, height }
}

function panel_boxes(frame: Box, side: Side, panels: readonly Panel[]): Box[] {
  let from = 0
  return panels.map(({ depth }) => {
    const box = panel_box(frame, side, from, depth)
    from += depth
    return box
  })
}

function toolbar_box(inputs: FigureInputs, width: number, height: number): Box | null {
  if (inputs.toolbar === null) return null
  const { side, depth } = inputs.toolbar
  if (side === "above" || side === "below") return { x: 0, y: side === "above" ? 0 : height - depth, width, height: depth }
  return { x: side === "left" ? 0 : width - depth, y: 0, width: depth, height }
}

export function figure_layout(inputs: FigureInputs): FigureBoxes {
  const natural = { top: margin(inputs, "above"), bottom: margin(inputs, "below"), left: margin(inputs, "left"), right: margin(inputs, "right") }
  const [above, below] = [Math.max(natural.top, inputs.least.top), Math.max(natural.bottom, inputs.least.bottom)]
  const [left, right] = [Math.max(natural.left, inputs.least.left), Math.max(natural.right, inputs.least.right)]
  const frame: Box = {
    x: left, y: above,
    width: inputs.frame_width ?? Math.max(SMALLEST_FRAME, Math.floor(inputs.width - left - right)),
    height: inputs.frame_height ?? Math.max(SMALLEST_FRAME, Math.floor(inputs.height - above - below)),
  }
  const width = left + frame.width + right
  const height = above + frame.height + below
  const panels = Object.fromEntries(SIDES.map((side) => [side, panel_boxes(frame, side, inputs.sides[side])]))
  return { frame, panels: panels as Record<Side, Box[]>, toolbar: toolbar_box(inputs, width, height), natural, width, height }
}

/** Equal in position and size. */
export const same_box = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
