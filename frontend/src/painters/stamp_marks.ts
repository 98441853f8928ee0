// Thousands of marks at once: stamped on a sheet the size of the frame instead of drawn by paths.
import { packed } from "./color"
import { Cloud } from "./cloud"
import { ColorSheet } from "./color_sheet"
import { MaskSet, PHASES, type Family } from "./masks"
import { marker } from "./markers"
import type { Marks, MarkStyle } from "./mark_rows"
import { place, PORTION } from "./places"
import type { Part } from "./put_pixels"
import { premultiplied, type Ink, type Sheet } from "./sheet"
import type { Canvas2D, Rows, View } from "./types"
import { VeilSheet } from "./veil_sheet"
import { paints_as_one, type Look } from "./visuals"

/** From so many marks on, stamping is cheaper than paths. */
const MANY = 500
/** Marks of a radius of more device pixels are left to paths. */
const LARGE = 40
/** Steps of a device pixel by which radii are told apart, and steps of a turn for angles. */
const RADIUS_STEPS = 8
const ANGLE_STEPS = 128
/** From so many marks a pixel on, they are painted as a cloud where they may be. */
const CROWDED = 1 / 8

interface MarkInk extends Ink { readonly masks: MaskSet }

const colors = new ColorSheet()
const veil = new VeilSheet()
const cloud = new Cloud()
const [xs, ys] = [new Float64Array(PORTION), new Float64Array(PORTION)]
const little_endian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1

/** True where `stamp_marks` may be used: many marks, small ones, on a canvas that is not turned. */
export function can_stamp(ctx: Canvas2D, count: number, radius: number): boolean {
  if (count < MANY || !little_endian) return false
  const { a, b, c, d } = ctx.getTransform()
  return b === 0 && c === 0 && a === d && a > 0 && radius * a <= LARGE
}

/** Draws the marks; `reach` is how far the largest of them goes, CSS pixels. */
export function stamp_marks(ctx: Canvas2D, marks: Marks, view: View, rows: Rows, count: number, reach: number): void {
  const { frame } = view
  const { a: ratio, e, f } = ctx.getTransform()
  const left = Math.floor(frame.x * ratio + e)
  const top = Math.floor(frame.y * ratio + f)
  const width = Math.ceil((frame.x + frame.width) * ratio + e) - left
  const height = Math.ceil((frame.y + frame.height) * ratio + f) - top
  const most = Math.ceil(reach * ratio) + 2
  const sheet = sheet_for(marks.style.table)
  sheet.begin(width, height, most)
  const stamps = new Stamps(marks, ratio)
  const crowded = sheet === veil && count > CROWDED * width * height && most < 32 ? stamps.cloud_ink() : null
  if (crowded !== null) cloud.begin(sheet.stride, sheet.size)
  const portion = { rows, from: 0, ratio, dx: e - left, dy: f - top, width, height, most }
  const part = { left: width, top: height, right: 0, bottom: 0 }
  for (let to = count; to > 0; to -= PORTION) {
    portion.from = Math.max(to - PORTION, 0)
    const sx = place(marks.xs, view.x, rows, portion.from, to, xs)
    const sy = place(marks.ys, view.y, rows, portion.from, to, ys)
    if (crowded !== null) cloud_portion(sheet, sx, sy, portion)
    else sheet.look(stamp_portion(sheet, sx, sy, stamps, portion, part))
  }
  if (crowded !== null) cloud.paint(veil, stamps.family!, crowded)
  sheet.end(ctx, left, top, crowded === null ? part : { left: 0, top: 0, right: width, bottom: height })
}

interface Portion {
  readonly rows: Rows
  readonly from: number
  /** From CSS pixels to pixels of the picture: times `ratio`, plus these. */
  readonly ratio: number
  readonly dx: number
  readonly dy: number
  readonly width: number
  readonly height: number
  /** How far marks go at most, pixels. */
  readonly most: number
}

/** Notes rows in the cloud, in any order. */
function cloud_portion({ margin, stride }: Sheet, sx: Float64Array, sy: Float64Array, portion: Portion): void {
  const { ratio, dx, dy, width, height, most } = portion
  for (let k = 0; k < sx.length; k++) {
    const x = sx[k] * ratio + dx
    const y = sy[k] * ratio + dy
    if (!(x > -most && x < width + most && y > -most && y < height + most)) continue
    const px = ((x + margin) * PHASES + 0.5) | 0
    const py = ((y + margin) * PHASES + 0.5) | 0
    cloud.add((py >> 2) * stride + (px >> 2), px & 3, py & 3)
  }
}

