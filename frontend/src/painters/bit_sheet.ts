// A sheet of bits, `FINE` by `FINE` for each device pixel, on which a line is drawn one bit thin. Then the bits are spread
// to its width, and what a pixel shows is how many of its bits are set:
//
//     . . . . | . # # .            . # # # | # # # #
//     . . # # | # . . .     →      # # # # | # # # #      11 and 15 of 16: so much of the colour
//     . # . . | . . . .            # # # # | # # # #
//     . . . . | . . . .            . . # . | # # # .
import type { Box } from "../layout/surface"
import { rgba } from "./color"
import type { Canvas2D } from "./types"
import type { LineLook } from "./visuals"

export const FINE = 4
const WORD = 32
/** Device pixels in a word of bits. */
const PIXELS = WORD / FINE
/** Fractions of a bit, while a segment is walked along. */
const PART = 2 ** 16
/** Bits of a slanted line lie on both sides of it, as stairs: so much too far out, in bits. */
const STAIR = 0.3

// What all sheets are made of, one after the other.
let bits = new Int32Array()
let spread = new Int32Array()
let image = new ImageData(1, 1)
const canvas = new OffscreenCanvas(1, 1)

export class BitSheet {
  /** Device pixels: the frame, and what of the line beside it reaches into it. */
  readonly left: number
  readonly top: number
  private readonly width: number
  private readonly height: number
  /** The last places of the sheet, in bits. */
  readonly right: number
  readonly bottom: number
  /** Words in a line of the sheet. */
  private readonly stride: number

  /** `thick`: width of the line in bits. */
  constructor(frame: Box, ratio: number, private readonly thick: number) {
    const border = Math.ceil((thick / 2 + 1) / FINE)
    this.left = Math.floor(frame.x * ratio) - border
    this.top = Math.floor(frame.y * ratio) - border
    this.stride = Math.ceil((Math.ceil((frame.x + frame.width) * ratio) + border - this.left) / PIXELS)
    this.width = this.stride * PIXELS
    this.height = Math.ceil((frame.y + frame.height) * ratio) + border - this.top
    this.right = this.width * FINE - 1
    this.bottom = this.height * FINE - 1
    const size = this.stride * this.height * FINE
    if (bits.length < size) [bits, spread] = [new Int32Array(size), new Int32Array(size)]
    bits.fill(0, 0, size)
    spread.fill(0, 0, size)
  }

  /** Sets the bits from one place of the sheet to another. */
  walk(ax: number, ay: number, bx: number, by: number): void {
    const { stride } = this
    const steps = Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)))
    let x = (ax * PART) | 0
    let y = (ay * PART) | 0
    bits[(y >> 16) * stride + (x >> 21)] |= 1 << (x >> 16)
    if (steps === 0) return
    const dx = ((bx - ax) * PART / steps) | 0
    const dy = ((by - ay) * PART / steps) | 0
    for (let k = 0; k < steps; k++) {
      x += dx
      y += dy
      bits[(y >> 16) * stride + (x >> 21)] |= 1 << (x >> 16)
    }
  }

  paint(ctx: Canvas2D, look: LineLook): void {
    this.widen()
    this.color(look.color!)
    const { e, f } = ctx.getTransform()
    ctx.save()
    ctx.setTransform(1, 0, 0, 1, e, f)
    ctx.globalAlpha = look.alpha
    ctx.drawImage(canvas, this.left, this.top)
    ctx.restore()
  }

  /** Spreads each bit over a disc as wide as the line. */
  private widen(): void {
    const { stride, thick } = this
    const lines = this.height * FINE
    const odd = thick % 2
    const radius = thick / 2
    const round = radius - STAIR
    const now = new Int32Array(stride)
    for (let line = 0; line < lines; line++) {
      const at = line * stride
      let empty = true
      for (let k = 0; k < stride; k++) if ((now[k] = bits[at + k]) !== 0) empty = false
      if (empty) continue
      let reach = odd === 1 ? 0 : -1
      // From the top of the disc, where it is narrow, to its middle.
      for (let away = Math.ceil(radius - 1 + odd / 2 - 1e-9); away >= 0; away--) {
        const off = away + (1 - odd) / 2
        const half = Math.sqrt(Math.max(round * round - off * off, 0))
        const wanted = Math.round(half + odd / 2) - 1
        for (; reach < wanted; reach++) grow(now, reach < 0)
        if (wanted < 0) continue
        for (const to of odd === 1 && away === 0 ? [line] : [line + away, line - away - 1 + odd]) {
          if (to < 0 || to >= lines) continue
          const target = to * stride
          for (let k = 0; k < stride; k++) spread[target + k] |= now[k]
        }
      }
    }
  }

  /** Counts the bits of each pixel. */
  private color(css: string): void {
    const { stride, width, height } = this
    const [red, green, blue, alpha] = rgba(css)
    if (image.width !== width || image.height !== height) {
      image = new ImageData(width, height)
      canvas.width = width
      canvas.height = height
    }
    const color = red | (green << 8) | (blue << 16)
    const shades = Int32Array.from({ length: 17 }, (_, n) => (n === 0 ? 0 : (Math.round(alpha * n / 16) << 24) | color))
    const pixels = new Int32Array(image.data.buffer)
    pixels.fill(0)
    for (let row = 0; row < height; row++) {
      for (let k = 0; k < stride; k++) {
        const at = row * FINE * stride + k
        const [a, b, c, d] = [spread[at], spread[at + stride], spread[at + 2 * stride], spread[at + 3 * stride]]
        if ((a | b | c | d) === 0) continue
        const target = row * width + k * PIXELS
        if ((a & b & c & d) === -1) {
          pixels.fill(shades[16], target, target + PIXELS)
          continue
        }
        const [na, nb, nc, nd] = [by_fours(a), by_fours(b), by_fours(c), by_fours(d)]
        let even = (na & 0x0f0f0f0f) + (nb & 0x0f0f0f0f) + (nc & 0x0f0f0f0f) + (nd & 0x0f0f0f0f)
        let odd = ((na >>> 4) & 0x0f0f0f0f) + ((nb >>> 4) & 0x0f0f0f0f) + ((nc >>> 4) & 0x0f0f0f0f) + ((nd >>> 4) & 0x0f0f0f0f)
        for (let i = 0; i < PIXELS; i += 2, even >>>= 8, odd >>>= 8) {
          pixels[target + i] = shades[even & 31]
          pixels[target + i + 1] = shades[odd & 31]
        }
      }
    }
    canvas.getContext("2d")!.putImageData(image, 0, 0)
  }
}

/** How many bits are set in each group of four. */
function by_fours(word: number): number {
  const twos = word - ((word >>> 1) & 0x55555555)
  return (twos & 0x33333333) + ((twos >>> 2) & 0x33333333)
}

/** Spreads bits by one to both sides, or to lower places only. */
function grow(words: Int32Array, lower: boolean): void {
  let before = 0
  for (let k = 0; k < words.length; k++) {
    const word = words[k]
    const after = k + 1 < words.length ? words[k + 1] : 0
    const down = (word >>> 1) | (after << 31)
    words[k] = word | down | (lower ? 0 : (word << 1) | (before >>> 31))
    before = word
  }
}
