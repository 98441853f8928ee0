// Two-dimensional arrays as pictures: numbers become colours once per change, and pixels stay crisp at any size.
import type { HitQuery } from "../layout/surface"
import type { Image } from "../generated/models"
import type { Column } from "../store/columns"
import type { Dim, GlyphData } from "./data"
import { EMPTY, joint } from "./extent"
import { coded_at } from "./fields"
import type { AnyMapper } from "./mappers"
import { Pictures } from "./pictures"
import { with_look } from "./swatch"
import { dilated, Tiles, type Ends } from "./tiles"
import type { Extent, GlyphPainter, Hit, Rows, View } from "./types"

export const image: GlyphPainter<Image> = {
  bounds: (data, image, rows) => ({ x: extent_of(data, image, "x", rows), y: extent_of(data, image, "y", rows) }),

  draw(ctx, data, image, view, rows) {
    const column = data.column("image")
    if (column === null) return
    const pictures = pictures_of(data, image, column)
    const alphas = data.coded<number>("global_alpha")
    const smooth = ctx.imageSmoothingEnabled
    ctx.imageSmoothingEnabled = false
    const [x, y] = [ends_of(data, image, "x", view, false), ends_of(data, image, "y", view, false)]
    const tiles = new Tiles(ctx, view.ratio, image.dilate)
    const count = rows === null ? column.length : rows.length
    for (let k = 0; k < count; k++) {
      const index = rows === null ? k : rows[k]
      const row = pictures.first + index
      const page = pictures.page_of(row)
      if (page !== null) tiles.add({ page, row, x: x(index), y: y(index), alpha: coded_at(alphas, index) })
    }
    tiles.flush()
    ctx.globalAlpha = 1
    ctx.imageSmoothingEnabled = smooth
  },

  hit: (data, image, view, query) => hit_image(data, image, view, query),

  anchor(data, image, view, index) {
    const [x0, x1] = ends_of(data, image, "x", view)(index)
    const [y0, y1] = ends_of(data, image, "y", view)(index)
    return { sx: (x0 + x1) / 2, sy: (y0 + y1) / 2 }
  },

  legend(ctx, _data, image, { x, y, width, height }) {
    const { palette } = image.color_mapper
    with_look(ctx, () => {
      palette.forEach((color, i) => {
        ctx.fillStyle = color
        ctx.fillRect(x + (i * width) / palette.length, y + height * 0.1, width / palette.length + 0.5, height * 0.8)
      })
    })
  },
}

/** Where an image is held, as parts of its width (from the left) or height (from the bottom). */
function held_at(anchor: string, dim: Dim): number {
  if (dim === "x") return anchor.endsWith("left") ? 0 : anchor.endsWith("right") ? 1 : 0.5
  return anchor.startsWith("bottom") ? 0 : anchor.startsWith("top") ? 1 : 0.5
}

const length_field = { x: "dw", y: "dh" } as const

/** Tells where the array of a row begins and ends on the screen; `dilate` makes that whole pixels larger. */
function ends_of(data: GlyphData, image: Image, dim: Dim, view: View, dilate = image.dilate): (row: number) => Ends {
  const places = data.coords(dim, dim)
  const lengths = data.numbers(length_field[dim])
  const in_pixels = data.units(length_field[dim], "data") === "screen"
  const held = held_at(String(image.anchor), dim)
  const backwards = dim === "x" ? image.origin.endsWith("right") : image.origin.startsWith("top")
  const up = dim === "x" ? 1 : -1
  const scale = view[dim]
  return (row) => {
    const [at, length] = [places[row], lengths.at(row)]
    const low = in_pixels ? scale.to_screen(at) - up * held * length : scale.to_screen(at - held * length)
    const high = in_pixels ? low + up * length : scale.to_screen(at + (1 - held) * length)
    const ends: Ends = backwards ? [high, low] : [low, high]
    return dilate ? dilated(ends) : ends
  }
}

function extent_of(data: GlyphData, image: Image, dim: Dim, rows: Rows): Extent {
  const lengths = data.numbers(length_field[dim])
  const in_pixels = data.units(length_field[dim], "data") === "screen"
  const held = held_at(String(image.anchor), dim)
  const floor = data.axes[dim].log ? 0 : -Infinity
  const ends = (at: number, length: number): number[] => [at - held * length, at + (1 - held) * length]
  if (rows === null && floor < 0 && (in_pixels || lengths.values === null)) {
    const length = in_pixels ? 0 : lengths.value
    const [low, high] = data.extent(dim, dim, rows)
    return low <= high ? united([...ends(low, length), ...ends(high, length)]) : EMPTY
  }
  const places = data.coords(dim, dim)
  const count = rows === null ? places.length : rows.length
  let extent = EMPTY
  for (let k = 0; k < count; k++) {
    const row = rows === null ? k : rows[k]
    extent = joint(extent, united(ends(places[row], in_pixels ? 0 : lengths.at(row)).filter((end) => end > floor && end < Infinity)))
  }
  return extent
}

const united = (ends: readonly number[]): Extent => [Math.min(...ends), Math.max(...ends)]

/** Coloured once per change of an array or of the mapper; looks of the same glyph share them. */
function pictures_of(data: GlyphData, image: Image, column: Column): Pictures {
  const owner = data.base?.glyph === data.glyph ? data.base : data
  return owner.memo("pictures", [], () => new Pictures()).update(column, image.color_mapper as AnyMapper)
}

/** Images that hold the point, cross the line or touch the rectangle. */
function hit_image(data: GlyphData, image: Image, view: View, query: HitQuery): Hit[] {
  const [x0, y0, x1, y1] = query.kind === "rect"
    ? [query.x0, query.y0, query.x1, query.y1]
    : [query.sx, query.sy, query.sx, query.sy]
  const vertical = query.kind === "span" && query.dim === "v"
  const horizontal = query.kind === "span" && query.dim === "h"
  const [x, y] = [ends_of(data, image, "x", view), ends_of(data, image, "y", view)]
  const hits: Hit[] = []
  for (let index = 0; index < data.length; index++) {
    const across = horizontal || overlap(x(index), x0, x1)
    const upright = vertical || overlap(y(index), y0, y1)
    if (across && upright) hits.push({ index, distance: 0 })
  }
  return hits
}

const overlap = ([a, b]: Ends, c: number, d: number): boolean =>
  Math.max(a, b) >= Math.min(c, d) && Math.min(a, b) <= Math.max(c, d)
