import { Summary } from "./summary"

/** Up to so many rows lie in one stretch, more in pages of a fixed size. */
const LARGE = 2 ** 17
/** So few are looked at one by one rather than summed up. */
const FEW = 2 ** 11
const PAGE_BITS = 16
const PAGE = 2 ** PAGE_BITS
/** One page holds every place. */
const WHOLE = 31
const GLANCES = 32
/** Pages kept for the next rows rather than given back. */
const SPARE = 2

/**
 * Numbers that grow at the end and are dropped at the start. Few lie in one stretch of a larger buffer, which moves
 * now and then; many lie in pages, which never move, and the first page becomes the last once its rows are dropped:
 *
 *     |  dropped  |  live rows  |  room  |            | dropped, live | live | … | live, room |
 *                 ^ start       ^ end                          ^ start                 ^ end
 *
 * So appending k rows costs O(k), and memory stays that of the live rows and a page or two.
 */
export class Numbers {
  /** Rows dropped so far: row i was appended as row `first + i`. */
  first = 0
  /** How often rows were written again: while it stays the same, rows were only added and dropped. */
  rewritten = 0
  private pages: Float64Array[]
  private bits = WHOLE
  private mask = 2 ** WHOLE - 1
  private start = 0
  private end: number
  private readonly spare: Float64Array[] = []
  private live: Float64Array | null = null
  private summary_: Summary | null = null
  /** Counted from the beginning: rows before `checked` were looked at; from `last_fall` on they ascend. */
  private checked = 0
  private last_fall = 0

  /** Adopts the array: it is changed in place. */
  constructor(values: Float64Array = new Float64Array()) {
    this.pages = [values]
    this.end = values.length
  }

  get length(): number {
    return this.end - this.start
  }

  /** Row `index`, which must be there. */
  get(index: number): number {
    const place = this.start + index
    return this.pages[place >>> this.bits][place & this.mask]
  }

  /** All rows in one array, valid until the next append. Of pages it is a copy: O(rows) once per change. */
  view(): Float64Array {
    return (this.live ??= this.in_one_page() ?? this.gather())
  }

  /** Copies the rows from `from` on, as many as `out` holds. */
  copy(from: number, out: Float64Array): void {
    if (from + out.length > this.length) {
      throw new RangeError(`expected rows below ${this.length} to copy, got ${from} to ${from + out.length}`)
    }
    for (let done = 0; done < out.length; ) {
      const place = this.start + from + done
      const part = this.pages[place >>> this.bits].subarray(place & this.mask, (place & this.mask) + out.length - done)
      out.set(part, done)
      done += part.length
    }
  }

  append(values: Float64Array, rollover: number | null = null): void {
    const length = this.length + values.length
    const excess = rollover === null ? 0 : Math.max(length - rollover, 0)
    const skipped = Math.max(excess - this.length, 0)
    this.live = null
    this.drop(excess - skipped)
    this.first += skipped
    const added = values.length - skipped
    if (this.bits === WHOLE && this.length + added > LARGE) this.split()
    this.make_room(added)
    this.write(skipped === 0 ? values : values.subarray(skipped))
  }

  set(index: number, value: number): void {
    const place = this.start + index
    this.pages[place >>> this.bits][place & this.mask] = value
    if (this.live !== null) this.live[index] = value
    this.summary_?.change(index)
    this.rewritten++
    this.checked = 0
  }

  /** Takes over what was written into the view from outside. */
  touch(): void {
    if (this.live !== null && this.in_one_page() === null) this.adopt(this.live)
    this.forget()
  }

  /** Lowest and highest finite number above `above`; NaN twice if there is none. O(log rows) where most are above. */
  extent(above = -Infinity): [number, number] {
    const { length } = this
    if (length <= FEW) return this.scan(above)
    if (length > LARGE && this.seems_ascending() && this.is_ascending()) {
      const [low, high] = [this.get(0), this.get(length - 1)]
      if (low > above && high < Infinity) return [low, high]
    }
    return this.summary().extent(above)
  }

  private scan(above: number): [number, number] {
    let [low, high] = [Infinity, -Infinity]
    for (const value of this.view()) {
      if (!(value > above && value < Infinity)) continue
      if (value < low) low = value
      if (value > high) high = value
    }
    return low <= high ? [low, high] : [NaN, NaN]
  }

