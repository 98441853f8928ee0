// Two-dimensional arrays as pictures: numbers become colours once per change, and pixels stay crisp at any size.
import type { HitQuery } from "../layout/surface"
import type { Image } from "../generated/models"
import { packed } from "./color"
import type { Dim, GlyphData } from "./data"
import { coded_at } from "./fields"
import { map_values, type AnyMapper } from "./mappers"
import { matrix_of, type Matrix } from "./matrix"
import { with_look } from "./swatch"
import type { Canvas2D, Extent, GlyphPainter, Hit, Rows, View } from "./types"

/** Both ends of an image along one axis, the array's low end first; CSS pixels or data units. */
type Ends = readonly [number, number]

export const image: GlyphPainter<Image> = {
  bounds: (data, image, rows) => ({ x: extent_of(data, image, "x", rows), y: extent_of(data, image, "y", rows) }),

  draw(ctx, data, image, view, rows) {
    const pictures = pictures_of(data, image)
    const alphas = data.coded<number>("global_alpha")
    const smooth = ctx.imageSmoothingEnabled
    ctx.imageSmoothingEnabled = false
    const count = rows === null ? pictures.length : rows.length
    for (let k = 0; k < count; k++) {
      const row = rows === null ? k : rows[k]
      const picture = pictures[row]
      if (picture === undefined || picture === null) continue
      ctx.globalAlpha = coded_at(alphas, row)
      stretch(ctx, picture, screen_ends(data, image, "x", view, row), screen_ends(data, image, "y", view, row))
    }
    ctx.globalAlpha = 1
    ctx.imageSmoothingEnabled = smooth
  },

  hit: (data, image, view, query) => hit_image(data, image, view, query),

  anchor(data, image, view, index) {
    const [x0, x1] = screen_ends(data, image, "x", view, index)
    const [y0, y1] = screen_ends(data, image, "y", view, index)
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

/** The number under a point of the screen: column and row of the array, as stored; null outside. */
export function image_cell(
  data: GlyphData, image: Image, view: View, index: number, sx: number, sy: number,
): { i: number; j: number; flat_index: number; value: number } | null {
  const { width, height, values } = matrices_of(data)[index]
  const i = place_in(screen_ends(data, image, "x", view, index), sx, width)
  const j = place_in(screen_ends(data, image, "y", view, index), sy, height)
  if (i === null || j === null) return null
  const flat_index = j * width + i
  return { i, j, flat_index, value: values[flat_index] }
}

function place_in([start, end]: Ends, at: number, count: number): number | null {
  const part = (at - start) / (end - start)
  return part >= 0 && part <= 1 && count > 0 ? Math.min(Math.floor(part * count), count - 1) : null
}

/** Where an image is held, as parts of its width (from the left) or height (from the bottom). */
function held_at(anchor: string, dim: Dim): number {
  if (dim === "x") return anchor.endsWith("left") ? 0 : anchor.endsWith("right") ? 1 : 0.5
  return anchor.startsWith("bottom") ? 0 : anchor.startsWith("top") ? 1 : 0.5
}

const length_field = { x: "dw", y: "dh" } as const

/** From the array's first row or column to its last, so that "top" and "right" origins run backwards. */
function in_order(image: Image, dim: Dim, low: number, high: number): Ends {
  const backwards = dim === "x" ? image.origin.endsWith("right") : image.origin.startsWith("top")
  return backwards ? [high, low] : [low, high]
}

function screen_ends(data: GlyphData, image: Image, dim: Dim, view: View, row: number): Ends {
  const at = data.coords(dim, dim)[row]
  const length = data.numbers(length_field[dim]).at(row)
  const held = held_at(String(image.anchor), dim)
  const scale = view[dim]
  const up = dim === "x" ? 1 : -1
  const [low, high] = data.units(length_field[dim], "data") === "screen"
    ? [scale.to_screen(at) - up * held * length, scale.to_screen(at) + up * (1 - held) * length]
    : [scale.to_screen(at - held * length), scale.to_screen(at + (1 - held) * length)]
  if (!image.dilate) return in_order(image, dim, low, high)
  return high > low ? in_order(image, dim, Math.floor(low), Math.ceil(high)) : in_order(image, dim, Math.ceil(low), Math.floor(high))
}

function extent_of(data: GlyphData, image: Image, dim: Dim, rows: Rows): Extent {
  const places = data.coords(dim, dim)
  const lengths = data.numbers(length_field[dim])
  const in_pixels = data.units(length_field[dim], "data") === "screen"
  const held = held_at(String(image.anchor), dim)
  const floor = data.axes[dim].log ? 0 : -Infinity
  const ends = Array.from(rows ?? places.keys()).flatMap((row) => {
    const length = in_pixels ? 0 : lengths.at(row)
    return [places[row] - held * length, places[row] + (1 - held) * length]
  }).filter((end) => end > floor && end < Infinity)
  return [Math.min(...ends), Math.max(...ends)]
}

function stretch(ctx: Canvas2D, picture: OffscreenCanvas, [x0, x1]: Ends, [y0, y1]: Ends): void {
  if (!Number.isFinite(x0 + x1 + y0 + y1)) return
  ctx.save()
  ctx.translate(x0, y0)
  ctx.scale((x1 - x0) / picture.width, (y1 - y0) / picture.height)
  ctx.drawImage(picture, 0, 0)
  ctx.restore()
}

function matrices_of(data: GlyphData): Matrix[] {
  return data.memo("matrices", data.deps("image"), () => Array.from(data.cells("image") ?? [], matrix_of))
}

/** Coloured once per change of the array or of the mapper; null where there is nothing to show. */
function pictures_of(data: GlyphData, image: Image): (OffscreenCanvas | null)[] {
  const mapper = image.color_mapper as AnyMapper
  const matrices = matrices_of(data)
  return data.memo("pictures", [matrices, ...data.model_deps(mapper)], () => matrices.map((one) => picture_of(one, mapper)))
}

function picture_of({ width, height, values }: Matrix, mapper: AnyMapper): OffscreenCanvas | null {
  if (width === 0 || height === 0) return null
  const { codes, table } = map_values(mapper, values)
  const colors = Uint32Array.from(table, packed)
  const pixels = new Uint32Array(width * height)
  for (let k = 0; k < pixels.length; k++) pixels[k] = colors[codes![k]]
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext("2d")!.putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), width, height), 0, 0)
  return canvas
}

/** Images that hold the point, cross the line or touch the rectangle. */
function hit_image(data: GlyphData, image: Image, view: View, query: HitQuery): Hit[] {
  const [x0, y0, x1, y1] = query.kind === "rect"
    ? [query.x0, query.y0, query.x1, query.y1]
    : [query.sx, query.sy, query.sx, query.sy]
  const vertical = query.kind === "span" && query.dim === "v"
  const horizontal = query.kind === "span" && query.dim === "h"
  return matrices_of(data).flatMap((_, index) => {
    const across = horizontal || overlap(screen_ends(data, image, "x", view, index), x0, x1)
    const upright = vertical || overlap(screen_ends(data, image, "y", view, index), y0, y1)
    return across && upright ? [{ index, distance: 0 }] : []
  })
}

const overlap = ([a, b]: Ends, c: number, d: number): boolean =>
  Math.max(a, b) >= Math.min(c, d) && Math.min(a, b) <= Math.max(c, d)
