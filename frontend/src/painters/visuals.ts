// Lines, fills and text on a canvas: from the fields of a glyph to few distinct looks, and from a look to canvas state.
import { is_opaque } from "./color"
import type { GlyphData } from "./data"
import { combine, map_coded, type Coded } from "./fields"
import type { Canvas2D } from "./types"

export interface LineLook {
  readonly color: string | null
  readonly alpha: number
  readonly width: number
  readonly join: CanvasLineJoin
  readonly cap: CanvasLineCap
  readonly dash: readonly number[]
  readonly dash_offset: number
}

export interface FillLook {
  readonly color: string | null
  readonly alpha: number
}

/** How one row is painted. */
export interface Look {
  readonly fill: FillLook | null
  readonly line: LineLook | null
}

const DASHES: Readonly<Record<string, readonly number[]>> = {
  solid: [], dashed: [6], dotted: [2, 4], dotdash: [2, 4, 6, 4], dashdot: [6, 4, 2, 4],
}

/** A dash pattern by name, as numbers, or as text of numbers ("6 4"). */
export function dash_of(value: unknown): readonly number[] {
  if (typeof value === "string") return DASHES[value] ?? value.split(/\s+/).map(Number)
  return value === null || value === undefined ? [] : Array.from(value as ArrayLike<number>)
}

const shown_line = (look: LineLook): boolean => look.color !== null && look.alpha > 0 && look.width > 0
const shown_fill = (look: FillLook): boolean => look.color !== null && look.alpha > 0

const LINE_FIELDS = ["color", "alpha", "width", "join", "cap", "dash", "dash_offset"]
export const line_fields = (prefix = ""): string[] => LINE_FIELDS.map((name) => `${prefix}line_${name}`)
export const fill_fields = (prefix = ""): string[] => [`${prefix}fill_color`, `${prefix}fill_alpha`]

/** Lines by row; null where nothing is to be stroked. */
export function line_looks(data: GlyphData, prefix = ""): Coded<LineLook | null> {
  const fields = line_fields(prefix)
  return data.memo(`${prefix}line`, data.deps(...fields), () => {
    const [, alpha, width, join, cap, dash, dash_offset] = fields
    const parts = combine<[string | null, number, number, CanvasLineJoin, CanvasLineCap, unknown, number]>([
      data.colors(fields[0]), data.coded(alpha), data.coded(width), data.coded(join), data.coded(cap),
      data.coded(dash), data.coded(dash_offset),
    ])
    return map_coded(parts, ([color, alpha, width, join, cap, dash, dash_offset]) => {
      const look = { color, alpha, width, join, cap, dash: dash_of(dash), dash_offset }
      return shown_line(look) ? look : null
    })
  })
}

/** Fills by row; null where nothing is to be filled. */
export function fill_looks(data: GlyphData, prefix = ""): Coded<FillLook | null> {
  const [color, alpha] = fill_fields(prefix)
  return data.memo(`${prefix}fill`, data.deps(color, alpha), () =>
    map_coded(combine<[string | null, number]>([data.colors(color), data.coded(alpha)]), ([color, alpha]) => {
      const look = { color, alpha }
      return shown_fill(look) ? look : null
    }))
}

/** Fill and line together. */
export function shape_looks(data: GlyphData): Coded<Look> {
  const fills = fill_looks(data)
  const lines = line_looks(data)
  return data.memo("look", [fills, lines], () =>
    map_coded(combine<[FillLook | null, LineLook | null]>([fills, lines]), ([fill, line]) => ({ fill, line })))
}

export function set_line(ctx: Canvas2D, look: LineLook): void {
  ctx.strokeStyle = look.color!
  ctx.globalAlpha = look.alpha
  ctx.lineWidth = look.width
  ctx.lineJoin = look.join
  ctx.lineCap = look.cap
  ctx.setLineDash(look.dash as number[])
  ctx.lineDashOffset = look.dash_offset
}

export function set_fill(ctx: Canvas2D, look: FillLook): void {
  ctx.fillStyle = look.color!
  ctx.globalAlpha = look.alpha
}

/** Sets canvas state when the look changes from one shape to the next, and fills and strokes the current path. */
export class Pen {
  private now: Look | null = null
  private two_alphas = false

  constructor(private readonly ctx: Canvas2D) {}

  /** Takes up a look; false if it shows nothing. */
  take(look: Look): boolean {
    const { fill, line } = look
    if (look !== this.now) {
      if (line !== null) set_line(this.ctx, line)
      if (fill !== null) set_fill(this.ctx, fill)
      this.two_alphas = fill !== null && line !== null && fill.alpha !== line.alpha
      this.now = look
    }
    return fill !== null || line !== null
  }

  paint(): void {
    const { ctx } = this
    const { fill, line } = this.now!
    if (fill !== null) {
      if (this.two_alphas) ctx.globalAlpha = fill.alpha
      ctx.fill()
    }
    if (line !== null) {
      if (this.two_alphas) ctx.globalAlpha = line.alpha
      ctx.stroke()
    }
  }

  /** Leaves the canvas as painters expect to find it. */
  done(): void {
    this.ctx.globalAlpha = 1
    this.ctx.setLineDash([])
    this.now = null
  }
}

/** True if painting overlapping shapes of this look one by one or as one path gives the same picture. */
export function paints_as_one({ fill, line }: Look): boolean {
  const solid = (look: FillLook | null): boolean => look === null || (look.alpha >= 1 && is_opaque(look.color!))
  return solid(fill) && solid(line) && (fill === null || line === null || fill.color === line.color)
}

/** Widest line of the looks, in CSS pixels. */
export function max_width(looks: Coded<LineLook | null>): number {
  return looks.table.reduce((most, look) => Math.max(most, look?.width ?? 0), 0)
}
