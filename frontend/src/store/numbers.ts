const BLOCK = 4096

/**
 * Numbers in one contiguous stretch of a buffer that is larger than they are:
 *
 *     |  dropped  |  live rows: view()  |  room  |
 *                 ^ start               ^ end
 *
 * Appending k rows copies k numbers; once the room is used up, the live rows move (amortised O(k)).
 * Each full block of rows keeps its lowest and highest number, so that `extent` is O(rows / BLOCK).
 */
export class Numbers {
  private buffer: Float64Array
  private start = 0
  private end: number
  /** Rows dropped in all: row i of the view is row dropped + i since the beginning. */
  private dropped = 0
  private live: Float64Array | null = null
  private readonly blocks = new Map<number, readonly [number, number]>()

  /** Adopts the array: it is changed in place. */
  constructor(values: Float64Array = new Float64Array()) {
    this.buffer = values
    this.end = values.length
  }

  get length(): number {
    return this.end - this.start
  }

  /** The live rows; valid until the next append. */
  view(): Float64Array {
    return (this.live ??= this.buffer.subarray(this.start, this.end))
  }

  append(values: ArrayLike<number>, rollover: number | null = null): void {
    const length = this.length + values.length
    const excess = rollover === null ? 0 : Math.max(length - rollover, 0)
    const skipped = Math.max(excess - this.length, 0)
    this.drop(excess - skipped)
    this.dropped += skipped
    const added = values.length - skipped
    this.make_room(added)
    if (skipped === 0) this.buffer.set(values, this.end)
    else for (let i = 0; i < added; i++) this.buffer[this.end + i] = values[skipped + i]
    this.end += added
    this.live = null
  }

  set(index: number, value: number): void {
    this.buffer[this.start + index] = value
    this.blocks.delete(Math.floor((this.dropped + index) / BLOCK))
  }

  /** Forgets the summary, after the view's numbers were changed from outside. */
  touch(): void {
    this.blocks.clear()
  }

  /** Lowest and highest finite number; NaN twice if there is none. */
  extent(): [number, number] {
    let low = Infinity
    let high = -Infinity
    const last = this.dropped + this.length
    for (let row = this.dropped; row < last; ) {
      const block = Math.floor(row / BLOCK)
      const next = Math.min((block + 1) * BLOCK, last)
      const part = this.block_extent(block, row, next)
      if (part[0] < low) low = part[0]
      if (part[1] > high) high = part[1]
      row = next
    }
    return low <= high ? [low, high] : [NaN, NaN]
  }

  private block_extent(block: number, from: number, to: number): readonly [number, number] {
    const known = this.blocks.get(block)
    if (known !== undefined && to - from === BLOCK) return known
    const part = scan(this.buffer, this.start + from - this.dropped, this.start + to - this.dropped)
    if (to - from === BLOCK) this.blocks.set(block, part)
    return part
  }

  private drop(rows: number): void {
    if (rows === 0) return
    const first = Math.floor(this.dropped / BLOCK)
    this.dropped += rows
    this.start += rows
    for (let block = first; block < Math.floor(this.dropped / BLOCK); block++) this.blocks.delete(block)
  }

  private make_room(rows: number): void {
    if (this.end + rows <= this.buffer.length) return
    const needed = this.length + rows
    const target = needed * 2 <= this.buffer.length ? this.buffer : new Float64Array(Math.max(needed * 2, 64))
    target.set(this.buffer.subarray(this.start, this.end))
    this.buffer = target
    this.end -= this.start
    this.start = 0
  }
}

function scan(buffer: Float64Array, from: number, to: number): readonly [number, number] {
  let low = Infinity
  let high = -Infinity
  for (let i = from; i < to; i++) {
    const value = buffer[i]
    if (value - value !== 0) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}
