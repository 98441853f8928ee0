// Number patterns in the manner of numbro and numeral.js: "0,0.00", "0[.]0[000]", "0.0%", "$0.0a", "0b", "0o",
// "(0,0)", "+0", "00:00:00", "0.0e+0". Text that is no part of the pattern stays around the number.

export type Rounding = "round" | "nearest" | "floor" | "rounddown" | "ceil" | "roundup"

interface Unit { kind: string; gap: string }

interface Pattern {
  before: string
  after: string
  parentheses: boolean
  plus: boolean
  /** Least number of digits before the point. */
  whole: number
  thousands: boolean
  /** Decimals always shown, decimals shown at most. */
  decimals: readonly [number, number]
  /** `[.]`: a whole number shows no decimals at all. */
  optional: boolean
  unit: Unit | null
}

const CORE = /[+-]?(?:[0#][0#,]*(?:\[?\.\]?(?:\d+f|0*(?:\[0+\])?))?|\.0+(?:\[0+\])?)/
const UNIT = /^(\s?)(%|a[KMBT]?|bd|ib|b|o|e[+-]0+)(?![a-zA-Z])/

/** "00[0]" is two to three; "3f", as in printf, is three. */
function decimals_of(text: string): [number, number] {
  const printf_like = /^(\d+)f$/.exec(text)
  if (printf_like !== null) return [Number(printf_like[1]), Number(printf_like[1])]
  const least = /^0*/.exec(text)?.[0].length ?? 0
  return [least, text.replace(/[^0]/g, "").length]
}

function parse(format: string): Pattern {
  const parentheses = /\(.*\)/.test(format)
  const text = parentheses ? format.replace(/[()]/g, "") : format
  const found = CORE.exec(text)
  const core = found?.[0] ?? ""
  const before = found === null ? "" : text.slice(0, found.index)
  const rest = found === null ? text : text.slice(found.index + core.length)
  const unit = UNIT.exec(rest)
  const [, sign, digits, point, fraction] = /^([+-]?)([0#,]*)(\[?\.\]?)?(.*)$/.exec(core) as unknown as string[]
  return {
    before, after: unit === null ? rest : rest.slice(unit[0].length),
    parentheses, plus: sign === "+",
    whole: digits.split(",")[0].length, thousands: digits.includes(","),
    decimals: decimals_of(fraction), optional: point?.startsWith("[") ?? false,
    unit: unit === null ? null : { kind: unit[2], gap: unit[1] },
  }
}

const parsed = new Map<string, Pattern>()

function pattern_of(format: string): Pattern {
  const known = parsed.get(format) ?? parse(format)
  parsed.set(format, known)
  return known
}

const ROUND: Record<Rounding, (v: number) => number> = {
  round: Math.round, nearest: Math.round, floor: Math.floor, rounddown: Math.floor, ceil: Math.ceil, roundup: Math.ceil,
}

/** A non-negative number with `decimals` digits; halves go up, judged on the decimal text (1.005 is a half). */
function fixed(value: number, decimals: number, rounding: Rounding): string {
  if (value >= 1e21) return value.toLocaleString("en", { useGrouping: false })
  const shifted = ROUND[rounding](Number(`${value}e${decimals}`))
  return Number.isFinite(shifted) ? Number(`${shifted}e-${decimals}`).toFixed(decimals) : value.toFixed(decimals)
}

function digits_text(value: number, pattern: Pattern, rounding: Rounding): string {
  const [least, most] = pattern.decimals
  const [whole, all = ""] = fixed(value, most, rounding).split(".")
  const shown = pattern.optional && Number(all) === 0 ? "" : all.slice(0, Math.max(least, all.replace(/0+$/, "").length))
  const front = pattern.whole === 0 && whole === "0" ? "" : whole.padStart(pattern.whole, "0")
  return shown === "" ? front : `${front}.${shown}`
}

interface Separators { thousands: string; decimal: string }
const separators = new Map<string, Separators>()
const TAGS: Record<string, string> = { chs: "zh-CN", "be-nl": "nl-BE", "da-dk": "da", "nl-nl": "nl" }

function separators_of(language: string): Separators {
  const known = separators.get(language)
  if (known !== undefined) return known
  const parts = new Intl.NumberFormat(TAGS[language] ?? language, { useGrouping: true }).formatToParts(1234567.5)
  const find = (type: string): string => parts.find((part) => part.type === type)?.value ?? ""
  const made = { thousands: find("group"), decimal: find("decimal") }
  separators.set(language, made)
  return made
}

function localized(text: string, thousands: boolean, language: string): string {
  const signs = separators_of(language)
  const [whole, rest] = text.split(".")
  const grouped = thousands ? whole.replace(/\B(?=(\d{3})+$)/g, signs.thousands) : whole
  return rest === undefined ? grouped : grouped + signs.decimal + rest
}

const SHORT = ["", "k", "m", "b", "t"]
const BYTES = ["B", "KB", "MB", "GB", "TB", "PB", "EB"]

/** Scales by a unit's steps; 999.96 k at one decimal is 1 m, not 1000 k. */
function stepped(value: number, base: number, names: readonly string[], pattern: Pattern, forced = -1): [number, string] {
  let i = forced
  if (i < 0) {
    i = 0
    while (i < names.length - 1 && Number(fixed(value / base ** i, pattern.decimals[1], "round")) >= base) i++
  }
  return [value / base ** i, names[i]]
}

function ordinal(value: number): string {
  const last = Math.floor(value) % 100
  return (last > 10 && last < 14 ? "th" : ["th", "st", "nd", "rd"][last % 10]) ?? "th"
}

/** What to write for the unit: the scaled number and its suffix. */
function scaled(value: number, pattern: Pattern): [number, string] {
  const kind = pattern.unit?.kind ?? ""
  if (kind === "%") return [Number((value * 100).toPrecision(15)), "%"]
  if (kind === "o") return [value, ordinal(value)]
  if (kind.startsWith("a")) return stepped(value, 1000, SHORT, pattern, " KMBT".indexOf(kind[1] ?? "?"))
  if (kind === "bd") return stepped(value, 1000, BYTES, pattern)
  if (kind === "b") return stepped(value, 1024, BYTES, pattern)
  if (kind === "ib") return stepped(value, 1024, BYTES.map((name) => (name === "B" ? name : `${name[0]}iB`)), pattern)
  return [value, ""]
}

function clock(value: number): string {
  const seconds = Math.round(Math.abs(value))
  const two = (n: number): string => String(n).padStart(2, "0")
  const text = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return value < 0 ? `-${text}` : text
}

function exponential(value: number, pattern: Pattern): string {
  const [mantissa, exponent] = value.toExponential(pattern.decimals[1]).split("e")
  return `${mantissa}e${exponent}`
}

/** The number in the pattern's words, sign aside. */
function magnitude(value: number, pattern: Pattern, language: string, rounding: Rounding): string {
  if (pattern.unit?.kind.startsWith("e")) return exponential(value, pattern)
  const [number, suffix] = scaled(value, pattern)
  const text = localized(digits_text(number, pattern, rounding), pattern.thousands, language)
  return suffix === "" ? text : text + (pattern.unit?.gap ?? "") + suffix
}

const MIRRORED: Partial<Record<Rounding, Rounding>> = { floor: "ceil", rounddown: "roundup", ceil: "floor", roundup: "rounddown" }

/** `value` in `format`; a number that is not finite is written as it is. */
export function numeral(value: number, format: string, language = "en", rounding: Rounding = "round"): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value < 0 ? "-∞" : "∞"
  if (/^0*:00/.test(format)) return clock(value)
  const pattern = pattern_of(format)
  const text = magnitude(Math.abs(value), pattern, language, value < 0 ? MIRRORED[rounding] ?? rounding : rounding)
  const negative = value < 0 && /[1-9]/.test(text)
  const { before, after } = pattern
  if (negative && pattern.parentheses) return `(${before}${text}${after})`
  const sign = negative ? "-" : pattern.plus && value >= 0 ? "+" : ""
  return /^\s*\p{Sc}?\s*$/u.test(before) ? sign + before + text + after : before + sign + text + after
}
