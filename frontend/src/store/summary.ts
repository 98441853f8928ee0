// What blocks of rows hold, in levels, so that a question about many rows is answered by few blocks:
//
//     level 1  |                 512 rows                | …
//     level 0  |64|64|64|64|64|64|64|64|64| …              and single rows at both ends
//
// Blocks are counted from a row that lies at or before the first one, so that they stay while rows are dropped.

/** The rows that are summed up. `first`: rows dropped before row 0. */
export interface Rows {
  readonly first: number
  readonly length: number
  get(index: number): number
}

const BLOCK_BITS = 6
const BLOCK = 2 ** BLOCK_BITS
const FAN_BITS = 3
const FAN = 2 ** FAN_BITS
const LEVELS = 5
/** Rows of a block of the highest level. */
const SPAN = BLOCK * FAN ** (LEVELS - 1)

/** How many rows of a block are not finite: none, some, all. */
const [NONE, SOME, ALL] = [0, 1, 2]

class Level {
  low = new Float64Array(FAN)
  high = new Float64Array(FAN)
  /** Sum of all steps up and down, from the row before the block to its last. */
  travel = new Float32Array(FAN)
  gaps = new Uint8Array(FAN)

  make_room(blocks: number): void {
    if (blocks <= this.low.length) return
    const size = Math.max(blocks, Math.ceil(this.low.length * 1.5))
    this.low = copied(this.low, new Float64Array(size))
    this.high = copied(this.high, new Float64Array(size))
    this.travel = copied(this.travel, new Float32Array(size))
    this.gaps = copied(this.gaps, new Uint8Array(size))
  }

  drop(blocks: number): void {
    for (const array of [this.low, this.high, this.travel, this.gaps]) array.copyWithin(0, blocks)
  }
}

function copied<A extends Float64Array | Float32Array | Uint8Array>(values: A, into: A): A {
  into.set(values)
  return into
}

export class Summary {
  private readonly levels = Array.from({ length: LEVELS }, () => new Level())
  /** The row, counted from the beginning, that block 0 starts with. */
  private origin: number
  /** Lowest blocks that are summed up: from `begin` up to `done`. */
  private begin: number
  private done: number
  private readonly changed = new Set<number>()

  // Of the block that was found last.
  low = NaN
  high = NaN
  travel = NaN
  private found_level = 0
  private found_block = 0

  constructor(private readonly rows: Rows) {
    this.origin = Math.floor(rows.first / SPAN) * SPAN
    this.begin = this.done = Math.ceil((rows.first - this.origin) / BLOCK)
  }

  /** Sums up what was appended and what was changed. */
  update(): void {
    const { rows } = this
    this.forget_dropped()
    const blocks = (rows.first - this.origin + rows.length) >>> BLOCK_BITS
    for (const block of this.changed) if (block >= this.begin && block < this.done) this.sum_up(block)
    this.changed.clear()
    this.done = Math.max(this.done, this.begin)
    if (blocks <= this.done) return
    this.levels.forEach((level, k) => level.make_room((blocks >>> (FAN_BITS * k)) + 1))
    while (this.done < blocks) this.sum_up(this.done++)
  }

  /** Says that row `index` is another one now. */
  change(index: number): void {
    const row = index + this.rows.first - this.origin
    this.changed.add(row >>> BLOCK_BITS).add((row + 1) >>> BLOCK_BITS)
  }

  /**
   * The number of rows in the largest block that starts at row `from`, ends by row `to` and holds nothing but finite
   * numbers above `floor`; 0 if there is none. `low`, `high` and `travel` are of that block.
   */
  next(from: number, to: number, floor: number): number {
    const row = from + this.rows.first - this.origin
    if ((row & (BLOCK - 1)) !== 0) return 0
    let size = 0
    for (let k = 0; k < LEVELS; k++) {
      const rows = BLOCK << (FAN_BITS * k)
      if ((row & (rows - 1)) !== 0 || from + rows > to || !this.is_known(k, row >>> (BLOCK_BITS + FAN_BITS * k))) break
      const block = row >>> (BLOCK_BITS + FAN_BITS * k)
      const level = this.levels[k]
      if (level.gaps[block] !== NONE || !(level.low[block] > floor)) break
      size = rows
      this.found_level = k
      this.found_block = block
    }
    if (size === 0) return 0
    const level = this.levels[this.found_level]
    this.low = level.low[this.found_block]
    this.high = level.high[this.found_block]
    this.travel = level.travel[this.found_block]
    return size
  }

  /** Rows from `from` on that are certainly not finite: as many as whole blocks tell. */
  gap(from: number, to: number): number {
    const row = from + this.rows.first - this.origin
    const block = row >>> BLOCK_BITS
    const empty = (row & (BLOCK - 1)) === 0 && from + BLOCK <= to && this.is_known(0, block) && this.levels[0].gaps[block] === ALL
    return empty ? BLOCK : 0
  }

  /** First row at or after `from`, where a block of `size` rows starts, that holds `value`, its lowest or highest number. */
  find(from: number, size: number, value: number, side: "low" | "high"): number {
    let row = from + this.rows.first - this.origin
    for (let rows = size >>> FAN_BITS, k = level_of(size) - 1; k >= 0; k--, rows >>>= FAN_BITS) {
      const values = this.levels[k][side]
      while (values[row >>> (BLOCK_BITS + FAN_BITS * k)] !== value) row += rows
    }
    let index = row + this.origin - this.rows.first
    while (this.rows.get(index) !== value) index++
    return index
  }

