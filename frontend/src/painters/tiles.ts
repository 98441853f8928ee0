// Drawing pictures that touch: those that lie beside each other on the screen as on their canvas are drawn as one.
import type { Page } from "./pictures"
import type { Canvas2D } from "./types"

/** Both ends of an image along one axis, the array's low end first; CSS pixels. */
export type Ends = readonly [number, number]

export interface Tile {
  readonly page: Page
  /** Counted from the beginning, as the page counts. */
  readonly row: number
  readonly x: Ends
  readonly y: Ends
  readonly alpha: number
}

/** Pictures that come so near each other touch, px. */
const NEAR = 0.25

const turned = ([a, b]: Ends, turn: boolean): Ends => (turn ? [b, a] : [a, b])
const near = (a: number, b: number): boolean => Math.abs(a - b) <= NEAR

/** Whole pixels larger, so that neighbours leave no gap. */
export const dilated = ([a, b]: Ends): Ends => (b > a ? [Math.floor(a), Math.ceil(b)] : [Math.ceil(a), Math.floor(b)])

/** Tiles that are drawn as one. */
interface Run {
  readonly first: Tile
  last: Tile
  count: number
  readonly pages: Page[]
  /** True where tiles that are one pixel thin lie the other way round. */
  turn: boolean
}

/** Takes tiles in the order of their rows and draws runs of them. */
export class Tiles {
  private run: Run | null = null

  constructor(private readonly ctx: Canvas2D, private readonly ratio: number, private readonly dilate: boolean) {}

  add(tile: Tile): void {
    if (!Number.isFinite(tile.x[0] + tile.x[1] + tile.y[0] + tile.y[1])) return
    const { run } = this
    if (run === null || !joins(run, tile)) {
      this.flush()
      this.run = { first: tile, last: tile, count: 1, pages: [tile.page], turn: false }
      return
    }
    if (tile.page !== run.last.page) run.pages.push(tile.page)
    run.last = tile
    run.count++
  }

  /** Draws what was collected. Where a run goes over to another canvas, the seam lies between pixels of the screen. */
  flush(): void {
    if (this.run === null) return
    const { first, last, count, pages, turn } = this.run
    this.run = null
    const along = along_of(first.page)
    const [start, end] = this.fitted([turned(first[along], turn)[0], turned(last[along], turn)[1]])
    const edge = (row: number): number => {
      const at = start + ((end - start) * (row - first.row)) / count
      return row === first.row || row > last.row ? at : Math.round(at * this.ratio) / this.ratio
    }
    this.ctx.globalAlpha = first.alpha
    for (const page of pages) {
      const from = Math.max(page.start, first.row)
      const to = Math.min(page.end, last.row + 1)
      const part: Ends = [edge(from), edge(to)]
      const [x, y] = along === "x" ? [part, this.fitted(first.y)] : [this.fitted(first.x), part]
      this.stretch(page.canvas, page.area(from, to - from), x, y)
    }
  }

  private fitted(ends: Ends): Ends {
    return this.dilate ? dilated(ends) : ends
  }

  private stretch(canvas: OffscreenCanvas, [left, top, width, height]: [number, number, number, number], [x0, x1]: Ends, [y0, y1]: Ends): void {
    const { ctx } = this
    ctx.save()
    ctx.translate(x0, y0)
    ctx.scale((x1 - x0) / width, (y1 - y0) / height)
    ctx.drawImage(canvas, left, top, width, height, 0, 0, width, height)
    ctx.restore()
  }
}

const along_of = ({ tall }: Page): "x" | "y" => (tall ? "x" : "y")

/** True if the tile goes on where the run ends: as large as its first tile, in one line with it. */
function joins(run: Run, tile: Tile): boolean {
  const { first, last, count } = run
  const { width, height } = tile.page
  if (tile.row !== last.row + 1 || tile.alpha !== first.alpha || width !== first.page.width || height !== first.page.height) return false
  const along = along_of(tile.page)
  const across = along === "x" ? "y" : "x"
  if (!near(tile[across][0], first[across][0]) || !near(tile[across][1], first[across][1])) return false
  const ways = count > 1 ? [run.turn] : Math.min(width, height) === 1 ? [false, true] : [false]
  const way = ways.find((turn) => {
    const [start, next] = turned(first[along], turn)
    const [low, high] = turned(tile[along], turn)
    return near(low, start + count * (next - start)) && near(high, low + next - start)
  })
  if (way === undefined) return false
  run.turn = way
  return true
}
