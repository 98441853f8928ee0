// The data of a figure on its canvas. Where nothing but the view moved, and by whole pixels, the picture is moved along
// and only what came into the frame is painted: a pan costs what comes in, not what is there.
import type { Box } from "../layout/surface"
import { same_box } from "../layout/figure_layout"
import type { Scale } from "../scales/scale"
import type { Canvas } from "./canvases"
import { can_move, paint_data, type Picture } from "./picture"

/** A whole picture, and by how many device pixels it was moved since. */
interface Painted { readonly picture: Picture; readonly ratio: number; readonly dx: number; readonly dy: number }

/** How near to a whole number of device pixels a move must be, over all moves of a picture. */
const NEAR = 1e-3
/** What lies so many CSS pixels beside a strip may reach into it: half of the widest line. */
const MARGIN = 16

export class DataLayer {
  private last: Painted | null = null

  constructor(private readonly canvas: Canvas) {}

  /** The picture shows old rows or looks. */
  forget(): void {
    this.last = null
  }

  paint(picture: Picture, ratio: number): void {
    const before = this.last
    const shift = before !== null && before.ratio === ratio ? shift_between(before.picture, picture, ratio) : null
    if (before === null || shift === null || this.canvas.is_empty) return this.paint_whole(picture, ratio)
    const [dx, dy] = [shift[0] - before.dx, shift[1] - before.dy]
    const { width, height } = picture.boxes.frame
    if (Math.abs(dx) > (width * ratio) / 2 || Math.abs(dy) > (height * ratio) / 2) return this.paint_whole(picture, ratio)
    this.move(picture, ratio, dx, dy)
    this.last = { ...before, dx: shift[0], dy: shift[1] }
  }

  private paint_whole(picture: Picture, ratio: number): void {
    this.canvas.paint(ratio, (ctx) => paint_data(ctx, picture, ratio))
    this.last = can_move(picture) ? { picture, ratio, dx: 0, dy: 0 } : null
  }

  private move(picture: Picture, ratio: number, dx: number, dy: number): void {
    const { frame } = picture.boxes
    if (dx === 0 && dy === 0) return
    this.canvas.move(frame, ratio, dx, dy)
    for (const strip of exposed(frame, ratio, dx, dy)) {
      this.canvas.paint_part(strip, ratio, (ctx) => paint_data(ctx, picture, ratio, around(strip, frame, ratio)))
    }
  }
}

/** By how many device pixels the data moved from one picture to the other; null if that is not all that happened. */
function shift_between(from: Picture, to: Picture, ratio: number): readonly [number, number] | null {
  if (from.structure !== to.structure || from.inner.ink !== to.inner.ink || !same_box(from.boxes.frame, to.boxes.frame)) return null
  const dx = shift_of(from.scales.x, to.scales.x, ratio)
  const dy = shift_of(from.scales.y, to.scales.y, ratio)
  return dx === null || dy === null ? null : [dx, dy]
}

function shift_of(from: Scale, to: Scale, ratio: number): number | null {
  if (from === to) return 0
  if (from.kind !== to.kind || from.factors !== to.factors) return null
  const moves = [0, 1].map((end) => (to.to_screen(from.domain[end]) - from.range[end]) * ratio)
  const whole = Math.round(moves[0])
  return moves.every((move) => Math.abs(move - whole) < NEAR) ? whole : null
}

/** The parts of the frame that nothing was moved to, and the pixel beside them, which the frame's edge may have cut. */
function exposed(frame: Box, ratio: number, dx: number, dy: number): Box[] {
  const strips: Box[] = []
  if (dx !== 0) strips.push({ ...frame, ...along(frame.x, frame.width, ratio, dx) })
  if (dy !== 0) {
    const { x: y, width: height } = along(frame.y, frame.height, ratio, dy)
    strips.push({ ...frame, y, height })
  }
  return strips
}

function along(x: number, width: number, ratio: number, shift: number): { x: number; width: number } {
  const size = Math.min((Math.abs(shift) + 1) / ratio, width)
  return shift > 0 ? { x, width: size } : { x: x + on_pixels(width - size, ratio), width: width - on_pixels(width - size, ratio) }
}

/** Counted from the frame's edge, so that pixel columns lie as in the whole picture. */
const on_pixels = (length: number, ratio: number): number => Math.floor(length * ratio) / ratio

/** The strip and what may reach into it. */
function around(strip: Box, frame: Box, ratio: number): Box {
  const room = on_pixels(MARGIN, ratio)
  const [left, top] = [Math.max(strip.x - room, frame.x), Math.max(strip.y - room, frame.y)]
  const right = Math.min(strip.x + strip.width + room, frame.x + frame.width)
  const bottom = Math.min(strip.y + strip.height + room, frame.y + frame.height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}
