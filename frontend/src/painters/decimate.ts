// Long lines by pixel column. Between two neighbouring pixel edges a line of ascending x cannot be told from what
// its first, lowest, highest and last point say of it (and how often it went up and down between them):
//
//        |  .*.  |
//      *-+-*   \ |          four rows a column are enough, however many there are
//        |      *+--*
import type { Scale } from "../scales/scale"
import { lower_bound } from "./spatial"

/** Uninterrupted runs of rows, each within one pixel column. Used again from frame to frame. */
export class Runs {
  length = 0
  /** The column that rows refer to. */
  ys: Float64Array = new Float64Array()
  column = new Int32Array(1024)
  first = new Uint32Array(1024)
  low = new Uint32Array(1024)
  high = new Uint32Array(1024)
  last = new Uint32Array(1024)
  /** Sum of all steps up and down within the run. */
  travel = new Float32Array(1024)
  /** 1 where the line was interrupted before the run. */
  broken = new Uint8Array(1024)

  push(
    column: number, first: number, low: number, high: number, last: number, travel: number, broken: boolean,
  ): void {
    if (this.length === this.column.length) this.widen()
    const k = this.length++
    this.column[k] = column
    this.first[k] = first
    this.low[k] = low
    this.high[k] = high
    this.last[k] = last
    this.travel[k] = travel
    this.broken[k] = broken ? 1 : 0
  }

  private widen(): void {
    const { column, first, low, high, last, travel, broken } = this
    const size = column.length * 2
    this.column = widened(column, new Int32Array(size))
    this.first = widened(first, new Uint32Array(size))
    this.low = widened(low, new Uint32Array(size))
    this.high = widened(high, new Uint32Array(size))
    this.last = widened(last, new Uint32Array(size))
    this.travel = widened(travel, new Float32Array(size))
    this.broken = widened(broken, new Uint8Array(size))
  }
}

function widened<A extends Int32Array | Uint32Array | Uint8Array | Float32Array>(values: A, into: A): A {
  into.set(values)
  return into
}

/** The rows whose x lies in the window, and one more to each side so that the line leaves it. */
export function visible_rows(xs: Float64Array, x0: number, x1: number): [from: number, to: number] {
  const [low, high] = x0 <= x1 ? [x0, x1] : [x1, x0]
  const from = lower_bound(xs, low)
  let to = lower_bound(xs, high, from)
  while (to < xs.length && xs[to] === high) to++
  return [Math.max(from - 1, 0), Math.min(to + 1, xs.length)]
}

/** Pixel columns of `1 / ratio` CSS pixels from `left` on. Values of y not above `floor` interrupt the line. */
export interface Columns { readonly left: number; readonly count: number; readonly ratio: number; readonly floor: number }

/** Sums up the rows from `from` to `to` column by column. `xs` ascends; rows outside all columns are at -1 or `count`. */
export function decimate(
  xs: Float64Array, ys: Float64Array, [from, to]: readonly [number, number], scale: Scale, columns: Columns, out: Runs,
): void {
  const { left, count, ratio, floor } = columns
  out.length = 0
  out.ys = ys
  const forward = scale.to_data(left + count / ratio) >= scale.to_data(left)
  let broken = true
  let start = from
  for (let k = 0; k <= count + 1 && start < to; k++) {
    const edge = k > count ? Infinity : scale.to_data(left + (forward ? k : count - k) / ratio)
    const end = edge === Infinity ? to : lower_bound(xs, edge, start, to)
    if (end > start) broken = column_runs(ys, start, end, forward ? k - 1 : count - k, floor, broken, out)
    start = end
  }
}

/** The runs of one column; returns whether the line is interrupted at its end. */
function column_runs(
  ys: Float64Array, start: number, end: number, column: number, floor: number, broken: boolean, out: Runs,
): boolean {
  for (let i = start; i < end; i++) {
    const first = i
    let low = i
    let high = i
    let travel = 0
    for (let before = ys[i]; i < end; i++) {
      const y = ys[i]
      if (!(y > floor && y < Infinity)) break
      travel += Math.abs(y - before)
      before = y
      if (y < ys[low]) low = i
      else if (y > ys[high]) high = i
    }
    if (i > first) {
      out.push(column, first, low, high, i - 1, travel, broken)
      broken = false
    }
    if (i < end) broken = true
  }
  return broken
}
