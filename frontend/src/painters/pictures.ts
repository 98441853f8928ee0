// The arrays of an image's rows as pictures: numbers become colours once per change of them or of the mapper.
import type { Column } from "../store/columns"
import type { Written } from "../store/cells"
import type { Model } from "../store/model"
import { Numbers } from "../store/numbers"
import { packed } from "./color"
import { extent_of, type Extent } from "./extent"
import { has_lines, LineExtents } from "./line_extents"
import { is_continuous, map_values, span_of, type AnyMapper, type Span } from "./mappers"
import { matrix_of, type Matrix } from "./matrix"

/** Many small pictures share a canvas of so many pixels at most, and no longer than this. */
const PIXELS = 2 ** 18
const LONGEST = 4096
/** Canvases kept for the next pictures rather than given back. */
const SPARE = 2

/** Pictures of one size and of rows that follow each other, side by side on one canvas: in a row where they are tall, else in a pile. */
export class Page {
  count = 0
  readonly tall: boolean
  private readonly ctx: OffscreenCanvasRenderingContext2D

  /** `start` is the row of the first picture, counted from the beginning. */
  constructor(readonly start: number, readonly width: number, readonly height: number, readonly canvas: OffscreenCanvas) {
    this.tall = height > width
    this.ctx = canvas.getContext("2d")!
  }

  get capacity(): number {
    return this.tall ? this.canvas.width / this.width : this.canvas.height / this.height
  }

  get end(): number {
    return this.start + this.count
  }

  /** Left, top, width and height of `count` pictures from `row` on. */
  area(row: number, count: number): [number, number, number, number] {
    const { start, width, height } = this
    return this.tall ? [(row - start) * width, 0, count * width, height] : [0, (row - start) * height, width, count * height]
  }

  put(row: number, top: number, pixels: ImageData): void {
    const [x, y] = this.area(row, 1)
    this.ctx.putImageData(pixels, x, y + top)
  }
}

/** The pictures of one column. What an append or a patch leaves as it was is not coloured again. */
export class Pictures {
  /** Row i of the column is row `first + i`. */
  first = 0
  private pages: Page[] = []
  private spares: OffscreenCanvas[] = []
  private end = 0
  private column: Column | null = null
  private version = -1
  private mapper: AnyMapper | null = null
  private mapper_version = -1
  private colors = new Uint32Array()
  private span: Span | null = null
  /** Lowest and highest number of each picture, where the mapper takes its span from them. */
  private lows = new Numbers()
  private highs = new Numbers()
  private readonly lines = new Map<number, LineExtents>()
  private readonly matrices = new Map<number, Matrix>()

  update(column: Column, mapper: AnyMapper): this {
    const known = column === this.column && mapper === this.mapper && (mapper as unknown as Model).version === this.mapper_version
    if (known && column.version === this.version) return this
    const writes = known ? column.writes.since(this.version) : null
    this.column = column
    this.first = column.first
    const stays = writes !== null && this.still_fit(writes)
    if (!stays) this.begin(mapper)
    this.drop()
    const start = Math.max(this.end, this.first)
    this.lay_out(start)
    this.color_changed(start, stays ? writes : [])
    this.version = column.version
    this.matrices.clear()
    return this
  }

  /** The page that holds the picture of a row, counted from the beginning; null where there is nothing to show. */
  page_of(row: number): Page | null {
    const { pages } = this
    let [low, high] = [0, pages.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (pages[middle].end <= row) low = middle + 1
      else high = middle
    }
    const page = pages[low]
    return page !== undefined && page.start <= row ? page : null
  }

  private matrix(row: number): Matrix {
    let matrix = this.matrices.get(row)
    if (matrix === undefined) this.matrices.set(row, (matrix = matrix_of(this.column!.at(row - this.first))))
    return matrix
  }

  /** True if arrays that were put in place of others have their sizes. */
  private still_fit(writes: readonly Written[]): boolean {
    for (const { row, to } of this.each(writes, this.end)) {
      if (to < Infinity) continue
      const [page, { width, height }] = [this.page_of(row), this.matrix(row)]
      if (page === null ? width * height > 0 : width !== page.width || height !== page.height) return false
    }
    return true
  }

  private begin(mapper: AnyMapper): void {
    for (const page of this.pages) this.put_away(page)
    this.pages = []
    this.end = this.first
    this.mapper = mapper
    this.mapper_version = (mapper as unknown as Model).version
    this.colors = Uint32Array.from(map_values(mapper, []).table, packed)
    this.span = null
    this.lows = new Numbers()
    this.highs = new Numbers()
    this.lines.clear()
  }

  private drop(): void {
    while (this.pages.length > 0 && this.pages[0].end <= this.first) this.put_away(this.pages.shift()!)
    for (const row of this.lines.keys()) {
      if (row >= this.first) break
      this.lines.delete(row)
    }
  }