  /** Lowest and highest finite number above `above`; NaN twice if there is none. */
  extent(above: number): [number, number] {
    const { length } = this.rows
    const all_or_none = (): boolean => this.low > above || !(this.high > above)
    let low = Infinity
    let high = -Infinity
    for (let i = 0; i < length; ) {
      const size = this.largest(i, length, all_or_none)
      if (size > 0) {
        if (this.low > above) {
          if (this.low < low) low = this.low
          if (this.high > high) high = this.high
        }
        i += size
        continue
      }
      const value = this.rows.get(i++)
      if (!(value > above && value < Infinity)) continue
      if (value < low) low = value
      if (value > high) high = value
    }
    return low <= high ? [low, high] : [NaN, NaN]
  }

  /** True if some row is not a finite number. */
  has_gaps(): boolean {
    const { rows } = this
    for (let i = 0; i < rows.length; ) {
      const size = this.largest(i, rows.length, (gaps) => gaps === NONE)
      if (size === 0 && !Number.isFinite(rows.get(i))) return true
      i += size || 1
    }
    return false
  }

  /** Rows of the largest block that starts at row `from`, ends by row `to` and has no number from `low` to `high`; 0 for none. */
  outside(from: number, to: number, low: number, high: number): number {
    return this.largest(from, to, () => this.low > high || this.high < low)
  }

  /** The first row after `row` that a block may start at. */
  block_after(row: number): number {
    return row + BLOCK - ((row + this.rows.first - this.origin) & (BLOCK - 1))
  }

  /** Rows of the largest block that starts at `from` and ends by `to` and of which `fits`, looking at `low` and `high` or told its gaps, is true. */
  private largest(from: number, to: number, fits: (gaps: number) => boolean): number {
    const row = from + this.rows.first - this.origin
    if ((row & (BLOCK - 1)) !== 0) return 0
    for (let k = LEVELS - 1; k >= 0; k--) {
      const rows = BLOCK << (FAN_BITS * k)
      const block = row >>> (BLOCK_BITS + FAN_BITS * k)
      if ((row & (rows - 1)) !== 0 || from + rows > to || !this.is_known(k, block)) continue
      this.low = this.levels[k].low[block]
      this.high = this.levels[k].high[block]
      if (fits(this.levels[k].gaps[block])) return rows
    }
    return 0
  }

  private is_known(k: number, block: number): boolean {
    const first = block << (FAN_BITS * k)
    return first >= this.begin && first + (1 << (FAN_BITS * k)) <= this.done
  }

  private forget_dropped(): void {
    const { rows } = this
    const dropped = rows.first - this.origin
    if (dropped >= SPAN && dropped >= rows.length / 2) {
      const spans = Math.floor(dropped / SPAN)
      this.levels.forEach((level, k) => level.drop(spans * FAN ** (LEVELS - 1 - k)))
      const blocks = spans * FAN ** (LEVELS - 1)
      this.origin += spans * SPAN
      this.done -= blocks
      this.begin -= blocks
      const changed = [...this.changed]
      this.changed.clear()
      for (const block of changed) this.changed.add(block - blocks)
    }
    this.begin = Math.max(this.begin, Math.ceil((rows.first - this.origin) / BLOCK))
  }

  /** Sums up a lowest block, and the blocks above it that are complete by it. */
  private sum_up(block: number): void {
    this.scan(block)
    for (let k = 1; k < LEVELS; k++) {
      block >>>= FAN_BITS
      if ((block + 1) << (FAN_BITS * k) > this.done || (block << (FAN_BITS * k)) < this.begin) return
      this.join(k, block)
    }
  }

  private scan(block: number): void {
    const { rows } = this
    const from = block * BLOCK + this.origin - rows.first
    let low = Infinity
    let high = -Infinity
    let travel = 0
    let gaps = 0
    let before = from > 0 ? rows.get(from - 1) : NaN
    for (let i = from; i < from + BLOCK; i++) {
      const value = rows.get(i)
      if (value - value !== 0) gaps++
      else {
        if (value < low) low = value
        if (value > high) high = value
        if (before - before === 0) travel += Math.abs(value - before)
      }
      before = value
    }
    const level = this.levels[0]
    level.low[block] = low
    level.high[block] = high
    level.travel[block] = travel
    level.gaps[block] = gaps === 0 ? NONE : gaps === BLOCK ? ALL : SOME
  }

  private join(k: number, block: number): void {
    const below = this.levels[k - 1]
    const level = this.levels[k]
    let low = Infinity
    let high = -Infinity
    let travel = 0
    let none = true
    let all = true
    for (let child = block * FAN; child < (block + 1) * FAN; child++) {
      if (below.low[child] < low) low = below.low[child]
      if (below.high[child] > high) high = below.high[child]
      travel += below.travel[child]
      none &&= below.gaps[child] === NONE
      all &&= below.gaps[child] === ALL
    }
    level.low[block] = low
    level.high[block] = high
    level.travel[block] = travel
    level.gaps[block] = none ? NONE : all ? ALL : SOME
  }
}

const level_of = (size: number): number => (31 - Math.clz32(size) - BLOCK_BITS) / FAN_BITS
