// C's printf for one value: %d %i %u %f %e %g %s %x %X %o %b %c %% with flags, width and precision.

interface Directive { flags: string; width: number; precision: number | null; kind: string }

function general(value: number, precision: number, keep_zeros: boolean): string {
  const digits = precision || 1
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)))
  if (exponent < -4 || exponent >= digits) return exponential(value, digits - 1, !keep_zeros)
  const text = value.toFixed(Math.max(0, digits - 1 - exponent))
  return keep_zeros || !text.includes(".") ? text : text.replace(/\.?0+$/, "")
}

/** JavaScript writes 1e+5, C writes 1e+05. */
function exponential(value: number, precision: number, strip = false): string {
  const [mantissa, exponent] = value.toExponential(precision).split("e")
  const short = strip && mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa
  return `${short}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`
}

function grouped(text: string): string {
  const [whole, rest] = text.split(/(?=[.e])/, 2)
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (rest === undefined ? "" : text.slice(whole.length))
}

const RADIX: Record<string, [number, string]> = { x: [16, "0x"], X: [16, "0X"], o: [8, "0"], b: [2, "0b"] }

/** The digits of a non-negative number. */
function digits_of(value: number, { flags, precision, kind }: Directive): string {
  if (kind in RADIX) {
    const [radix, prefix] = RADIX[kind]
    const text = Math.trunc(value).toString(radix)
    return (flags.includes("#") ? prefix : "") + (kind === "X" ? text.toUpperCase() : text)
  }
  if (kind === "f" || kind === "F") return value.toFixed(precision ?? 6)
  if (kind === "e" || kind === "E") return exponential(value, precision ?? 6)
  if (kind === "g" || kind === "G") return general(value, precision ?? 6, flags.includes("#"))
  return Math.trunc(value).toFixed(0).padStart(precision ?? 0, "0")
}

function number_text(value: number, directive: Directive): [sign: string, digits: string] {
  const { flags, kind } = directive
  const negative = value < 0 || Object.is(value, -0)
  const sign = negative ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : ""
  const plain = Number.isFinite(value) ? digits_of(Math.abs(value), directive) : Number.isNaN(value) ? "nan" : "inf"
  const text = flags.includes(",") || flags.includes("'") ? grouped(plain) : plain
  return [sign, "EGF".includes(kind) ? text.toUpperCase() : text]
}

function pad(sign: string, text: string, { flags, width }: Directive, numeric: boolean): string {
  const room = width - sign.length
  if (flags.includes("-")) return (sign + text).padEnd(width)
  return numeric && flags.includes("0") ? sign + text.padStart(room, "0") : (sign + text).padStart(width)
}

function expand(value: unknown, directive: Directive): string {
  const { kind, precision } = directive
  if (kind === "s") return pad("", String(value).slice(0, precision ?? undefined), directive, false)
  if (kind === "c") return pad("", String.fromCodePoint(Number(value)), directive, false)
  const number = Number(value)
  const [sign, digits] = number_text(number, directive)
  return pad(sign, digits, directive, Number.isFinite(number))
}

/** Each directive of `format` shows the same `value`. */
export function printf(format: string, value: unknown): string {
  return format.replace(/%([-+ 0#,']*)(\d*)(?:\.(\d*))?[hlLqjzt]*([a-zA-Z%])/g, (whole, flags: string, width: string, precision: string | undefined, kind: string) => {
    if (kind === "%") return "%"
    if (!"diufFeEgGsxXobc".includes(kind)) return whole
    return expand(value, { flags, width: Number(width), precision: precision === undefined ? null : Number(precision), kind })
  })
}