/** Stamps rows from the last to the first, and widens `part` to what they touch; returns how many were stamped. */
function stamp_portion(sheet: Sheet, sx: Float64Array, sy: Float64Array, stamps: Stamps, portion: Portion, part: Part): number {
  const { rows, from, ratio, dx, dy, width, height, most } = portion
  const { hides, stride, margin } = sheet
  let [left, top, right, bottom] = [width, height, 0, 0]
  let stamped = 0
  for (let k = sx.length - 1; k >= 0; k--) {
    const x = sx[k] * ratio + dx
    const y = sy[k] * ratio + dy
    if (!(x > -most && x < width + most && y > -most && y < height + most)) continue
    const px = ((x + margin) * PHASES + 0.5) | 0
    const py = ((y + margin) * PHASES + 0.5) | 0
    const at = (py >> 2) * stride + (px >> 2)
    if (hides[at] !== 0) continue
    const ink = stamps.take(rows === null ? from + k : rows[from + k])
    if (ink === null) continue
    sheet.stamp(stamps.family!.at(px & 3, py & 3), at, ink)
    stamped++
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  if (stamped > 0) widen(part, left - most, top - most, right + most, bottom + most)
  return stamped
}

function widen(part: Part, left: number, top: number, right: number, bottom: number): void {
  part.left = Math.min(part.left, Math.floor(left))
  part.top = Math.min(part.top, Math.floor(top))
  part.right = Math.max(part.right, Math.ceil(right))
  part.bottom = Math.max(part.bottom, Math.ceil(bottom))
}

/** The masks and inks of rows: those of one row serve the next where they look alike. */
class Stamps {
  family: Family | null = null
  private readonly inks: (MarkInk | null | undefined)[] = []
  private code = -1
  private key = -1

  constructor(private readonly marks: Marks, private readonly ratio: number) {}

  /** The ink of a row, `family` holding its masks; null if nothing of it shows. */
  take(row: number): MarkInk | null {
    const { style, radius, angle } = this.marks
    const r = radius.at(row)
    const code = style.codes === null ? 0 : style.codes[row]
    const ink = (this.inks[code] ??= ink_of(style.table[code], this.ratio))
    if (ink === null || !(r > 0)) return null
    const size = Math.max(Math.round(r * this.ratio * RADIUS_STEPS), 1)
    const step = Math.round((angle.at(row) / (2 * Math.PI)) * ANGLE_STEPS) & (ANGLE_STEPS - 1)
    const key = size * ANGLE_STEPS + step
    if (key !== this.key || code !== this.code) {
      this.family = ink.masks.family(key, size / RADIUS_STEPS / this.ratio, (step / ANGLE_STEPS) * 2 * Math.PI)
      this.key = key
      this.code = code
    }
    return ink
  }

  /** The ink of all marks, `family` holding their masks, where all are alike, opaque and in one colour; else null. */
  cloud_ink(): MarkInk | null {
    const { style, radius, angle } = this.marks
    if (style.codes !== null || radius.values !== null || angle.values !== null) return null
    const ink = this.take(0)
    return ink !== null && ink.fill >>> 24 === 255 && ink.line === 0 ? ink : null
  }
}

function ink_of([look, kind]: MarkStyle, ratio: number): MarkInk | null {
  const { fill, line } = drawn_look(look, kind)
  const main = fill ?? line
  if (main === null) return null
  const one_color = is_one_color(fill, line)
  const masks = new MaskSet({ kind, filled: fill !== null, line, one_color }, ratio)
  return { masks, fill: premultiplied(main.color!, main.alpha), line: one_color ? 0 : premultiplied(line!.color!, line!.alpha) }
}

/** Markers without an outline have no fill. */
function drawn_look(look: Look, kind: string): Look {
  return marker(kind).outline === undefined ? { fill: null, line: look.line } : look
}

const is_one_color = (fill: Look["fill"], line: Look["line"]): boolean =>
  fill === null || line === null || paints_as_one({ fill, line })

/** A sheet of one colour where all marks have the same one. */
function sheet_for(table: readonly MarkStyle[]): Sheet {
  const looks = table.map(([look, kind]) => drawn_look(look, kind)).filter(({ fill, line }) => fill !== null || line !== null)
  const color = (looks[0]?.fill ?? looks[0]?.line)?.color ?? "black"
  if (looks.every(({ fill, line }) => (fill ?? line)!.color === color && is_one_color(fill, line))) {
    veil.set_color(packed(color) & 0xffffff)
    return veil
  }
  colors.set_alpha(looks.reduce((most, { fill, line }) => Math.max(most, fill?.alpha ?? 0, line?.alpha ?? 0), 0))
  return colors
}
