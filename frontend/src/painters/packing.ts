// Boxes packed by where they lie, to be found again without a look at each:
//
//     slab | slab | slab      rows with neighbouring x, about as many in each
//     -----|------|-----
//      cell| cell |           rows of a slab with neighbouring y
//      cell| cell |
//
// Slabs and cells know the box around their rows. They follow the ranks of the rows, not their distances: crowded
// data and log axes are packed as well as evenly spread data, and one large box widens one cell only.
import type { Numbers } from "../store/numbers"

/** Boxes by row, the ends along each axis in any order; points have the same numbers for both. */
export interface Boxes {
  readonly x0: Numbers
  readonly y0: Numbers
  readonly x1: Numbers
  readonly y1: Numbers
}

export interface Packing {
  /** Rows are counted from this one, which is itself counted from the beginning (`first_of`). */
  readonly base: number
  /** So many rows were packed, those without a place included. */
  readonly length: number
  readonly rows: Uint32Array
  /** Where the rows of each cell begin, and the cells of each slab; one more for the end. */
  readonly cells: Uint32Array
  readonly slabs: Uint32Array
  /** Left, low, right, high of each. */
  readonly cell_boxes: Float64Array
  readonly slab_boxes: Float64Array
}

const SLAB = 4096
/** Slabs of many equal x are cut. */
const LARGEST_SLAB = 8192
const CELL = 16
const SAMPLES = 16
/** Rows between two chances to pause. */
const STRIDE = 8192
const NOWHERE = 0xffffffff

/** Rows dropped so far, as the columns count them (constants never drop any). */
export const first_of = ({ x0, y0, x1, y1 }: Boxes): number => Math.max(x0.first, y0.first, x1.first, y1.first)
export const length_of = ({ x0, y0, x1, y1 }: Boxes): number => Math.min(x0.length, y0.length, x1.length, y1.length)

/** Packs all rows; pauses often, and rows may be added and dropped meanwhile. */
export function* pack(boxes: Boxes): Generator<undefined, Packing> {
  const base = first_of(boxes)
  const length = length_of(boxes)
  const slab_of = new Uint32Array(length)
  const starts = yield* choose_slabs(boxes, base, slab_of)
  const rows = yield* by_slab(slab_of, starts)
  return yield* cut_cells(boxes, base, length, rows, starts)
}

/** Middle of both ends; NaN where there is none, or the row is gone. */
function middle(a: Numbers, b: Numbers, row: number): number {
  if (row < 0) return NaN
  const [low, high] = [a.get(row), b.get(row)]
  const at = (low + high) / 2
  return Number.isNaN(at) && !Number.isNaN(low) && !Number.isNaN(high) ? 0 : at
}

/** Notes the slab of each row, and returns how many rows each has. */
function* choose_slabs(boxes: Boxes, base: number, slab_of: Uint32Array): Generator<undefined, Uint32Array> {
  const { x0, x1, y0, y1 } = boxes
  const edges = slab_edges(boxes, slab_of.length)
  const counts = new Uint32Array(edges.length + 1)
  for (let i = 0; i < slab_of.length; i++) {
    if (i % STRIDE === STRIDE - 1) yield
    const row = i + base - first_of(boxes)
    const x = middle(x0, x1, row)
    const placed = !Number.isNaN(x) && !Number.isNaN(middle(y0, y1, row))
    const slab = placed ? rank(edges, x) : NOWHERE
    slab_of[i] = slab
    if (placed) counts[slab]++
  }
  return counts
}

/** Values of x between which about as many rows lie, by a sample. */
function slab_edges({ x0, x1 }: Boxes, length: number): Float64Array {
  const count = Math.ceil(length / SLAB)
  const step = length / (count * SAMPLES)
  const sample = Float64Array.from({ length: count * SAMPLES }, (_, k) => middle(x0, x1, Math.floor(k * step)))
    .filter((x) => !Number.isNaN(x)).sort()
  return Float64Array.from({ length: Math.max(count - 1, 0) }, (_, k) => sample[Math.floor(((k + 1) * sample.length) / count)])
}

/** How many of the ascending edges are not above x. */
function rank(edges: Float64Array, x: number): number {
  let from = 0
  let to = edges.length
  while (from < to) {
    const at = (from + to) >>> 1
    if (edges[at] <= x) from = at + 1
    else to = at
  }
  return from
}

