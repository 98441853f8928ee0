// Lines of text as boxes. Widths come from a measuring function, so that all this is pure.

export interface TextStyle {
  readonly family: string
  /** CSS pixels. */
  readonly size: number
  /** "normal", "italic", "bold", "bold italic". */
  readonly style: string
  /** A CSS weight for bold text; 700 unless told. */
  readonly weight?: number
  /** Height of a line in units of `size`. */
  readonly line_height: number
}

/** Width in CSS pixels of one line in a CSS font. */
export type Measure = (text: string, font: string) => number

/** A piece of a line in one size; raised pieces are superscripts. */
export interface Run { readonly text: string; readonly x: number; readonly raised: boolean }
export interface Line { readonly runs: readonly Run[]; readonly width: number }

export interface TextBlock {
  readonly lines: readonly Line[]
  readonly width: number
  readonly height: number
  readonly style: TextStyle
  readonly source: string
}

export const RAISED_SIZE = 0.72
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
const PLAIN = "0123456789−"

export function css_font(style: TextStyle, scale = 1): string {
  const italic = style.style.includes("italic") ? "italic " : ""
  const weight = style.style.includes("bold") ? `${style.weight ?? 700} ` : ""
  return `${italic}${weight}${style.size * scale}px ${style.family}`
}

/** Superscript characters differ in look between fonts: they are drawn as small ordinary digits. */
function pieces(text: string): [text: string, raised: boolean][] {
  return (text.match(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+|[^⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+/g) ?? []).map((part) =>
    SUPERSCRIPTS.includes(part[0]) ? [part.replace(/./g, (c) => PLAIN[SUPERSCRIPTS.indexOf(c)]), true] : [part, false])
}

function layout_line(text: string, style: TextStyle, measure: Measure): Line {
  let x = 0
  const runs = pieces(text).map(([part, raised]): Run => {
    const run = { text: part, x, raised }
    x += measure(part, css_font(style, raised ? RAISED_SIZE : 1))
    return run
  })
  return { runs, width: x }
}

export function layout_text(source: string, style: TextStyle, measure: Measure): TextBlock {
  const lines = source === "" ? [] : source.split("\n").map((line) => layout_line(line, style, measure))
  const width = lines.reduce((widest, line) => Math.max(widest, line.width), 0)
  return { lines, width, height: lines.length * style.size * style.line_height, style, source }
}

/** The text cut to `room` pixels, with an ellipsis where something was left out. */
export function fit_text(source: string, style: TextStyle, room: number, measure: Measure): TextBlock {
  const whole = layout_text(source, style, measure)
  if (whole.width <= room || source.includes("\n")) return whole
  let [low, high] = [0, source.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (measure(`${source.slice(0, middle).trimEnd()}…`, css_font(style)) <= room) low = middle
    else high = middle - 1
  }
  return layout_text(`${source.slice(0, low).trimEnd()}…`, style, measure)
}

/** Half the extents of a block turned by `angle` (radians): how far it reaches from its middle. */
export function turned(block: { width: number; height: number }, angle: number): { width: number; height: number } {
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))]
  return { width: block.width * cos + block.height * sin, height: block.width * sin + block.height * cos }
}

const UNITS: Record<string, number> = { px: 1, pt: 4 / 3, em: 16, rem: 16, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, ex: 8, "%": 0.16 }

/** A CSS font size in pixels; numbers without a unit are pixels. */
export function font_pixels(size: string | number): number {
  if (typeof size === "number") return size
  const match = /^\s*([\d.]+)\s*([a-z%]*)\s*$/i.exec(size)
  return match === null ? 13 : Number(match[1]) * (UNITS[match[2].toLowerCase()] ?? 1)
}

/** The text with line breaks between words where a line would be longer than `room` pixels. */
export function wrap_text(source: string, style: TextStyle, room: number, measure: Measure): TextBlock {
  const font = css_font(style)
  const lines = source.split("\n").map((line) => {
    let last = ""
    return line.split(" ").reduce((text, word) => {
      const longer = last === "" ? word : `${last} ${word}`
      const fits = last === "" || measure(longer, font) <= room
      last = fits ? longer : word
      return text === "" ? word : text + (fits ? " " : "\n") + word
    }, "")
  })
  return layout_text(lines.join("\n"), style, measure)
}
