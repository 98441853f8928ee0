// Areas between two edges over a common axis, fed row by row and filled as one path.
import type { Box } from "../layout/surface"
import { upright, type StepMode } from "./stairs"
import type { Canvas2D } from "./types"

/** Canvas coordinates lose precision far out: edges are cut so many pixels beyond the frame. */
const MARGIN = 2_000
/** Stands for an infinite pixel, such as that of zero on a log axis. */
const ENDLESS = 1e12

const limited = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))

/** Visits how far along from `a` to `b` the limits lie that are passed on the way, in order. */
function each_limit(a: number, b: number, [low, high]: readonly [number, number], visit: (part: number) => void): void {
  if (a >= low && a <= high && b >= low && b <= high) return
  for (const limit of a < b ? [low, high] : [high, low]) if (a < limit !== b < limit) visit((limit - a) / (b - a))
}

const between = (a: number, b: number, part: number): number => a + (b - a) * part

/** An area whose edges run over x, or over y. In pixels: `at` along that axis, `one` and `two` across. */
export class Ribbon {
  private readonly at: number[] = []
  private readonly one: number[] = []
  private readonly two: number[] = []
  private readonly along: readonly [number, number]
  private readonly across: readonly [number, number]
  private last_at = NaN
  private last_one = NaN
  private last_two = NaN

  /** In steps of a `mode`, or with null from row to row. */
  constructor(
    private readonly ctx: Canvas2D, { x, y, width, height }: Box,
    private readonly over_y: boolean, private readonly mode: StepMode | null,
  ) {
    const spans = [[x - MARGIN, x + width + MARGIN], [y - MARGIN, y + height + MARGIN]] as const
    this.along = spans[over_y ? 1 : 0]
    this.across = spans[over_y ? 0 : 1]
    ctx.beginPath()
  }

  /** The next row; one that is not a number in any place is a gap. */
  row(at: number, one: number, two: number): void {
    if (!Number.isFinite(at) || Number.isNaN(one) || Number.isNaN(two)) return this.gap()
    one = limited(one, -ENDLESS, ENDLESS)
    two = limited(two, -ENDLESS, ENDLESS)
    if (this.mode !== null && this.at.length > 0) {
      const turn = upright(this.mode, this.last_at, at)
      this.point(turn, this.last_one, this.last_two)
      this.point(turn, one, two)
    }
    this.point(at, one, two)
    this.last_at = at
    this.last_one = one
    this.last_two = two
  }

  /** Ends a piece of the area. */
  gap(): void {
    const { at, one, two } = this
    const last = at.length - 1
    if (last > 0) {
      this.move_to(at[0], one[0])
      for (let i = 1; i <= last; i++) this.edge(one, i - 1, i)
      this.line_to(at[last], two[last])
      for (let i = last; i > 0; i--) this.edge(two, i, i - 1)
      this.ctx.closePath()
    }
    at.length = one.length = two.length = 0
  }

  fill(): void {
    this.gap()
    this.ctx.fill()
  }

  /** Adds a point to both edges, and one wherever they leave the room that is drawn on. */
  private point(at: number, one: number, two: number): void {
    const last = this.at.length - 1
    if (last >= 0) {
      const [at0, one0, two0] = [this.at[last], this.one[last], this.two[last]]
      each_limit(at0, at, this.along, (part) => this.push(between(at0, at, part), between(one0, one, part), between(two0, two, part)))
    }
    this.push(at, one, two)
  }

  private push(at: number, one: number, two: number): void {
    this.at.push(at)
    this.one.push(one)
    this.two.push(two)
  }

  private edge(values: readonly number[], from: number, to: number): void {
    const { at } = this
    const [a, b] = [values[from], values[to]]
    each_limit(a, b, this.across, (part) => this.line_to(between(at[from], at[to], part), between(a, b, part)))
    this.line_to(at[to], b)
  }

  private move_to(at: number, value: number): void {
    const [s, v] = [limited(at, ...this.along), limited(value, ...this.across)]
    if (this.over_y) this.ctx.moveTo(v, s)
    else this.ctx.moveTo(s, v)
  }

  private line_to(at: number, value: number): void {
    const [s, v] = [limited(at, ...this.along), limited(value, ...this.across)]
    if (this.over_y) this.ctx.lineTo(v, s)
    else this.ctx.lineTo(s, v)
  }
}
