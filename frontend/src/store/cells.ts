import type { NDArray } from "../protocol/values"

/** `[start, stop, step]`; null stands for the beginning, the end and 1. */
export type Slice = [start: number | null, stop: number | null, step: number | null]

/** A row, a slice of rows, or a row and the place within its array: a number or a slice for each axis. */
export type CellPlace = number | Slice | [row: number, axes: (number | Slice)[]]

/** A place and what is written there: one value, or one for each row or cell, row by row. */
export type CellPatch = [place: CellPlace, value: unknown]

type Cells = NDArray | unknown[]

/** Cells written in place: of rows from `row` until before `end`, counted from the beginning, those from `from` until before `to`. */
export interface Written {
  readonly version: number
  readonly row: number
  readonly end: number
  readonly from: number
  readonly to: number
}

/** So many places are remembered. */
const MOST = 1024

/** Where a column was written in place lately, for those who keep what they made of its rows. */
export class Writes {
  private list: Written[] = []
  private forgotten = 0

  note(version: number, row: number, end: number, from = 0, to = Infinity): void {
    if (this.list.length === MOST) this.forget(this.list[MOST / 2 - 1].version)
    if (version > this.forgotten) this.list.push({ version, row, end, from, to })
  }

  /** Says that anything may have changed until this version. */
  forget(version: number): void {
    this.forgotten = version
    this.list = this.list.filter((one) => one.version > version)
  }

  /** What was written after a version, oldest first; null where that is not known any more. */
  since(version: number): readonly Written[] | null {
    if (version < this.forgotten) return null
    let start = this.list.length
    while (start > 0 && this.list[start - 1].version > version) start--
    return this.list.slice(start)
  }
}

/** Every row of a slice, in a column of `length` rows. */
export function* rows_of([start, stop, step]: Slice, length: number): Generator<number> {
  const end = Math.min(stop ?? length, length)
  for (let i = start ?? 0; i < end; i += step ?? 1) yield i
}

/** Writes into the array of one row (numbers row by row, or lists in lists); returns its first cell written and the one after the last. */
export function write_within(cells: Cells, axes: readonly (number | Slice)[], value: unknown): [from: number, to: number] {
  const shape = (cells as NDArray).shape ?? [cells.length]
  const values = is_list(value) ? flat(value) : null
  const places = Array.isArray(cells) ? axes : [...axes, ...shape.slice(axes.length).map((): Slice => [null, null, null])]
  let count = 0
  let [from, to] = [Infinity, 0]
  const write = (part: Cells, axis: number, before: number): void => {
    const listed = Array.isArray(part)
    const length = listed ? part.length : shape[axis]
    const place = places[axis]
    for (const i of typeof place === "number" ? [row_of(place, length)] : rows_of(place, length)) {
      const at = listed ? i : before * length + i
      if (axis < places.length - 1) write(listed ? (part[i] as Cells) : part, axis + 1, listed ? 0 : at)
      else {
        const one = values === null ? value : values[count++]
        part[at] = (listed ? one : Number(one ?? NaN)) as never
        if (at < from) from = at
        to = at + 1
      }
    }
  }
  write(cells, 0, 0)
  return Array.isArray(cells) ? [0, Infinity] : [from, to]
}

/** The same cells as another object, for those who know a row by its array. */
export function same_cells(cells: Cells): Cells {
  return Array.isArray(cells) ? [...cells] : Object.assign(cells.subarray(0), { shape: cells.shape })
}

/** A row counted from the end where it is negative; RangeError where there is none. */
export function row_of(index: number, length: number): number {
  const row = index < 0 ? index + length : index
  if (row >= 0 && row < length) return row
  throw new RangeError(`expected a row below ${length} to patch, got ${index}`)
}

export function is_list(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))
}

function flat(values: ArrayLike<unknown>): ArrayLike<unknown> {
  return Array.isArray(values) ? values.flatMap((one) => (is_list(one) ? Array.from(flat(one)) : [one])) : values
}
