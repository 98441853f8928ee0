import { Numbers } from "./numbers"

/** One number for every row, none of which is stored. */
export class Constant extends Numbers {
  constructor(private readonly value: number, private readonly rows: number) {
    super()
  }

  override get length(): number {
    return this.rows
  }

  override get(): number {
    return this.value
  }

  override view(): Float64Array {
    return new Float64Array(this.rows).fill(this.value)
  }

  override copy(_from: number, out: Float64Array): void {
    out.fill(this.value)
  }

  override extent(above = -Infinity): [number, number] {
    const { value, rows } = this
    return rows > 0 && value > above && value < Infinity ? [value, value] : [NaN, NaN]
  }

  override is_ascending(): boolean {
    return !Number.isNaN(this.value)
  }
}
