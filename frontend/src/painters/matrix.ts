// A cell of an image column as rows of numbers.
import type { NDArray } from "../protocol/values"

export interface Matrix {
  readonly width: number
  readonly height: number
  /** Row by row. */
  readonly values: ArrayLike<number>
}

const NOTHING: Matrix = { width: 0, height: 0, values: [] }

/** Accepts an array of rank two and a list of rows; anything else is empty. */
export function matrix_of(cell: unknown): Matrix {
  if (ArrayBuffer.isView(cell)) {
    const { shape } = cell as NDArray
    if (shape === undefined || shape.length !== 2) return NOTHING
    return { height: shape[0], width: shape[1], values: cell as NDArray }
  }
  if (!Array.isArray(cell) || cell.length === 0) return NOTHING
  const rows = cell as ArrayLike<unknown>[]
  const width = rows[0].length
  const values = new Float64Array(rows.length * width).fill(NaN)
  rows.forEach((row, j) => {
    for (let i = 0; i < Math.min(width, row.length); i++) values[j * width + i] = Number(row[i] ?? NaN)
  })
  return { height: rows.length, width, values }
}
