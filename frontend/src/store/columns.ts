import type { NDArray, TypedArray } from "../protocol/values"
import { is_list, row_of, rows_of, same_cells, write_within, Writes, type CellPatch, type Slice } from "./cells"
import { Items } from "./items"
import { Numbers } from "./numbers"

/** What the rows mean; all but "any" are kept as numbers (times in milliseconds, true as 1, missing as NaN). */
export type ColumnType = "number" | "bool" | "datetime" | "timedelta" | "any"

/** A column of a data source, which grows at the end and may drop rows at the start. */
export class Column {
  /** Grows with each change; equal versions mean equal rows. */
  version = 0
  /** Rows dropped at the start so far: row i was appended as row `first + i`. */
  first = 0
  /** Where rows were written in place. */
  readonly writes = new Writes()
  private numbers: Numbers | null
  private items: Items | null
  private type_: ColumnType
  private converted_: { version: number; value: Numbers | null } | null = null
  private face: { version: number; value: ArrayLike<unknown> } | null = null

  /** Takes typed arrays and lists; a Float64Array or an untyped list is adopted, not copied. */
  constructor(values: ArrayLike<unknown> = [], type?: ColumnType) {
    this.type_ = type ?? type_of(values)
    this.numbers = this.type_ === "any" ? null : new Numbers(to_numbers(values))
    this.items = this.type_ === "any" ? new Items(to_rows(values)) : null
  }

  get type(): ColumnType {
    return this.type_
  }

  get length(): number {
    return (this.numbers ?? this.items!).length
  }

  /** True where `numeric()` works. */
  get is_numeric(): boolean {
    return this.numbers !== null || this.converted() !== null
  }

  /** Row `index` as an app sees it: number, boolean, string, factor, array or null. */
  at(index: number): unknown {
    if (this.items !== null) return this.items.at(index)
    if (!(index >= 0 && index < this.length)) return undefined
    const value = this.numbers!.get(index)
    return this.type_ === "bool" ? value !== 0 : value
  }

  /** The rows as one contiguous array, live: valid until the version changes. */
  numeric(): Float64Array {
    return this.series().view()
  }

  /** The rows as numbers that answer questions about themselves; for many rows cheaper than `numeric`. */
  series(): Numbers {
    const numbers = this.numbers ?? this.converted()
    if (numbers !== null) return numbers
    throw new TypeError(`expected a column of numbers, got one that holds ${describe(this.items!.view().find(is_word))}`)
  }

  /** The rows as an app sees them; numbers in place, so that a script may write into them and emit a change. */
  values(): ArrayLike<unknown> {
    if (this.items !== null) return this.items.view()
    if (this.type_ !== "bool") return this.numbers!.view()
    if (this.face?.version !== this.version) {
      this.face = { version: this.version, value: Array.from(this.numbers!.view(), (one) => one !== 0) }
    }
    return this.face.value
  }

  /** Lowest and highest finite number above `above`, `[NaN, NaN]` if there is none. */
  extent(above = -Infinity): [number, number] {
    return this.is_numeric ? this.series().extent(above) : [NaN, NaN]
  }

  /** Adds rows at the end, then drops rows at the start until at most `rollover` are left. */
  append(values: ArrayLike<unknown>, rollover: number | null = null, type?: ColumnType): void {
    const added = (values as NDArray).shape?.[0] ?? values.length
    const length = this.length + added
    this.fit(type ?? type_of(values), added)
    if (this.numbers !== null) this.numbers.append(to_numbers(values), rollover)
    else this.items!.append(to_rows(values), rollover)
    this.first += length - this.length
    this.version++
  }

  /** Writes single rows, slices, and places within the arrays of rows. */
  patch(cells: readonly CellPatch[]): void {
    for (const [place, value] of cells) {
      if (typeof place === "number") this.write_row(place, value)
      else if (place.length === 2) this.write_cells(place[0], place[1], value)
      else this.write_slice(place, value)
    }
    this.version++
  }

