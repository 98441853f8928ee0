// A sheet for marks of any colours.
import type { Mask } from "./masks"
import { Sheet, type Ink } from "./sheet"

const EVEN = 0x00ff00ff
const HALF = 0x00800080

/** All four channels times `part` / 256, rounded. */
function scaled(color: number, part: number): number {
  const even = ((Math.imul(color & EVEN, part) + HALF) >>> 8) & EVEN
  return even | ((Math.imul((color >>> 8) & EVEN, part) + HALF) & ~EVEN)
}

/** An opacity that is taken for full: nobody sees a step of 255. */
const ALMOST = 254

/** 0 to 255 as 0 to 256. */
const part_of = (coverage: number): number => coverage + (coverage >>> 7)
const over = (upper: number, lower: number): number => (upper + scaled(lower, part_of(255 - (upper >>> 24)))) | 0

/** Opacity from which on colours of an alpha of at most `alpha` (0 to 1) add one step of 255 at most. */
const full_at = (alpha: number): number => Math.min(255 - Math.floor(127 / Math.max(Math.min(alpha, 1) * 255, 1)), ALMOST)

export class ColorSheet extends Sheet {
  private pixels = new Int32Array()
  private full = 255

  /** `alpha` is the highest of all marks, 0 to 1. */
  set_alpha(alpha: number): void {
    this.full = full_at(alpha)
  }

  protected clear(size: number): void {
    if (this.pixels.length < size) this.pixels = new Int32Array(size)
    else this.pixels.fill(0, 0, size)
  }

  stamp(mask: Mask, at: number, { fill, line }: Ink): void {
    this.hidden.widen(mask.reach)
    const { stride } = this
    let target = at + mask.top * stride + mask.left
    for (let source = 0; source < mask.fill.length; source += mask.width, target += stride) {
      if (mask.line === null) this.plain_row(mask.fill, source, target, mask.width, fill)
      else this.lined_row(mask.fill, mask.line, source, target, mask.width, fill, line)
    }
  }

  private plain_row(covered: Uint8Array, source: number, target: number, width: number, fill: number): void {
    const { pixels } = this
    for (let k = 0; k < width; k++) {
      const coverage = covered[source + k]
      const upper = pixels[target + k]
      const room = 255 - (upper >>> 24)
      if (coverage === 0 || room < 2) continue
      const color = coverage === 255 ? fill : scaled(fill, part_of(coverage))
      pixels[target + k] = room === 255 ? color : (upper + scaled(color, part_of(room))) | 0
    }
  }

  private lined_row(
    filled: Uint8Array, lined: Uint8Array, source: number, target: number, width: number, fill: number, line: number,
  ): void {
    const { pixels } = this
    for (let k = 0; k < width; k++) {
      const inner = filled[source + k]
      const edge = lined[source + k]
      const upper = pixels[target + k]
      const room = 255 - (upper >>> 24)
      if (inner + edge === 0 || room < 2) continue
      let color = inner === 0 ? 0 : scaled(fill, part_of(inner))
      if (edge > 0) color = over(scaled(line, part_of(edge)), color)
      pixels[target + k] = room === 255 ? color : (upper + scaled(color, part_of(room))) | 0
    }
  }

  protected mark_done(done: Uint8Array): void {
    const { pixels, full, size } = this
    for (let i = 0; i < size; i++) done[i] = pixels[i] >>> 24 >= full ? 1 : 0
  }

  protected picture(from: number, to: number): Int32Array {
    const { pixels } = this
    for (let i = from; i < to; i++) {
      const color = pixels[i]
      const alpha = color >>> 24
      if (alpha === 0 || alpha === 255) continue
      if (alpha === ALMOST) {
        pixels[i] = color | 0xff000000
        continue
      }
      const factor = 255 / alpha
      const channel = (shift: number): number => Math.min(Math.round(((color >>> shift) & 255) * factor), 255) << shift
      pixels[i] = (color & 0xff000000) | channel(16) | channel(8) | channel(0)
    }
    return pixels
  }
}
