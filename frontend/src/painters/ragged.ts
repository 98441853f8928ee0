// Rows that hold whole lines: a list or an array of places in each cell of two columns.
import { factors_of } from "../scales/make"
import { Numbers } from "../store/numbers"
import type { GlyphData } from "./data"
import { EMPTY, extent_of, joint, type Extent, type Rows } from "./extent"
import type { Points } from "./paths"
import type { Bounds, View } from "./types"

/** The line of a row, and the box around it. */
export interface RaggedRow extends Points, Bounds {}

interface Known { readonly x_cell: unknown; readonly row: RaggedRow }

/** The lines of all rows. Cells are looked at once, however often rows are appended and dropped. */
export function ragged_rows(data: GlyphData): readonly RaggedRow[] {
  const factors = { x: factors_of(data.axes.x.range), y: factors_of(data.axes.y.range) }
  const [[, x_column], [, y_column]] = [data.deps("xs"), data.deps("ys")]
  const known = data.memo("cells", [x_column, y_column, factors.x, factors.y], () => new WeakMap<object, Known>())
  return data.memo("ragged", [...data.deps("xs", "ys"), known], () => {
    const [xs, ys] = [data.cells("xs") ?? [], data.cells("ys") ?? []]
    return Array.from({ length: Math.min(xs.length, ys.length) }, (_, i) => {
      if (typeof ys[i] !== "object" || ys[i] === null) return make_row(data, [], [], factors)
      const found = known.get(ys[i] as object)
      if (found !== undefined && found.x_cell === xs[i]) return found.row
      const row = make_row(data, xs[i], ys[i], factors)
      known.set(ys[i] as object, { x_cell: xs[i], row })
      return row
    })
  })
}

type Factors = ReturnType<typeof factors_of>

function make_row({ axes }: GlyphData, x_cell: unknown, y_cell: unknown, factors: { x: Factors; y: Factors }): RaggedRow {
  const [xs, ys] = [to_numbers(x_cell, factors.x), to_numbers(y_cell, factors.y)]
  const extent = (values: Numbers, log: boolean): Extent => extent_of([values.view()], null, log ? 0 : -Infinity)
  return { xs, ys, x: extent(xs, axes.x.log), y: extent(ys, axes.y.log) }
}

function to_numbers(cell: unknown, factors: Factors): Numbers {
  if (!Array.isArray(cell) && !ArrayBuffer.isView(cell)) return new Numbers()
  const values = cell as ArrayLike<unknown>
  if (factors !== null) return new Numbers(factors.positions(values))
  return new Numbers(values instanceof Float64Array ? values : Float64Array.from(values, (one) => Number(one ?? NaN)))
}

/** What automatic ranges must show of the rows. */
export function ragged_bounds(data: GlyphData, rows: Rows): Bounds {
  const lines = ragged_rows(data)
  return data.memo("bounds", [lines, rows], () => {
    let [x, y] = [EMPTY, EMPTY]
    each_row(lines, rows, (line) => {
      x = joint(x, line.x)
      y = joint(y, line.y)
    })
    return { x, y }
  })
}

/** Visits these rows, or all. */
export function each_row(lines: readonly RaggedRow[], rows: Rows, visit: (line: RaggedRow, row: number) => void): void {
  if (rows === null) return lines.forEach(visit)
  for (const row of rows) if (row < lines.length) visit(lines[row], row)
}

/** True if the box around a line comes at least within `reach` pixels of a rectangle. */
export function comes_near(line: RaggedRow, { x, y }: View, [x0, y0, x1, y1]: readonly [number, number, number, number], reach: number): boolean {
  const [ax, bx] = [x.to_screen(line.x[0]), x.to_screen(line.x[1])]
  const [ay, by] = [y.to_screen(line.y[0]), y.to_screen(line.y[1])]
  return Math.max(ax, bx) >= x0 - reach && Math.min(ax, bx) <= x1 + reach
    && Math.max(ay, by) >= y0 - reach && Math.min(ay, by) <= y1 + reach
}
