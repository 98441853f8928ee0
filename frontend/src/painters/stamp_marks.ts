// Thousands of marks at once: stamped on a sheet the size of the frame instead of drawn by paths.
import type { Coded } from "./fields"
import { MaskSet, PHASES } from "./masks"
import { marker } from "./markers"
import { premultiplied, Sheet } from "./sheet"
import type { Canvas2D, View } from "./types"
import type { Look } from "./visuals"

/** From so many marks on, stamping is cheaper than paths. */
const MANY = 500
/** Marks of a radius of more device pixels are left to paths. */
const LARGE = 40
/** Steps of a device pixel by which radii are told apart, and steps of a turn for angles. */
const RADIUS_STEPS = 8
const ANGLE_STEPS = 128

export type MarkStyle = readonly [look: Look, kind: string]
type Visit = (row: number, x: number, y: number, radius: number) => void

interface Ink { readonly masks: MaskSet; readonly fill: number; readonly line: number }

const sheet = new Sheet()
const little_endian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1

/** True where `stamp_marks` may be used: many marks, small ones, on a canvas that is not turned. */
export function can_stamp(ctx: Canvas2D, count: number, radius: number): boolean {
  if (count < MANY || !little_endian) return false
  const { a, b, c, d } = ctx.getTransform()
  return b === 0 && c === 0 && a === d && a > 0 && radius * a <= LARGE
}

/** Draws the marks that `each` visits. */
export function stamp_marks(
  ctx: Canvas2D, { frame }: View, style: Coded<MarkStyle>, angle: (row: number) => number, each: (visit: Visit) => void,
): void {
  const { a: ratio, e, f } = ctx.getTransform()
  const left = Math.floor(frame.x * ratio + e)
  const top = Math.floor(frame.y * ratio + f)
  sheet.begin(Math.ceil((frame.x + frame.width) * ratio + e) - left, Math.ceil((frame.y + frame.height) * ratio + f) - top)
  const inks: (Ink | undefined)[] = []
  each((row, x, y, radius) => {
    const code = style.codes === null ? 0 : style.codes[row]
    const ink = (inks[code] ??= ink_of(style.table[code], ratio))
    if (ink.fill === 0 && ink.line === 0) return
    const size = Math.max(Math.round(radius * ratio * RADIUS_STEPS), 1)
    const turn = angle(row)
    const step = turn === 0 ? 0 : Math.round((turn / (2 * Math.PI)) * ANGLE_STEPS) & (ANGLE_STEPS - 1)
    const px = Math.round((x * ratio + e - left) * PHASES)
    const py = Math.round((y * ratio + f - top) * PHASES)
    const mask = ink.masks.get(
      size * ANGLE_STEPS + step, size / RADIUS_STEPS / ratio, (step / ANGLE_STEPS) * 2 * Math.PI,
      px & (PHASES - 1), py & (PHASES - 1))
    sheet.stamp(mask, Math.floor(px / PHASES), Math.floor(py / PHASES), ink.fill, ink.line)
  })
  sheet.end(ctx, left, top)
}

function ink_of([{ fill, line }, kind]: MarkStyle, ratio: number): Ink {
  const filled = fill !== null && marker(kind).outline !== undefined
  return {
    masks: new MaskSet({ kind, filled, line }, ratio),
    fill: filled ? premultiplied(fill.color!, fill.alpha) : 0,
    line: line !== null ? premultiplied(line.color!, line.alpha) : 0,
  }
}
