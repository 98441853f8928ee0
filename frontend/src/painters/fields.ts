// The two shapes in which a glyph's field reaches the drawing loops.

/** A number for all rows, or one a row: one class, so that loops over it stay fast. */
export class NumberField {
  private most: number | null = null

  /** `values` null: `value` holds for all rows. */
  constructor(readonly value: number, readonly values: Float64Array | null = null) {}

  at(row: number): number {
    return this.values === null ? this.value : this.values[row]
  }

  times(factor: number): NumberField {
    return new NumberField(this.value * factor, this.values === null ? null : this.values.map((one) => one * factor))
  }

  /** Highest finite number, at least 0. */
  max(): number {
    return (this.most ??= this.find_most())
  }

  private find_most(): number {
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
  /** Row 0 is row `first` since the beginning; as long as `life` is the same object, a row keeps its code. */
  readonly rows?: { readonly first: number; readonly life: object }
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
  return { ...field, table: field.table.map(change) }
}

/** Several fields as one: the table holds each combination that occurs. */
export function combine<T extends readonly unknown[]>(fields: { readonly [I in keyof T]: Coded<T[I]> }): Coded<T> {
  let all: Coded<unknown[]> = { codes: null, table: [[]] }
  for (const field of fields as readonly Coded<unknown>[]) {
    if (field.codes === null) all = map_coded(all, (row) => [...row, field.table[0]])
    else if (all.codes === null) all = map_coded(field, (value) => [...all.table[0], value])
    else if (all.codes === field.codes) all = { ...all, table: all.table.map((row, code) => [...row, field.table[code]]) }
    else all = cross(all, field)
  }
  return all as unknown as Coded<T>
}

function cross(a: Coded<unknown[]>, b: Coded<unknown>): Coded<unknown[]> {
  const pairs = pairs_of(a, b).update(a, b)
  const table = pairs.table.map(([i, j]) => [...a.table[i], b.table[j]])
  return { ...pairs, table }
}

/** What was worked out of two fields' codes is kept as long as both live. */
const known_pairs = new WeakMap<object, WeakMap<object, Pairs>>()

function pairs_of(a: Coded<unknown>, b: Coded<unknown>): Pairs {
  if (a.rows === undefined || b.rows === undefined) return new Pairs()
  let others = known_pairs.get(a.rows.life)
  if (others === undefined) known_pairs.set(a.rows.life, (others = new WeakMap()))
  let pairs = others.get(b.rows.life)
  if (pairs === undefined) others.set(b.rows.life, (pairs = new Pairs()))
  return pairs
}

/** Codes of pairs of codes, in order of appearance. */
class Pairs {
  private readonly rolling = new Rolling()
  private known = new Map<number, number>()
  private table: [number, number][] = []
  private apart = 0
  private life = {}

  update(a: Coded<unknown>, b: Coded<unknown>): Coded<[number, number]> {
    const first = a.rows?.first ?? 0
    const apart = first - (b.rows?.first ?? 0)
    const length = Math.min(a.codes!.length, b.codes!.length)
    if (apart !== this.apart || this.table.length > 2 * length) this.rolling.clear()
    this.apart = apart
    const [codes, kept] = this.rolling.roll(first, length)
    if (kept === 0) {
      this.known = new Map()
      this.table = []
      this.life = {}
    }
    for (let i = kept; i < codes.length; i++) codes[i] = this.code(a.codes![i], b.codes![i])
    return { codes, table: this.table, rows: { first, life: this.life } }
  }

  private code(a: number, b: number): number {
    const key = a * 2 ** 26 + b
    let code = this.known.get(key)
    if (code === undefined) {
      this.known.set(key, (code = this.table.length))
      this.table.push([a, b])
    }
    return code
  }
}

/** Codes of rows that come at the end and go at the start; what was handed out stays as it was. */
export class Rolling {
  private buffer = new Uint32Array()
  private start = 0
  private first = 0
  private length = 0

  clear(): void {
    this.length = 0
  }

  /** The codes of `length` rows from row `first` on, and for how many they are known; the others are to be written. */
  roll(first: number, length: number): [codes: Uint32Array, known: number] {
    const dropped = first - this.first
    const known = Math.max(this.length - dropped, 0)
    this.start += dropped
    if (known === 0 || this.start + length > this.buffer.length) {
      const kept = this.buffer.subarray(this.start, this.start + known)
      this.buffer = new Uint32Array(length * 2)
      this.buffer.set(kept)
      this.start = 0
    }
    this.first = first
    this.length = length
    return [this.buffer.subarray(this.start, this.start + length), known]
  }
}
