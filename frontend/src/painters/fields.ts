// The two shapes in which a glyph's field reaches the drawing loops.

/** A number for all rows, or one a row: one class, so that loops over it stay fast. */
export class NumberField {
  /** `values` null: `value` holds for all rows. */
  constructor(readonly value: number, readonly values: Float64Array | null = null) {}

  at(row: number): number {
    return this.values === null ? this.value : this.values[row]
  }

  /** Highest finite number, at least 0. */
  max(): number {
    if (this.values === null) return Math.max(this.value, 0) || 0
    let most = 0
    for (const value of this.values) if (value > most && value < Infinity) most = value
    return most
  }
}

/** Few distinct values for many rows: row i has `table[codes[i]]`, or `table[0]` where `codes` is null. */
export interface Coded<T> {
  readonly codes: Uint32Array | null
  readonly table: readonly T[]
}

export const uniform = <T>(value: T): Coded<T> => ({ codes: null, table: [value] })

export function coded_at<T>(field: Coded<T>, row: number): T {
  return field.table[field.codes === null ? 0 : field.codes[row]]
}

/** Gives equal values the same code, in order of appearance. */
export function encode<T>(values: ArrayLike<T>): Coded<T> {
  const known = new Map<T, number>()
  const codes = new Uint32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    let code = known.get(values[i])
    if (code === undefined) known.set(values[i], (code = known.size))
    codes[i] = code
  }
  return { codes, table: [...known.keys()] }
}

export function map_coded<T, U>(field: Coded<T>, change: (value: T) => U): Coded<U> {
  return { codes: field.codes, table: field.table.map(change) }
}

/** Several fields as one: the table holds each combination that occurs. */
export function combine<T extends readonly unknown[]>(fields: { readonly [I in keyof T]: Coded<T[I]> }): Coded<T> {
  let codes: Uint32Array | null = null
  let table: unknown[][] = [[]]
  for (const field of fields as readonly Coded<unknown>[]) {
    if (field.codes === null) table = table.map((row) => [...row, field.table[0]])
    else if (codes === null) {
      table = field.table.map((value) => [...table[0], value])
      codes = field.codes
    } else [codes, table] = cross(codes, table, field.codes, field.table)
  }
  return { codes, table: table as unknown as T[] }
}

function cross(
  codes: Uint32Array, table: unknown[][], others: Uint32Array, values: readonly unknown[],
): [Uint32Array, unknown[][]] {
  const length = Math.min(codes.length, others.length)
  const keys = new Float64Array(length)
  for (let i = 0; i < length; i++) keys[i] = codes[i] * values.length + others[i]
  const pairs = encode(keys)
  const rows = pairs.table.map((key) => [...table[Math.floor(key / values.length)], values[key % values.length]])
  return [pairs.codes!, rows]
}
