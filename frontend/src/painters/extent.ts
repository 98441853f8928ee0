/** The rows to look at, ascending; null means all. */
export type Rows = Uint32Array | null

/** Lowest and highest value; empty: `EMPTY`. */
export type Extent = readonly [min: number, max: number]

export const EMPTY: Extent = [Infinity, -Infinity]

/** The extent of both together. */
export const joint = ([a, b]: Extent, [c, d]: Extent): Extent => [Math.min(a, c), Math.max(b, d)]

/** Extent of the numbers above `above` and below infinity, over one array or several of them together. */
export function extent_of(columns: readonly ArrayLike<number>[], rows: Rows, above: number): Extent {
  let min = Infinity
  let max = -Infinity
  for (const values of columns) {
    const count = rows === null ? values.length : rows.length
    for (let k = 0; k < count; k++) {
      const value = values[rows === null ? k : rows[k]]
      if (!(value > above && value < Infinity)) continue
      if (value < min) min = value
      if (value > max) max = value
    }
  }
  return [min, max]
}
