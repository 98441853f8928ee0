// How much of each pixel an area covers, worked out column by column: exact whatever its edges do within a column,
// where filling a path costs more the more often these go up and down, and loses what is thinner than its samples.
//
// An edge that goes from v0 to v1 across a part of a column hides a growing share of the pixels between, and all
// pixels behind: a ramp. Ramps are kept as their second differences, so that each costs the same however long it is.

import { upright, type StepMode } from "./stairs"

/** Stands for an infinite pixel, such as that of zero on a log axis. */
const ENDLESS = 1e9

/** Receives a column: the covered share of each of its pixels, 0 to 1. */
export type TakeColumn = (column: number, shares: Float64Array) => void

export class Coverage {
  private readonly steps: Float64Array
  private readonly bends: Float64Array
  private readonly shares: Float64Array
  private column = -1
  private at = NaN
  private one = NaN
  private two = NaN
  private closed = true

  /** `columns` along the area, each of `height` pixels across it; in steps of a `mode`, or with null from row to row. */
  constructor(
    private readonly columns: number, private readonly height: number,
    private readonly mode: StepMode | null, private readonly take: TakeColumn,
  ) {
    this.steps = new Float64Array(height + 3)
    this.bends = new Float64Array(height + 3)
    this.shares = new Float64Array(height)
  }

  /** The next row: its place in columns and its edges in pixels. One that is not a number in any of them is a gap. */
  row(at: number, one: number, two: number): void {
    if (!Number.isFinite(at) || Number.isNaN(one) || Number.isNaN(two)) return this.gap()
    one = Math.max(-ENDLESS, Math.min(ENDLESS, one))
    two = Math.max(-ENDLESS, Math.min(ENDLESS, two))
    if (!this.closed) this.join(at, one, two)
    this.at = at
    this.one = one
    this.two = two
    this.closed = false
  }

  gap(): void {
    this.closed = true
  }

  end(): void {
    this.gap()
    this.turn_to(-1)
  }

  /** The area from the last row to the next one. */
  private join(at: number, one: number, two: number): void {
    if (this.mode === null) return this.piece(this.at, this.one, this.two, at, one, two)
    const turn = upright(this.mode, this.at, at)
    this.piece(this.at, this.one, this.two, turn, this.one, this.two)
    this.piece(turn, one, two, at, one, two)
  }

  /** The area between two rows, part by part where it lies in several columns. */
  private piece(s0: number, a0: number, b0: number, s1: number, a1: number, b1: number): void {
    const length = s1 - s0
    const end = Math.max(0, Math.min(this.columns, s1))
    let at = Math.max(0, Math.min(this.columns, s0))
    let [a, b] = [between(a0, a1, (at - s0) / length), between(b0, b1, (at - s0) / length)]
    while (at !== end) {
      const column = length > 0 ? Math.floor(at) : Math.ceil(at) - 1
      const to = length > 0 ? Math.min(end, column + 1) : Math.max(end, column)
      const part = (to - s0) / length
      const [c, d] = [between(a0, a1, part), between(b0, b1, part)]
      this.turn_to(column)
      this.part(Math.abs(to - at), a, c, b, d)
      at = to
      a = c
      b = d
    }
  }

  /** One edge from a0 to a1, the other from b0 to b1, over a part of the column that is so wide. */
  private part(width: number, a0: number, a1: number, b0: number, b1: number): void {
    const [before, after] = [a0 - b0, a1 - b1]
    if (before * after < 0) {
      const share = before / (before - after)
      const middle = between(a0, a1, share)
      this.part(width * share, a0, middle, b0, middle)
      return this.part(width * (1 - share), middle, a1, middle, b1)
    }
    const sign = before + after <= 0 ? 1 : -1
    this.ramp(a0, a1, sign * width)
    this.ramp(b0, b1, -sign * width)
  }

  /** Covers the pixels behind an edge. */
  private ramp(v0: number, v1: number, weight: number): void {
    const { height } = this
    let [low, high] = v0 < v1 ? [v0, v1] : [v1, v0]
    if (high <= 0 || low >= height || high - low < 1e-3 || !Number.isFinite(high - low)) {
      return this.step(Math.max(0, Math.min(height, (low + high) / 2 || 0)), weight)
    }
    const slope = weight / (high - low)
    if (low < 0) {
      this.step(0, -low * slope)
      low = 0
    }
    if (high > height) high = height
    this.bend(low, slope)
    this.bend(high, -slope)
  }

  private step(at: number, weight: number): void {
    const pixel = Math.floor(at)
    const part = at - pixel
    this.steps[pixel] += weight * (1 - part)
    this.steps[pixel + 1] += weight * part
  }

  private bend(at: number, slope: number): void {
    const pixel = Math.floor(at)
    const part = at - pixel
    const rest = 1 - part
    this.bends[pixel] += (slope * rest * rest) / 2
    this.bends[pixel + 1] += slope * (1.5 - part - rest * rest)
    this.bends[pixel + 2] += (slope * part * part) / 2
  }

  /** Hands out the column that is done, and begins another. */
  private turn_to(column: number): void {
    if (column === this.column) return
    if (this.column >= 0) {
      const { steps, bends, shares, height } = this
      for (let i = 0, step = 0, slope = 0, ramp = 0; i < height; i++) {
        step += steps[i]
        slope += bends[i]
        ramp += slope
        shares[i] = Math.max(0, Math.min(1, step + ramp))
      }
      this.take(this.column, shares)
      steps.fill(0)
      bends.fill(0)
    }
    this.column = column
  }
}

function between(a: number, b: number, part: number): number {
  return a === b || part <= 0 ? a : part >= 1 ? b : a + (b - a) * part
}