/** Rows in the order of their slabs; `counts` become the ends of the slabs. */
function* by_slab(slab_of: Uint32Array, counts: Uint32Array): Generator<undefined, Uint32Array> {
  let total = 0
  for (let slab = 0; slab < counts.length; slab++) {
    const count = counts[slab]
    counts[slab] = total
    total += count
  }
  const rows = new Uint32Array(total)
  for (let i = 0; i < slab_of.length; i++) {
    if (i % (4 * STRIDE) === 0) yield
    if (slab_of[i] !== NOWHERE) rows[counts[slab_of[i]]++] = i
  }
  return rows
}

function* cut_cells(
  boxes: Boxes, base: number, length: number, rows: Uint32Array, ends: Uint32Array,
): Generator<undefined, Packing> {
  const most_slabs = ends.length + Math.ceil(rows.length / LARGEST_SLAB)
  const slabs = new Uint32Array(most_slabs + 1)
  const cells = new Uint32Array(Math.ceil(rows.length / CELL) + most_slabs + 1)
  const [cell_boxes, slab_boxes] = [new Float64Array(cells.length * 4), new Float64Array(slabs.length * 4)]
  let [slab, cell] = [0, 0]
  for (let from = 0, k = 0; k < ends.length; ) {
    const to = Math.min(ends[k], from + LARGEST_SLAB)
    if (to > from) {
      const part = rows.subarray(from, to)
      sort_by_y(boxes, base, part)
      for (let i = from; i < to; i += CELL) {
        cells[cell] = i
        box_around(boxes, base, rows.subarray(i, Math.min(i + CELL, to)), cell_boxes, cell++)
      }
      slabs[slab + 1] = cell
      join(cell_boxes, slabs[slab], cell, slab_boxes, slab++)
      yield
    }
    from = to
    if (to === ends[k]) k++
  }
  cells[cell] = rows.length
  return { base, length, rows, cells, slabs: slabs.subarray(0, slab + 1), cell_boxes, slab_boxes }
}

const keys = new Float64Array(LARGEST_SLAB)
const before = new Uint32Array(LARGEST_SLAB)
const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)

/** Sorts numbers that hold y in their upper bits and the row's place in their lower ones: natively, without a comparator. */
function sort_by_y(boxes: Boxes, base: number, rows: Uint32Array): void {
  const { y0, y1 } = boxes
  const shift = base - first_of(boxes)
  let low = Infinity
  for (const row of rows) {
    const y = middle(y0, y1, row + shift)
    if (y < low) low = y
  }
  rows.forEach((row, i) => {
    float[0] = middle(y0, y1, row + shift) - low || 0
    keys[i] = bits[0] * LARGEST_SLAB + i
    before[i] = row
  })
  const sorted = keys.subarray(0, rows.length).sort()
  sorted.forEach((key, i) => (rows[i] = before[key % LARGEST_SLAB]))
}

function box_around({ x0, y0, x1, y1 }: Boxes, base: number, rows: Uint32Array, out: Float64Array, at: number): void {
  const shift = base - first_of({ x0, y0, x1, y1 })
  let [left, low, right, high] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const one of rows) {
    const row = one + shift
    if (row < 0) continue
    const [a, b, c, d] = [x0.get(row), x1.get(row), y0.get(row), y1.get(row)]
    left = Math.min(left, a, b)
    right = Math.max(right, a, b)
    low = Math.min(low, c, d)
    high = Math.max(high, c, d)
  }
  out.set([left, low, right, high], at * 4)
}

/** The box around the boxes `from` to `to`. */
function join(boxes: Float64Array, from: number, to: number, out: Float64Array, at: number): void {
  let [left, low, right, high] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let k = from * 4; k < to * 4; k += 4) {
    left = Math.min(left, boxes[k])
    low = Math.min(low, boxes[k + 1])
    right = Math.max(right, boxes[k + 2])
    high = Math.max(high, boxes[k + 3])
  }
  out.set([left, low, right, high], at * 4)
}

/** A rectangle in data units: left, low, right, high. */
export type Area = readonly [left: number, low: number, right: number, high: number]

const overlaps = (boxes: Float64Array, at: number, [left, low, right, high]: Area): boolean =>
  boxes[at * 4] <= right && boxes[at * 4 + 2] >= left && boxes[at * 4 + 1] <= high && boxes[at * 4 + 3] >= low

/** Calls `visit` with the stretch of `rows` that each cell which touches the area holds. */
export function each_cell({ cells, slabs, cell_boxes, slab_boxes }: Packing, area: Area, visit: (from: number, to: number) => void): void {
  for (let slab = 0; slab + 1 < slabs.length; slab++) {
    if (!overlaps(slab_boxes, slab, area)) continue
    for (let cell = slabs[slab]; cell < slabs[slab + 1]; cell++) {
      if (overlaps(cell_boxes, cell, area)) visit(cells[cell], cells[cell + 1])
    }
  }
}
