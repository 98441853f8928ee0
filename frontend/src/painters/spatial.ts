// Rows found by where they lie. A packing is made in slices while nobody waits; until it is there, and for the rows
// that came after it, each row is looked at.
import type { Numbers } from "../store/numbers"
import { each_cell, first_of, length_of, pack, type Area, type Boxes, type Packing } from "./packing"
import { PORTION } from "./places"
import type { View } from "./types"

/** Fewer rows are looked at one by one. */
const SMALL = 2000
/** A packing is made anew when more than this share of its rows came after it. */
const TAIL = 1 / 4
/** Finding rows pays for drawing when it finds less than this share of them. */
const FEW = 1 / 3
/** Longest slice, and longest wait for an idle moment, ms. */
const SLICE = 8
const LONGEST_WAIT = 30

const scratch = [0, 1, 2, 3].map(() => new Float64Array(PORTION))

/** Rows of both ends, the same array twice where the ends are one. */
function copies(a: Numbers, b: Numbers, from: number, count: number, slot: number): [Float64Array, Float64Array] {
  const low = scratch[slot].subarray(0, count)
  a.copy(from, low)
  if (a === b) return [low, low]
  const high = scratch[slot + 1].subarray(0, count)
  b.copy(from, high)
  return [low, high]
}

export class RowIndex {
  private packing: Packing | null = null
  private work: Generator<undefined, Packing> | null = null
  private rewritten: number

  constructor(private readonly boxes: Boxes) {
    this.rewritten = this.count_rewritten()
  }

  /** True once questions are answered by the packing. */
  get is_ready(): boolean {
    return this.packing !== null
  }

  /** Rows whose box touches the rectangle, ascending. Ends may come in either order, and be infinite. */
  search(ax: number, ay: number, bx: number, by: number): number[] {
    const area = ordered(ax, ay, bx, by)
    const found: number[] = []
    const test = (row: number): void => {
      if (this.touches(row, area)) found.push(row)
    }
    const packing = this.current()
    if (packing !== null) {
      this.each_packed(packing, area, test)
      found.sort((a, b) => a - b)
    }
    this.scan(this.after(packing), area, found)
    return found
  }

  /** Rows, ascending, among which are all that touch the rectangle; null: all rows, or most of them. */
  rows_near(ax: number, ay: number, bx: number, by: number): Uint32Array | null {
    const packing = this.current()
    if (packing === null) return null
    const area = ordered(ax, ay, bx, by)
    const length = length_of(this.boxes)
    const from = this.after(packing)
    let count = length - from
    each_cell(packing, area, (start, end) => (count += end - start))
    if (count > length * FEW) return null
    const marked = new Uint32Array(Math.ceil(length / 32))
    this.each_packed(packing, area, (row) => (marked[row >>> 5] |= 1 << (row & 31)))
    for (let row = from; row < length; row++) marked[row >>> 5] |= 1 << (row & 31)
    return rows_of(marked, count)
  }

  /** The first row that is not in the packing. */
  private after(packing: Packing | null): number {
    return packing === null ? 0 : Math.max(packing.base + packing.length - first_of(this.boxes), 0)
  }

  private each_packed(packing: Packing, area: Area, visit: (row: number) => void): void {
    const shift = packing.base - first_of(this.boxes)
    const { rows } = packing
    each_cell(packing, area, (from, to) => {
      for (let k = from; k < to; k++) if (rows[k] + shift >= 0) visit(rows[k] + shift)
    })
  }

  private touches(row: number, [left, low, right, high]: Area): boolean {
    const { x0, x1, y0, y1 } = this.boxes
    const [a, b] = [x0.get(row), x1.get(row)]
    if (!(Math.max(a, b) >= left && Math.min(a, b) <= right)) return false
    const [c, d] = [y0.get(row), y1.get(row)]
    return Math.max(c, d) >= low && Math.min(c, d) <= high
  }

  /** Looks at each row from `from` on. */
  private scan(from: number, area: Area, found: number[]): void {
    const { x0, x1, y0, y1 } = this.boxes
    const [left, low, right, high] = area
    for (let end = length_of(this.boxes); from < end; from += PORTION) {
      const count = Math.min(PORTION, end - from)
      const [a, b] = copies(x0, x1, from, count, 0)
      const [c, d] = copies(y0, y1, from, count, 2)
      for (let k = 0; k < count; k++) {
        const apart = (a[k] < left && b[k] < left) || (a[k] > right && b[k] > right)
          || (c[k] < low && d[k] < low) || (c[k] > high && d[k] > high)
        if (!apart && this.touches(from + k, area)) found.push(from + k)
      }
    }
  }

  /** The packing as far as it holds, a new one being made where that is worth it. */
  private current(): Packing | null {
    const rewritten = this.count_rewritten()
    if (rewritten !== this.rewritten) {
      this.rewritten = rewritten
      this.packing = this.work = null
    }
    const late = length_of(this.boxes) - this.after(this.packing)
    if (late > Math.max(SMALL, (this.packing?.length ?? 0) * TAIL)) this.begin()
    return this.packing
  }

  private count_rewritten(): number {
    const { x0, x1, y0, y1 } = this.boxes
    return x0.rewritten + x1.rewritten + y0.rewritten + y1.rewritten
  }

  private begin(): void {
    if (this.work !== null) return
    this.work = pack(this.boxes)
    this.go_on(this.work)
  }

  /** Works on for a slice, as long as this is the work that is wanted. */
  private go_on(work: Generator<undefined, Packing>): void {
    when_idle(() => {
      if (work !== this.work || this.count_rewritten() !== this.rewritten) return
      const until = performance.now() + SLICE
      let step = work.next()
      while (step.done !== true && performance.now() < until) step = work.next()
      if (step.done !== true) return this.go_on(work)
      this.packing = step.value
      this.work = null
    })
  }
}

function when_idle(run: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: LONGEST_WAIT })
  else setTimeout(run, 0)
}

const ordered = (ax: number, ay: number, bx: number, by: number): Area =>
  [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]

/** The marked rows, at most `most`. */
function rows_of(marked: Uint32Array, most: number): Uint32Array {
  const rows = new Uint32Array(most)
  let n = 0
  for (let k = 0; k < marked.length; k++) {
    for (let left = marked[k]; left !== 0; left &= left - 1) rows[n++] = k * 32 + 31 - Math.clz32(left & -left)
  }
  return rows.subarray(0, n)
}

/** A rectangle of the screen in data units; infinite ends stay infinite. */
export function data_area({ x, y }: View, [x0, y0, x1, y1]: Area): Area {
  const at = (scale: View["x"], px: number): number => (Number.isFinite(px) ? scale.to_data(px) : px)
  return [at(x, x0), at(y, y0), at(x, x1), at(y, y1)]
}
