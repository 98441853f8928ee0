// CSS colours as numbers, where pixels are written directly or opacity must be known.

export type RGBA = readonly [red: number, green: number, blue: number, alpha: number]

const HEX = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i
const FUNCTION = /^rgba?\(([^)]*)\)$/i

function from_hex(digits: string): RGBA {
  const wide = digits.length <= 4 ? digits.replace(/./g, "$&$&") : digits
  const value = parseInt(wide.padEnd(8, "f"), 16)
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
}

function from_function(list: string): RGBA {
  const parts = list.split(/[\s,/]+/).filter((part) => part !== "")
  const channel = (part: string, full: number): number =>
    Math.round(Math.min(Math.max(part.endsWith("%") ? parseFloat(part) / 100 : parseFloat(part) / full, 0), 1) * 255)
  const [red, green, blue] = parts.map((part) => channel(part, 255))
  return [red, green, blue, parts.length > 3 ? channel(parts[3], 1) : 255]
}

/** What the browser makes of a colour name or of a newer notation; null where it is no colour. */
function from_browser(css: string): RGBA | null {
  const ctx = scratch_pixel()
  ctx.fillStyle = "#010203"
  ctx.fillStyle = css
  if (ctx.fillStyle === "#010203") return null
  ctx.clearRect(0, 0, 1, 1)
  ctx.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = ctx.getImageData(0, 0, 1, 1).data
  return [red, green, blue, alpha]
}

let scratch: CanvasRenderingContext2D | null = null
function scratch_pixel(): CanvasRenderingContext2D {
  if (scratch === null) {
    const canvas = document.createElement("canvas")
    canvas.width = canvas.height = 1
    scratch = canvas.getContext("2d", { willReadFrequently: true })!
  }
  return scratch
}

const known = new Map<string, RGBA>()

/** Red, green, blue and alpha, each 0 to 255; what is no colour is transparent. */
export function rgba(css: string): RGBA {
  let value = known.get(css)
  if (value === undefined) {
    value = parse(css.trim()) ?? [0, 0, 0, 0]
    known.set(css, value)
  }
  return value
}

function parse(css: string): RGBA | null {
  const hex = HEX.exec(css)
  if (hex !== null) return from_hex(hex[1])
  const call = FUNCTION.exec(css)
  if (call !== null) return from_function(call[1])
  return from_browser(css)
}

const little_endian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1

/** The colour as one pixel of ImageData seen through a Uint32Array. */
export function packed(css: string | null): number {
  if (css === null) return 0
  const [r, g, b, a] = rgba(css)
  return (little_endian ? (a << 24) | (b << 16) | (g << 8) | r : (r << 24) | (g << 16) | (b << 8) | a) >>> 0
}

/** True when nothing shines through; unknown notations count as transparent. */
export function is_opaque(css: string): boolean {
  if (/^[a-z]+$/i.test(css)) return css.toLowerCase() !== "transparent"
  return css.startsWith("#") || css.startsWith("rgb") ? rgba(css)[3] === 255 : false
}

/** `0xRRGGBBAA`, as numeric colour columns hold it, to CSS. */
export function from_number(value: number): string {
  return `#${(value >>> 0).toString(16).padStart(8, "0")}`
}

/** A cell of a colour column (name, number, sequence of channels) to CSS; null draws nothing. */
export function to_css(value: unknown): string | null {
  if (typeof value === "string") return value
  if (typeof value === "number") return Number.isFinite(value) ? from_number(value) : null
  if (value === null || value === undefined) return null
  const [red, green, blue, alpha = 1] = value as ArrayLike<number> & Iterable<number>
  return `rgba(${red}, ${green}, ${blue}, ${alpha})`
}
