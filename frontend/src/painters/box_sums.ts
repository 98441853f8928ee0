// Very many upright boxes of one colour: what they cover together is summed up pixel by pixel, whatever their order.
//
// How much shines through a pixel is a product over the boxes on it, so its logarithm is a sum. Along the longer side
// of the boxes a sum changes only where one begins or ends: a box costs a few additions in each line it lies on,
// however long it is.
//
//     line of pixels    +---- box ----+
//     steps             +a +b      -b -a      a: covered in part at the end, b: covered as its breadth is
//     sums               a a+b  …  a+b a 0
import { packed, rgba } from "./color"
import type { Coded } from "./fields"
import { put_pixels } from "./put_pixels"
import type { Canvas2D, View } from "./types"
import { paints_as_one, type FillLook, type Look } from "./visuals"

export type Visit = (row: number, left: number, top: number, right: number, bottom: number) => void
/** Calls `visit` for each box that touches the frame or its surroundings, in the order of the rows; of the first `most`. */
export type EachBox = (visit: Visit, most?: number) => void

/** From so many boxes on, summing up is cheaper than rectangles. */
const MANY = 3000
/** Boxes on more lines than this are left to the canvas. Device pixels, on average. */
const BROAD = 12
/** So many boxes tell how broad they are. */
const GLANCE = 500
/** What is opaque lets less through than any picture shows. */
const OPAQUE = 24

let steps = new Float64Array()
let values = new Int32Array()
let upright = true

/** True where `sum_up_boxes` may be used, along the longer sides of the boxes. */
export function can_sum_up(ctx: Canvas2D, looks: Coded<Look>, count: number, each: EachBox): boolean {
  if (count < MANY || looks.codes !== null) return false
  const [look] = looks.table
  const { a, b, c, d } = ctx.getTransform()
  if (!is_one_color(look) || b !== 0 || c !== 0 || a !== d || !(a > 0)) return false
  const [width, height] = mean_size(each)
  upright = width <= height
  return (Math.min(width, height) + (look.line?.width ?? 0)) * a <= BROAD
}

function is_one_color({ fill, line }: Look): boolean {
  if (fill === null) return false
  return line === null || (line.dash.length === 0 && paints_as_one({ fill, line }))
}

function mean_size(each: EachBox): [number, number] {
  let [width, height, count] = [0, 0, 0]
  each((_, left, top, right, bottom) => {
    width += right - left
    height += bottom - top
    count++
  }, GLANCE)
  return [width / count, height / count]
}

export function sum_up_boxes(ctx: Canvas2D, { fill, line }: Look, { frame }: View, each: EachBox): void {
  const { a: ratio, e, f } = ctx.getTransform()
  const [x, y] = [Math.floor(frame.x * ratio + e), Math.floor(frame.y * ratio + f)]
  const width = Math.ceil((frame.x + frame.width) * ratio + e) - x
  const height = Math.ceil((frame.y + frame.height) * ratio + f) - y
  const [lines, length] = upright ? [width, height] : [height, width]
  const sums = new Sums(lines, length, opacity(fill!))
  const room = (line?.width ?? 0) / 2
  each((_, left, top, right, bottom) => {
    const [x0, x1] = [(left - room) * ratio + e - x, (right + room) * ratio + e - x]
    const [y0, y1] = [(top - room) * ratio + f - y, (bottom + room) * ratio + f - y]
    if (upright) sums.add(x0, x1, y0, y1)
    else sums.add(y0, y1, x0, x1)
  })
  sums.to_pixels(packed(fill!.color) & 0xffffff)
  put_pixels(ctx, { values, stride: width }, { left: 0, top: 0, right: width, bottom: height }, x, y)
}

const opacity = ({ color, alpha }: FillLook): number => Math.min(Math.max(alpha, 0), 1) * (rgba(color!)[3] / 255)

class Sums {
  /** A line has one step more than pixels, and one more that boxes beyond its end begin at. */
  private readonly stride: number
  private readonly whole: number

  constructor(private readonly lines: number, private readonly length: number, private readonly alpha: number) {
    this.stride = length + 2
    this.whole = weight(1, alpha)
    const size = lines * this.stride
    if (steps.length < size) steps = new Float64Array(size)
    else steps.fill(0, 0, size)
    if (values.length < lines * length) values = new Int32Array(lines * length)
  }

  /** A box across the lines `across0` to `across1`, along them from `along0` to `along1`, device pixels. */
  add(across0: number, across1: number, along0: number, along1: number): void {
    const { lines, length } = this
    const [from, to] = [Math.max(along0, 0), Math.min(along1, length)]
    const [low, high] = [Math.max(across0, 0), Math.min(across1, lines)]
    if (!(to > from && high > low)) return
    for (let line = Math.floor(low); line < high; line++) {
      this.add_to_line(line, Math.min(high, line + 1) - Math.max(low, line), from, to)
    }
  }

  /** `part` is how much of the line's breadth is covered, 0 to 1. */
  private add_to_line(line: number, part: number, from: number, to: number): void {
    const start = line * this.stride
    const [first, last] = [Math.floor(from), Math.floor(to)]
    if (first === last) return this.add_pixel(start + first, part * (to - from))
    const full = part >= 1 ? this.whole : weight(part, this.alpha)
    const before = weight(part * (first + 1 - from), this.alpha)
    const after = to === last ? 0 : weight(part * (to - last), this.alpha)
    steps[start + first] += before
    steps[start + first + 1] += full - before
    steps[start + last] += after - full
    steps[start + last + 1] -= after
  }

  private add_pixel(at: number, part: number): void {
    const one = weight(part, this.alpha)
    steps[at] += one
    steps[at + 1] -= one
  }

  to_pixels(color: number): void {
    const { lines, length, stride } = this
    const [line_step, pixel_step] = upright ? [1, lines] : [length, 1]
    for (let line = 0; line < lines; line++) {
      let [sum, pixel] = [0, 0]
      for (let k = 0, at = line * stride, to = line * line_step; k < length; k++, at++, to += pixel_step) {
        if (steps[at] !== 0) {
          sum += steps[at]
          pixel = ((255.5 - 255 * Math.exp(-Math.max(sum, 0))) << 24) | color
        }
        values[to] = pixel
      }
    }
  }
}

/** How much of its light a pixel loses that is covered to this part, as a logarithm. */
const weight = (part: number, alpha: number): number => Math.min(-Math.log(1 - part * alpha), OPAQUE)
