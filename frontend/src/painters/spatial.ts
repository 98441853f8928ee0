// Rows found by where they lie. A scan answers the first questions about new data; who asks on gets a tree.
import Flatbush from "flatbush"

/** Boxes by row; points have the same array for both ends. */
export interface Boxes {
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
}

const PATIENCE = 3
const SMALL = 1000

export class RowIndex {
  private asked = 0
  private tree: Flatbush | null = null
  private readonly size: number

  constructor(private readonly boxes: Boxes) {
    const { x0, y0, x1, y1 } = boxes
    this.size = Math.min(x0.length, y0.length, x1.length, y1.length)
  }

  /** Rows whose box touches the rectangle, ascending. Ends may come in either order, and be infinite. */
  search(ax: number, ay: number, bx: number, by: number): number[] {
    const [left, right] = ax <= bx ? [ax, bx] : [bx, ax]
    const [low, high] = ay <= by ? [ay, by] : [by, ay]
    if (this.size <= SMALL || this.asked++ < PATIENCE) return this.scan(left, low, right, high)
    this.tree ??= this.build()
    // Rows without a position are in the tree with an empty box; the test here leaves them out.
    return this.tree.search(left, low, right, high, (i) => this.touches(i, left, low, right, high)).sort((a, b) => a - b)
  }

  private touches(i: number, left: number, low: number, right: number, high: number): boolean {
    const { x0, y0, x1, y1 } = this.boxes
    return Math.max(x0[i], x1[i]) >= left && Math.min(x0[i], x1[i]) <= right
      && Math.max(y0[i], y1[i]) >= low && Math.min(y0[i], y1[i]) <= high
  }

  private scan(left: number, low: number, right: number, high: number): number[] {
    const found: number[] = []
    for (let i = 0; i < this.size; i++) if (this.touches(i, left, low, right, high)) found.push(i)
    return found
  }

  private build(): Flatbush {
    const { x0, y0, x1, y1 } = this.boxes
    const tree = new Flatbush(this.size)
    for (let i = 0; i < this.size; i++) {
      const placed = !Number.isNaN(x0[i] + x1[i] + y0[i] + y1[i])
      if (placed) tree.add(Math.min(x0[i], x1[i]), Math.min(y0[i], y1[i]), Math.max(x0[i], x1[i]), Math.max(y0[i], y1[i]))
      else tree.add(Infinity, Infinity, -Infinity, -Infinity)
    }
    tree.finish()
    return tree
  }
}
