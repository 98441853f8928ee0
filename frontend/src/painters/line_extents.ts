// The extent of a large array, kept line by line: a change of few lines looks at these only.
import { EMPTY, extent_of, type Extent } from "./extent"
import type { Matrix } from "./matrix"

/** Shorter lines are not worth two numbers each. */
const SHORTEST = 16

export const has_lines = ({ width, height }: Matrix): boolean => width >= SHORTEST && height > 1

export class LineExtents {
  private readonly lows: Float64Array
  private readonly highs: Float64Array

  constructor(private readonly above: number, matrix: Matrix) {
    this.lows = new Float64Array(matrix.height)
    this.highs = new Float64Array(matrix.height)
    this.look(matrix, 0, matrix.height)
  }

  /** Looks at lines from `top` until before `bottom` again. */
  look({ width, values }: Matrix, top: number, bottom: number): void {
    for (let line = top; line < bottom; line++) {
      const [low, high] = extent_of([values.subarray(line * width, (line + 1) * width)], null, this.above)
      this.lows[line] = low
      this.highs[line] = high
    }
  }

  extent(): Extent {
    let [low, high] = EMPTY
    for (const one of this.lows) if (one < low) low = one
    for (const one of this.highs) if (one > high) high = one
    return [low, high]
  }
}
