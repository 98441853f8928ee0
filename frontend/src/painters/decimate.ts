// Long lines by pixel column. Between two neighbouring pixel edges a line of ascending x cannot be told from what
// its first, lowest, highest and last point say of it (and how often it went up and down between them):
//
//        |  .*.  |
//      *-+-*   \ |          four rows a column are enough, however many there are
//        |      *+--*
//
// Rows in the middle of a column are asked for by blocks, so a column costs O(log rows).
import type { Scale } from "../scales/scale"
import { Numbers } from "../store/numbers"
import type { Summary } from "../store/summary"

/** From so many rows a column on, blocks are asked. */
const MANY = 100

/** Uninterrupted runs of rows, each within one pixel column. Used again from frame to frame. */
export class Runs {
  length = 0
  /** What rows refer to. */
  ys = new Numbers()
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
export function visible_rows(xs: Numbers, x0: number, x1: number): [from: number, to: number] {
  const [low, high] = x0 <= x1 ? [x0, x1] : [x1, x0]
  const from = xs.lower_bound(low)
  let to = xs.lower_bound(high, from)
  while (to < xs.length && xs.get(to) === high) to++
  return [Math.max(from - 1, 0), Math.min(to + 1, xs.length)]
}

/** Pixel columns of `1 / ratio` CSS pixels from `left` on. Values of y not above `floor` interrupt the line. */
export interface Columns { readonly left: number; readonly count: number; readonly ratio: number; readonly floor: number }

/** Sums up the rows from `from` to `to` column by column. `xs` ascends; rows outside all columns are at -1 or `count`. */
export function decimate(
  xs: Numbers, ys: Numbers, window: readonly [number, number], scale: Scale, columns: Columns, out: Runs,
): void {
  out.length = 0
  out.ys = ys
  let broken = true
  each_column(xs, window, scale, columns, (column, start, end) => {
    broken = column_runs(ys, start, end, column, columns.floor, broken, out)
  })
}

/** Visits the columns that hold rows, in the order of these. */
export function each_column(
  xs: Numbers, [from, to]: readonly [number, number], scale: Scale, { left, count, ratio }: Omit<Columns, "floor">,
  visit: (column: number, start: number, end: number) => void,
): void {
  const forward = scale.to_data(left + count / ratio) >= scale.to_data(left)
  let start = from
  let step = 1
  for (let k = 0; k <= count + 1 && start < to; k++) {
    const edge = k > count ? Infinity : scale.to_data(left + (forward ? k : count - k) / ratio)
    const end = edge === Infinity ? to : bound_near(xs, edge, start, to, step)
    if (end > start) visit(forward ? k - 1 : count - k, start, end)
    step = Math.max(end - start, 1)
    start = end
  }
}

/** As `xs.lower_bound`, quick where the answer is about `step` rows from `from`. */
function bound_near(xs: Numbers, value: number, from: number, to: number, step: number): number {
  let high = from + step
  while (high < to && xs.get(high) < value) {
    from = high + 1
    step *= 2
    high = from + step
  }
  return xs.lower_bound(value, from, Math.min(high, to))
}

/** The runs of one column; returns whether the line is interrupted at its end. */
function column_runs(
  ys: Numbers, start: number, end: number, column: number, floor: number, broken: boolean, out: Runs,
): boolean {
  const summary = end - start > MANY ? ys.summary() : null
  for (let i = start; i < end; ) {
    const skipped = summary === null ? 0 : summary.gap(i, end)
    if (skipped > 0 || !drawn(ys.get(i), floor)) {
      i += skipped || 1
      broken = true
      continue
    }
    i = add_run(ys, summary, i, end, column, floor, broken, out)
    broken = false
  }
  return broken
}

const drawn = (y: number, floor: number): boolean => y > floor && y < Infinity

/** Adds the run that starts at row `first`; returns where it ends. */
function add_run(
  ys: Numbers, summary: Summary | null, first: number, end: number, column: number, floor: number, broken: boolean, out: Runs,
): number {
  return summary === null
    ? add_by_rows(ys, first, end, column, floor, broken, out)
    : add_by_blocks(ys, summary, first, end, column, floor, broken, out)
}

function add_by_rows(ys: Numbers, first: number, end: number, column: number, floor: number, broken: boolean, out: Runs): number {
  let before = ys.get(first)
  let [low, high] = [before, before]
  let [low_row, high_row] = [first, first]
  let travel = 0
  let i = first + 1
  for (; i < end; i++) {
    const y = ys.get(i)
    if (!drawn(y, floor)) break
    if (y < low) {
      low = y
      low_row = i
    } else if (y > high) {
      high = y
      high_row = i
    }
    travel += Math.abs(y - before)
    before = y
  }
  out.push(column, first, low_row, high_row, i - 1, travel, broken)
  return i
}

function add_by_blocks(
  ys: Numbers, summary: Summary, first: number, end: number, column: number, floor: number, broken: boolean, out: Runs,
): number {
  let before = ys.get(first)
  let [low, high, travel] = [before, before, 0]
  let [low_row, low_size, high_row, high_size] = [first, 1, first, 1]
  let i = first + 1
  while (i < end) {
    const size = summary.next(i, end, floor)
    const y = size > 0 ? NaN : ys.get(i)
    if (size === 0 && !drawn(y, floor)) break
    const [bottom, top] = size > 0 ? [summary.low, summary.high] : [y, y]
    if (bottom < low) [low, low_row, low_size] = [bottom, i, size]
    if (top > high) [high, high_row, high_size] = [top, i, size]
    travel += size > 0 ? summary.travel : Math.abs(y - before)
    i += size || 1
    before = size > 0 ? ys.get(i - 1) : y
  }
  if (low_size > 1) low_row = summary.find(low_row, low_size, low, "low")
  if (high_size > 1) high_row = summary.find(high_row, high_size, high, "high")
  out.push(column, first, low_row, high_row, i - 1, travel, broken)
  return i
}
