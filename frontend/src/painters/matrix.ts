// A cell of an image column as rows of numbers.
import type { NDArray, TypedArray } from "../protocol/values"

export interface Matrix {
  readonly width: number
  readonly height: number
  /** Row by row. */
  readonly values: TypedArray
}

const NOTHING: Matrix = { width: 0, height: 0, values: new Float64Array() }

/** Accepts an array of rank two, a list of rows, and numbers, which are one row; anything else is empty. */
export function matrix_of(cell: unknown): Matrix {
  if (ArrayBuffer.isView(cell)) {
    const { shape = [1, (cell as NDArray).length] } = cell as NDArray
    return shape.length === 2 ? { height: shape[0], width: shape[1], values: cell as NDArray } : NOTHING
  }
  if (!Array.isArray(cell) || cell.length === 0) return NOTHING
  const rows = (typeof cell[0] === "object" && cell[0] !== null ? cell : [cell]) as ArrayLike<unknown>[]
  const width = rows[0].length
  const values = new Float64Array(rows.length * width).fill(NaN)
  rows.forEach((row, j) => {
    for (let i = 0; i < Math.min(width, row.length); i++) values[j * width + i] = Number(row[i] ?? NaN)
  })
  return { height: rows.length, width, values }
}
