// Fonts, blocks of lines and their boxes.
import type { GlyphData } from "./data"
import { combine, map_coded, type Coded } from "./fields"
import type { Canvas2D } from "./types"

export interface TextLook {
  /** CSS font, for canvas. */
  readonly font: string
  readonly size: number
  readonly color: string | null
  readonly outline: string | null
  readonly outline_width: number
  readonly alpha: number
  readonly align: "left" | "center" | "right"
  readonly baseline: CanvasTextBaseline
  readonly line_height: number
}

const GENERIC = /,|^(serif|sans-serif|monospace|cursive|fantasy|system-ui)$/
const PX: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, em: 16, rem: 16, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4 }

/** A size such as "12px", "10pt" or "1.2em" in CSS pixels; 16 where it cannot be read. */
export function pixels_of(size: string): number {
  const [, number, unit] = /^\s*([\d.]+)\s*([a-z]+)\s*$/i.exec(size) ?? []
  return number === undefined ? 16 : Number(number) * (PX[unit.toLowerCase()] ?? 1)
}

/** CSS font; a family that stands alone is followed by the system's own, for where it is not installed. */
export function css_font(style: string, size: string, family: string): string {
  return `${style} ${pixels_of(size)}px ${GENERIC.test(family) ? family : `${family}, system-ui, sans-serif`}`
}

const NAMES = ["color", "alpha", "outline_color", "outline_width", "font", "font_size", "font_style", "align", "baseline", "line_height"]

/** Looks by row; null where nothing would show. */
export function text_looks(data: GlyphData): Coded<TextLook | null> {
  const fields = NAMES.map((name) => `text_${name}`)
  return data.memo("text look", data.deps(...fields), () => {
    const values = fields.map((field) => (field.endsWith("color") ? data.colors(field) : data.coded<unknown>(field)))
    return map_coded(combine<readonly unknown[]>(values), to_look)
  })
}

function to_look(values: readonly unknown[]): TextLook | null {
  const [color, alpha, outline, outline_width, family, size, style, align, baseline, line_height] = values as [
    string | null, number, string | null, number, string, string, string, TextLook["align"], CanvasTextBaseline, number]
  if (alpha <= 0 || (color === null && outline === null)) return null
  return {
    color, alpha, outline, outline_width, align, baseline, line_height,
    font: css_font(style, size, family), size: pixels_of(size),
  }
}

/** The box of a block of lines around the point where it is written, before it is turned. */
export interface TextBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** From the point down to the first line's alphabetic baseline. */
  readonly first: number
  /** From one baseline to the next. */
  readonly step: number
}

export function text_box(ctx: Canvas2D, look: TextLook, lines: readonly string[]): TextBox {
  ctx.font = look.font
  let width = 0
  for (const line of lines) width = Math.max(width, ctx.measureText(line).width)
  const { ascent, descent } = font_metrics(ctx, look.font)
  const step = look.size * look.line_height
  const height = ascent + descent + (lines.length - 1) * step
  const top = top_of(look.baseline, ascent, height)
  const left = look.align === "left" ? 0 : look.align === "right" ? -width : -width / 2
  return { left, top, width, height, first: top + ascent, step }
}

function top_of(baseline: CanvasTextBaseline, ascent: number, height: number): number {
  switch (baseline) {
    case "top": case "hanging": return 0
    case "middle": return -height / 2
    case "alphabetic": return -ascent
    default: return -height
  }
}

const metrics = new Map<string, { ascent: number; descent: number }>()

function font_metrics(ctx: Canvas2D, font: string): { ascent: number; descent: number } {
  let known = metrics.get(font)
  if (known === undefined) {
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = ctx.measureText("x")
    known = { ascent: fontBoundingBoxAscent, descent: fontBoundingBoxDescent }
    metrics.set(font, known)
  }
  return known
}

/** Writes lines at (0, 0) of the current transform. */
export function write_text(ctx: Canvas2D, look: TextLook, lines: readonly string[], { first, step }: TextBox, color = look.color): void {
  ctx.font = look.font
  ctx.globalAlpha = look.alpha
  ctx.textAlign = look.align
  ctx.textBaseline = "alphabetic"
  lines.forEach((line, i) => {
    if (look.outline !== null) {
      ctx.strokeStyle = look.outline
      ctx.lineWidth = look.outline_width
      ctx.lineJoin = "round"
      ctx.strokeText(line, 0, first + i * step)
    }
    if (color !== null) {
      ctx.fillStyle = color
      ctx.fillText(line, 0, first + i * step)
    }
  })
}
