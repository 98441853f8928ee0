// One value in words, for tooltips, sliders and summaries.
import { numeral } from "./numeral"
import { printf } from "./printf"
import { strftime } from "./strftime"

export { numeral } from "./numeral"
export { printf } from "./printf"
export { strftime } from "./strftime"

export type FieldFormatter = "numeral" | "datetime" | "printf" | "raw" | "basic"

const DATE_DIRECTIVE = /%[-_^#0]?\d*[aAbBcCdDeFgGHIjklLmMNpPrRsSTuUVwWxXyYzZ]/
const NUMBER_DIRECTIVE = /%[-+ 0#,']*\d*(\.\d*)?[diufeEgGsxXobc]/

/** A number as people want to read it without having said how. */
export function basic(value: unknown): string {
  if (typeof value !== "number") return value === null || value === undefined ? "???" : Array.isArray(value) ? value.join(", ") : String(value)
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value < 0 ? "-∞" : "∞"
  const size = Math.abs(value)
  if (Number.isInteger(value) && size < 1e15) return String(value)
  return size >= 0.1 && size < 100_000 ? String(Number(value.toFixed(3))) : value.toExponential(3).replace(/\.?0+e/, "e")
}

/** Milliseconds since the epoch, with as much of the time of day as the value has. */
export function basic_date(ms: number): string {
  if (ms % 86_400_000 === 0) return strftime(ms, "%F")
  return strftime(ms, ms % 1000 === 0 ? "%F %T" : "%F %T.%3N")
}

function as_date(value: unknown): number {
  if (value instanceof Date) return value.getTime()
  return typeof value === "string" ? Date.parse(value) : Number(value)
}

/** A pattern tells its own language: "%d" is printf, "%F" is a date, "0.00" a numeral. */
function guess(pattern: string): FieldFormatter {
  if (NUMBER_DIRECTIVE.test(pattern) && !DATE_DIRECTIVE.test(pattern.replace(/%d/g, ""))) return "printf"
  return DATE_DIRECTIVE.test(pattern) ? "datetime" : "numeral"
}

/**
 * `value` in `pattern` (the part in braces of `@column{…}`). `formatter` is what the tool's `formatters` say, or null:
 * then the pattern itself tells. Text that no number pattern fits is shown as it is.
 */
export function format_value(value: unknown, pattern: string | null = null, formatter: FieldFormatter | null = null): string {
  if (pattern === null || pattern === "") return formatter === "datetime" ? basic_date(as_date(value)) : basic(value)
  const kind = formatter ?? guess(pattern)
  if (kind === "datetime") return strftime(as_date(value), pattern)
  if (kind === "printf") return printf(pattern, value)
  if (kind === "raw") return String(value)
  return kind === "numeral" && typeof value === "number" ? numeral(value, pattern) : basic(value)
}