  /** Lowest and highest numbers of blocks of rows, up to date. */
  summary(): Summary {
    this.summary_ ??= new Summary(this)
    this.summary_.update()
    return this.summary_
  }

  /** True if no row is below the one before it, and none is NaN. Looks at each row once. */
  is_ascending(): boolean {
    const { first, length } = this
    if (this.checked === 0) this.last_fall = 0
    for (let i = Math.max(this.checked - first, 0); i < length; i++) {
      const value = this.get(i)
      if (Number.isNaN(value)) this.last_fall = first + i + 1
      else if (i > 0 && value < this.get(i - 1)) this.last_fall = first + i
    }
    this.checked = first + length
    return this.last_fall <= first
  }

  /** True if some row is not a finite number. */
  has_gaps(): boolean {
    const { length } = this
    if (length > 0 && this.is_ascending()) return !Number.isFinite(this.get(0)) || !Number.isFinite(this.get(length - 1))
    return this.summary().has_gaps()
  }

  /** First row from `from` to `to` whose value is not below `value`, where rows ascend. */
  lower_bound(value: number, from = 0, to = this.length): number {
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.get(middle) < value) from = middle + 1
      else to = middle
    }
    return from
  }

  /** A glance at a few rows, which spares long columns of measurements the look at all. */
  private seems_ascending(): boolean {
    const step = Math.floor(this.length / GLANCES)
    for (let i = step; i < this.length; i += step) if (!(this.get(i) >= this.get(i - step))) return false
    return true
  }

  private forget(): void {
    this.rewritten++
    this.summary_ = null
    this.checked = 0
  }

  private in_one_page(): Float64Array | null {
    const { start, end, bits, mask } = this
    if (end === start) return new Float64Array()
    const page = start >>> bits
    return page === (end - 1) >>> bits ? this.pages[page].subarray(start & mask, ((end - 1) & mask) + 1) : null
  }

  private gather(): Float64Array {
    const all = new Float64Array(this.length)
    this.copy(0, all)
    if (all.length <= LARGE / 2) this.adopt(all)
    return all
  }

  private adopt(all: Float64Array): void {
    this.pages = [all]
    this.bits = WHOLE
    this.mask = 2 ** WHOLE - 1
    this.start = 0
    this.end = all.length
    this.spare.length = 0
  }

  /** Goes over to pages: parts of the buffer where it is full, a copy of the rest. */
  private split(): void {
    const rows = this.pages[0].subarray(this.start, this.end)
    const full = Math.floor(rows.length / PAGE)
    this.pages = Array.from({ length: full }, (_, k) => rows.subarray(k * PAGE, (k + 1) * PAGE))
    const rest = rows.subarray(full * PAGE)
    this.bits = PAGE_BITS
    this.mask = PAGE - 1
    this.start = 0
    this.end = rows.length
    if (rest.length === 0) return
    const page = new Float64Array(PAGE)
    page.set(rest)
    this.pages.push(page)
  }

  private drop(rows: number): void {
    this.first += rows
    this.start += rows
    if (this.bits === WHOLE) return
    while (this.start >= PAGE) {
      const page = this.pages.shift()!
      if (this.spare.length < SPARE) this.spare.push(page)
      this.start -= PAGE
      this.end -= PAGE
    }
  }

  private make_room(rows: number): void {
    const needed = this.end + rows
    if (this.bits !== WHOLE) {
      while (this.pages.length * PAGE < needed) this.pages.push(this.spare.pop() ?? new Float64Array(PAGE))
    } else if (needed > this.pages[0].length) this.move(this.length + rows)
  }

  /** Moves the live rows to the start of a buffer with room for twice as many as are needed. */
  private move(needed: number): void {
    const [buffer] = this.pages
    const target = needed * 2 <= buffer.length ? buffer : new Float64Array(Math.max(needed * 2, 64))
    target.set(buffer.subarray(this.start, this.end))
    this.pages = [target]
    this.end -= this.start
    this.start = 0
  }

  private write(values: Float64Array): void {
    for (let done = 0; done < values.length; ) {
      const page = this.pages[this.end >>> this.bits]
      const at = this.end & this.mask
      const part = values.subarray(done, done + page.length - at)
      page.set(part, at)
      done += part.length
      this.end += part.length
    }
  }
}
