// Long lines by pixel column. Between two neighbouring pixel edges a line of ascending x cannot be told from the
// one through its first, lowest, highest and last point there:
//
//        |  .*.  |
//      *-+-*   \ |          four points a column are enough, however many there are
//        |      *+--*
import type { Scale } from "../scales/scale"
import { lower_bound } from "./spatial"

/** Where the line is interrupted, among row numbers. */
export const GAP = 0xffffffff

/** A growing list of row numbers, used again from frame to frame. */
export class RowList {
  rows = new Uint32Array(4096)
  length = 0

  push(row: number): void {
    if (this.length === this.rows.length) {
      const wider = new Uint32Array(this.rows.length * 2)
      wider.set(this.rows)
      this.rows = wider
    }
    this.rows[this.length++] = row
  }
}

/** The rows whose x lies in the window, and one more to each side so that the line leaves it. */
export function visible_rows(xs: Float64Array, x0: number, x1: number): [from: number, to: number] {
  const [low, high] = x0 <= x1 ? [x0, x1] : [x1, x0]
  const from = lower_bound(xs, low)
  let to = lower_bound(xs, high, from)
  while (to < xs.length && xs[to] === high) to++
  return [Math.max(from - 1, 0), Math.min(to + 1, xs.length)]
}

/**
 * Rows that draw the same picture as all rows from `from` to `to`. `xs` ascends; `columns` pixel columns of
 * `1 / ratio` CSS pixels start at `left`; values of y not above `floor` interrupt the line.
 */
export function decimate(
  xs: Float64Array, ys: Float64Array, [from, to]: readonly [number, number], scale: Scale,
  { left, columns, ratio, floor }: { left: number; columns: number; ratio: number; floor: number }, out: RowList,
): void {
  out.length = 0
  const forward = scale.to_data(left + columns / ratio) >= scale.to_data(left)
  let start = from
  for (let column = 0; column <= columns && start < to; column++) {
    const edge = scale.to_data(left + (forward ? column : columns - column) / ratio)
    const end = lower_bound(xs, edge, start, to)
    if (end > start) column_rows(ys, start, end, floor, out)
    start = end
  }
  if (start < to) column_rows(ys, start, to, floor, out)
}

/** One column: each uninterrupted run by its first, extreme and last rows. */
function column_rows(ys: Float64Array, start: number, end: number, floor: number, out: RowList): void {
  let i = start
  while (i < end) {
    const first = i
    let low = i
    let high = i
    for (; i < end; i++) {
      const y = ys[i]
      if (!(y > floor && y < Infinity)) break
      if (y < ys[low]) low = i
      else if (y > ys[high]) high = i
    }
    if (i > first) run_rows(first, low, high, i - 1, out)
    if (i < end) {
      out.push(GAP)
      i++
    }
  }
}

function run_rows(first: number, low: number, high: number, last: number, out: RowList): void {
  out.push(first)
  const early = Math.min(low, high)
  const late = Math.max(low, high)
  if (early !== first && early !== last) out.push(early)
  if (late !== early && late !== first && late !== last) out.push(late)
  if (last !== first) out.push(last)
}
