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
function each_limit(a: number, b: number, low: number, high: number, visit: (part: number) => void): void {
  if (a >= low && a <= high && b >= low && b <= high) return
  for (const limit of a < b ? [low, high] : [high, low]) if (a < limit !== b < limit) visit((limit - a) / (b - a))
}

const between = (a: number, b: number, part: number): number => a + (b - a) * part

/** An area whose edges run over x, or with `upright_axis` over y. In pixels: `at` along the axis, `one` and `two` across. */
export class Ribbon {
  private readonly at: number[] = []
  private readonly one: number[] = []
  private readonly two: number[] = []
  private readonly along: readonly [number, number]
  private readonly across: readonly [number, number]
  private last: readonly [at: number, one: number, two: number] | null = null

  constructor(private readonly ctx: Canvas2D, { x, y, width, height }: Box, private readonly over_y: boolean, private readonly mode: StepMode | null) {
    const spans = [[x - MARGIN, x + width + MARGIN], [y - MARGIN, y + height + MARGIN]] as const
    this.along = spans[over_y ? 1 : 0]
    this.across = spans[over_y ? 0 : 1]
    ctx.beginPath()
  }

  /** The next row; one that is not a number in any place is a gap. */
  row(at: number, one: number, two: number): void {
    if (!Number.isFinite(at) || Number.isNaN(one) || Number.isNaN(two)) return this.gap()
    const next = [at, limited(one, -ENDLESS, ENDLESS), limited(two, -ENDLESS, ENDLESS)] as const
    if (this.last !== null && this.mode !== null) {
      const turn = upright(this.mode, this.last[0], at)
      this.point(turn, this.last[1], this.last[2])
      this.point(turn, next[1], next[2])
    }
    this.point(...next)
    this.last = next
  }

  /** Ends a piece of the area. */
  gap(): void {
    const { ctx, at, one, two } = this
    if (at.length > 1) {
      ctx.moveTo(...this.place(at[0], limited(one[0], ...this.across)))
      for (let i = 1; i < at.length; i++) this.edge(one, i - 1, i)
      ctx.lineTo(...this.place(at[at.length - 1], limited(two[at.length - 1], ...this.across)))
      for (let i = at.length - 1; i > 0; i--) this.edge(two, i, i - 1)
      ctx.closePath()
    }
    at.length = one.length = two.length = 0
    this.last = null
  }

  fill(): void {
    this.gap()
    this.ctx.fill()
  }

  private point(at: number, one: number, two: number): void {
    const last = this.at.length - 1
    if (last >= 0) {
      const [at0, one0, two0] = [this.at[last], this.one[last], this.two[last]]
      each_limit(at0, at, ...this.along, (part) => this.push(between(at0, at, part), between(one0, one, part), between(two0, two, part)))
    }
    this.push(at, one, two)
  }

  private push(at: number, one: number, two: number): void {
    this.at.push(at)
    this.one.push(one)
    this.two.push(two)
  }

  private edge(values: readonly number[], i: number, k: number): void {
    const { at, ctx } = this
    const [a, b] = [values[i], values[k]]
    each_limit(a, b, ...this.across, (part) => ctx.lineTo(...this.place(between(at[i], at[k], part), between(a, b, part))))
    ctx.lineTo(...this.place(at[k], limited(b, ...this.across)))
  }

  private place(at: number, value: number): [number, number] {
    const along = limited(at, ...this.along)
    return this.over_y ? [value, along] : [along, value]
  }
}
