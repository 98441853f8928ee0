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

/** Edges of boxes, CSS pixels; one whose edges are in the wrong order, or no numbers, is not to be seen. */
export type TakeBoxes = (from: number, left: Float64Array, top: Float64Array, right: Float64Array, bottom: Float64Array) => void
/** Calls `take` with all boxes, or the first `most`, in the order of the rows; `from` is the place of its first one. */
export type EachBox = (take: TakeBoxes, most?: number) => void

/** From so many boxes on, summing up is cheaper than rectangles. */
const MANY = 3000
/** Boxes on more lines than this are left to the canvas. Device pixels, on average. */
const BROAD = 12
/** So many boxes tell how broad they are. */
const GLANCE = 500
/** What is opaque lets less through than any picture shows. */
const OPAQUE = 24
/** A pixel that has lost so much looks as if it had lost all: less than half a step of 255 comes through. */
const DONE = Math.log(512)
/** Weights are looked up between so many parts of a pixel. */
const WEIGHTS = 1024
/** Boxes for each pixel between two looks at what is done. */
const OFTEN = 1 / 6

/** The box that is added, device pixels: from, to, low, high. Numbers handed over in memory are not put on the heap one by one. */
const box = new Float64Array(4)
let steps = new Float64Array()
let values = new Int32Array()
let open = new Int32Array()
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
    for (let k = 0; k < left.length; k++) {
      if (!(right[k] >= left[k] && bottom[k] >= top[k])) continue
      width += right[k] - left[k]
      height += bottom[k] - top[k]
      count++
    }
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
  const room = ((line?.width ?? 0) / 2) * ratio
  const [dx, dy] = [e - x, f - y]
  const [across, along] = upright ? [dx, dy] : [dy, dx]
  each((_, left, top, right, bottom) => {
    sums.add_all(upright ? [left, right, top, bottom] : [top, bottom, left, right], ratio, across, along, room)
    sums.look()
  })
  sums.to_pixels(packed(fill!.color) & 0xffffff)
  put_pixels(ctx, { values, stride: width }, { left: 0, top: 0, right: width, bottom: height }, x, y)
}

const opacity = ({ color, alpha }: FillLook): number => Math.min(Math.max(alpha, 0), 1) * (rgba(color!)[3] / 255)

class Sums {
  /** A line has one step more than pixels, and one more that boxes beyond its end begin at. */
  private readonly stride: number
  private readonly weights: Float64Array
  /** Boxes added, and left out, since the last look; looks are worth while after so many boxes. */
  private added = 0
  private left_out = 0
  private often: number
  private looked = false

  constructor(private readonly lines: number, private readonly length: number, alpha: number) {
    this.stride = length + 2
    this.weights = weights_of(alpha)
    this.often = lines * length * OFTEN
    const size = lines * this.stride
    if (steps.length < size) steps = new Float64Array(size)
    else steps.fill(0, 0, size)
    if (values.length < lines * length) values = new Int32Array(lines * length)
  }

  /** Boxes by their edges across the lines and along them; to device pixels: times `ratio`, plus what is given for each. */
  add_all([lows, highs, froms, tos]: Float64Array[], ratio: number, across: number, along: number, room: number): void {
    const { lines, length, looked } = this
    for (let k = 0; k < lows.length; k++) {
      const low = Math.max(lows[k] * ratio + across - room, 0)
      const high = Math.min(highs[k] * ratio + across + room, lines)
      const from = Math.max(froms[k] * ratio + along - room, 0)
      const to = Math.min(tos[k] * ratio + along + room, length)
      if (!(to > from && high > low)) continue
      const start = low | 0
      const end = Math.ceil(high)
      if (looked && this.is_hidden(start, end, from | 0, Math.ceil(to))) {
        this.left_out++
        continue
      }
      this.added++
      box[0] = from
      box[1] = to
      box[2] = low
      box[3] = high
      this.add(start, end)
    }
  }

  /** The box in `box`, on the lines `start` to `end`. */
  private add(start: number, end: number): void {
    const low = box[2]
    const high = box[3]
    if (end - start === 1) return this.add_to_lines(start, end, high - low)
    this.add_to_lines(start, start + 1, start + 1 - low)
    if (end - start > 2) this.add_to_lines(start + 1, end - 1, 1)
    this.add_to_lines(end - 1, end, high - end + 1)
  }

  /** `part` is how much of the lines' breadth is covered, 0 to 1. */
  private add_to_lines(line: number, end: number, part: number): void {
    const { stride } = this
    const from = box[0]
    const to = box[1]
    const first = from | 0
    const last = to | 0
    const whole = first === last
    const full = whole ? 0 : this.weight(part)
    const before = this.weight(part * (whole ? to - from : first + 1 - from))
    const after = whole ? 0 : this.weight(part * (to - last))
    for (; line < end; line++) {
      const start = line * stride + first
      const stop = line * stride + last
      steps[start] += before
      steps[start + 1] += full - before
      steps[stop] += after - full
      steps[stop + 1] -= after
    }
  }

  /** How much of its light a pixel loses that is covered to this part, as a logarithm. */
  private weight(part: number): number {
    const { weights } = this
    const at = part * WEIGHTS
    const k = at | 0
    return weights[k] + (weights[k + 1] - weights[k]) * (at - k)
  }

  /** Looks which pixels are done, now and then: less often where that leaves few boxes out. */
  look(): void {
    if (this.added < this.often) return
    if (this.looked && this.left_out < this.added) this.often *= 4
    this.added = this.left_out = 0
    this.looked = true
    this.count_open()
  }

  /** Counts the pixels that are not done in the rectangle from the first one to each. */
  private count_open(): void {
    const { lines, length, stride } = this
    const width = length + 1
    if (open.length < width * (lines + 1)) open = new Int32Array(width * (lines + 1))
    open.fill(0, 0, width)
    for (let line = 0; line < lines; line++) {
      let [sum, count] = [0, 0]
      for (let k = 0, at = line * stride, to = (line + 1) * width + 1; k < length; k++, at++, to++) {
        sum += steps[at]
        if (sum < DONE) count++
        open[to] = open[to - width] + count
      }
      open[(line + 1) * width] = 0
    }
  }

  /** True if all pixels of some lines are done. */
  private is_hidden(line: number, end: number, from: number, to: number): boolean {
    const width = this.length + 1
    const low = line * width
    const high = end * width
    return open[high + to] - open[high + from] === open[low + to] - open[low + from]
  }

  to_pixels(color: number): void {
    const { lines, length, stride } = this
    const [line_step, pixel_step] = upright ? [1, lines] : [length, 1]
    for (let line = 0; line < lines; line++) {
      let [sum, pixel] = [0, 0]
      for (let k = 0, at = line * stride, to = line * line_step; k < length; k++, at++, to += pixel_step) {
        if (steps[at] !== 0) {
          sum += steps[at]
          pixel = sum > DONE ? 0xff000000 | color : ((255.5 - 255 * Math.exp(sum < 0 ? 0 : -sum)) << 24) | color
        }
        values[to] = pixel
      }
    }
  }
}

/** Weights of parts from none to all, and one more for rounding. */
function weights_of(alpha: number): Float64Array {
  return Float64Array.from({ length: WEIGHTS + 2 }, (_, k) =>
    Math.min(-Math.log(Math.max(1 - (k / WEIGHTS) * alpha, 0)), OPAQUE))
}