  private put_away({ canvas }: Page): void {
    if (this.spares.length === SPARE) this.spares.shift()
    this.spares.push(canvas)
  }

  /** Finds a place for the picture of each new row. */
  private lay_out(start: number): void {
    this.end = this.first + this.column!.length
    for (let row = start; row < this.end; row++) {
      const { width, height } = this.matrix(row)
      if (width * height === 0) continue
      let page = this.pages.at(-1)
      if (page === undefined || page.end !== row || page.count === page.capacity || page.width !== width || page.height !== height) {
        page = new Page(row, width, height, this.canvas(width, height, this.wanted(row, page)))
        this.pages.push(page)
      }
      page.count++
    }
  }

  /** How many pictures to make room for: those that wait, or twice as many as in the page before; never more than rows. */
  private wanted(row: number, before: Page | undefined): number {
    const { width, height } = this.matrix(row)
    const fitting = Math.min(Math.floor(PIXELS / (width * height)), Math.floor(LONGEST / Math.min(width, height)))
    const most = Math.max(Math.min(fitting, this.column!.length), 1)
    let count = before?.end === row && before.width === width && before.height === height ? 2 * before.capacity : 1
    const alike = (one: Matrix): boolean => one.width === width && one.height === height
    while (count < most && row + count < this.end && alike(this.matrix(row + count))) count++
    return Math.min(count, most)
  }

  private canvas(width: number, height: number, count: number): OffscreenCanvas {
    const [wide, high] = height > width ? [width * count, height] : [width, height * count]
    const found = this.spares.findIndex((canvas) => canvas.width === wide && canvas.height === high)
    return found < 0 ? new OffscreenCanvas(wide, high) : this.spares.splice(found, 1)[0]
  }

  /** Colours the rows from `start` on and what was written before, or everything where the mapper's span is another now. */
  private color_changed(start: number, writes: readonly Written[]): void {
    const span = this.find_span(start, writes)
    const moved = span !== null && !(span[0] === this.span?.[0] && span[1] === this.span[1])
    this.span = span
    for (let row = moved ? this.first : start; row < this.end; row++) this.color(row, 0, Infinity)
    if (!moved) for (const { row, from, to } of this.each(writes, start)) this.color(row, from, to)
  }

  /** The rows of writes that are still there and lie before `end`. */
  private *each(writes: readonly Written[], end: number): Generator<{ row: number; from: number; to: number }> {
    for (const { row, end: last, from, to } of writes) {
      for (let one = Math.max(row, this.first); one < Math.min(last, end); one++) yield { row: one, from, to }
    }
  }

  private color(row: number, from: number, to: number): void {
    const page = this.page_of(row)
    if (page === null) return
    const { width, values } = this.matrix(row)
    const [top, bottom] = lines_of(this.matrix(row), from, to)
    if (bottom <= top) return
    const codes = map_values(this.mapper!, values.subarray(top * width, bottom * width), this.span).codes!
    const pixels = new Uint32Array(codes.length)
    for (let k = 0; k < codes.length; k++) pixels[k] = this.colors[codes[k]]
    page.put(row, top, new ImageData(new Uint8ClampedArray(pixels.buffer), width, bottom - top))
  }

  /** What the mapper's colours span, where it has numbers for them. */
  private find_span(start: number, writes: readonly Written[]): Span | null {
    return is_continuous(this.mapper!) ? span_of(this.mapper, (above) => this.total(start, writes, above)) : null
  }

  /** Lowest and highest number of one picture, of which the cells from `from` until before `to` are others now. */
  private extent(row: number, from: number, to: number, above: number): Extent {
    const matrix = this.matrix(row)
    if (!has_lines(matrix)) return extent_of([matrix.values], null, above)
    const known = this.lines.get(row)
    if (known !== undefined) known.look(matrix, ...lines_of(matrix, from, to))
    else this.lines.set(row, new LineExtents(above, matrix))
    return this.lines.get(row)!.extent()
  }

  /** Lowest and highest number of all pictures above `above`. */
  private total(start: number, writes: readonly Written[], above: number): Span {
    const { lows, highs, first, end } = this
    const fresh = Array.from({ length: end - start }, (_, k) => this.extent(start + k, 0, Infinity, above))
    lows.append(Float64Array.from(fresh, ([least]) => least), end - first)
    highs.append(Float64Array.from(fresh, ([, most]) => most), end - first)
    for (const { row, from, to } of this.each(writes, start)) {
      const [least, most] = this.extent(row, from, to, above)
      lows.set(row - first, least)
      highs.set(row - first, most)
    }
    return [lows.extent(above)[0], highs.extent(above)[1]]
  }
}

/** The lines that cells from `from` until before `to` lie in. */
const lines_of = ({ width, height }: Matrix, from: number, to: number): [top: number, bottom: number] =>
  [Math.floor(from / width), Math.min(Math.ceil(to / width), height)]