  /** Says that rows were changed in place from outside. */
  touch(): void {
    this.numbers?.touch()
    this.version++
    this.writes.forget(this.version)
  }

  /** Rows kept as a list that are all numbers, booleans or missing, as numbers; else null. */
  private converted(): Numbers | null {
    if (this.converted_?.version !== this.version) {
      const is_list_of_words = this.length > 0 && is_word(this.at(0))
      const rows = is_list_of_words ? [] : this.items!.view()
      this.converted_ = { version: this.version, value: is_list_of_words || rows.some(is_word) ? null : new Numbers(to_numbers(rows)) }
    }
    return this.converted_.value
  }

  private write_slice(rows: Slice, value: unknown): void {
    const each = is_list(value)
    let count = 0
    let last = -1
    for (const row of rows_of(rows, this.length)) this.write((last = row), each ? value[count++] : value)
    this.note(rows[0] ?? 0, last + 1)
  }

  private write_row(index: number, value: unknown): void {
    const row = row_of(index, this.length)
    this.write(row, value)
    this.note(row, row + 1)
  }

  private write_cells(index: number, axes: (number | Slice)[], value: unknown): void {
    const row = row_of(index, this.length)
    const cells = this.at(row)
    if (!is_list(cells)) throw new TypeError(`expected an array in row ${row} to patch, got ${describe(cells)}`)
    this.note(row, row + 1, ...write_within(cells as NDArray, axes, value))
    this.items!.set(row, same_cells(cells as NDArray))
  }

  private note(row: number, end: number, from?: number, to?: number): void {
    this.writes.note(this.version + 1, this.first + row, this.first + end, from, to)
  }

  private write(row: number, value: unknown): void {
    if (this.numbers !== null && !is_cell(value)) this.fit("any", 1)
    if (this.numbers !== null) this.numbers.set(row, Number(value ?? NaN))
    else this.items!.set(row, value)
  }

  /** Makes the column hold rows of `type` too: an empty one becomes that, a mixture becomes a list. */
  private fit(type: ColumnType, rows: number): void {
    if (type === this.type_ || rows === 0) return
    if (this.length === 0) {
      this.type_ = type
      this.numbers = type === "any" ? null : new Numbers()
      this.items = type === "any" ? new Items() : null
    } else if (this.numbers !== null && type === "any") {
      this.items = new Items(Array.from(this.values()))
      this.numbers = null
      this.type_ = "any"
    }
  }
}

function is_cell(value: unknown): boolean {
  return value === null || typeof value === "number" || typeof value === "boolean"
}

function is_word(value: unknown): boolean {
  return !is_cell(value)
}

function describe(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : Array.isArray(value) ? "lists" : `a ${typeof value}`
}

function type_of(values: ArrayLike<unknown>): ColumnType {
  if (ArrayBuffer.isView(values)) return ((values as NDArray).shape?.length ?? 1) > 1 ? "any" : "number"
  let seen: string | null = null
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value === null) continue
    if (typeof value !== "number" && typeof value !== "boolean") return "any"
    if (seen !== null && seen !== typeof value) return "any"
    seen = typeof value
  }
  return seen === "number" ? "number" : seen === "boolean" ? "bool" : "any"
}

function to_numbers(values: ArrayLike<unknown>): Float64Array {
  if (values instanceof Float64Array) return values
  if (ArrayBuffer.isView(values)) return Float64Array.from(values as TypedArray)
  return Float64Array.from(values, (value) => Number(value ?? NaN))
}

/** Rows of anything: an array of higher rank becomes one array per row. */
function to_rows(values: ArrayLike<unknown>): unknown[] {
  const shape = (values as NDArray).shape
  if (shape === undefined || shape.length < 2) return Array.isArray(values) ? values : Array.from(values)
  const [rows, ...rest] = shape
  const size = rest.reduce((product, n) => product * n, 1)
  return Array.from({ length: rows }, (_, i) => {
    const row = (values as NDArray).subarray(i * size, (i + 1) * size) as NDArray
    if (rest.length > 1) row.shape = rest
    return row
  })
}
