/** Rows of anything (strings, factors, arrays), appended at the end and dropped at the start in O(rows appended). */
export class Items {
  private rows: unknown[]
  private start = 0
  private live: unknown[] | null = null

  /** Adopts the array: it is changed in place. */
  constructor(rows: unknown[] = []) {
    this.rows = rows
  }

  get length(): number {
    return this.rows.length - this.start
  }

  at(index: number): unknown {
    return this.rows[this.start + index]
  }

  /** The live rows; valid until the next append. */
  view(): unknown[] {
    return (this.live ??= this.start === 0 ? this.rows : this.rows.slice(this.start))
  }

  append(values: ArrayLike<unknown>, rollover: number | null = null): void {
    for (let i = 0; i < values.length; i++) this.rows.push(values[i])
    if (rollover !== null) this.start = Math.max(this.start, this.rows.length - rollover)
    if (this.start > this.length) {
      this.rows = this.rows.slice(this.start)
      this.start = 0
    }
    this.live = null
  }

  set(index: number, value: unknown): void {
    if (this.live !== null) this.live[index] = value
    this.rows[this.start + index] = value
  }
}
