// strftime in UTC, with the GNU shorthands that d3-time-format leaves out (%F %T %R %D %r %h %k %l %P %C %N %z …)
// and fractions of a second down to nanoseconds, which a Date cannot hold.
import { utcFormat } from "d3-time-format"

const EXPANDED: Record<string, string> = {
  F: "%Y-%m-%d", T: "%H:%M:%S", R: "%H:%M", D: "%m/%d/%y", r: "%I:%M:%S %p", h: "%b", c: "%a %d %b %Y %T",
  x: "%m/%d/%Y", X: "%T", k: "%_H", l: "%_I", n: "\n", t: "\t", z: "+0000", Z: "UTC", P: "%p", "+": "%a %b %e %T UTC %Y",
}

const compiled = new Map<string, (date: Date) => string>()

function d3_formatter(pattern: string): (date: Date) => string {
  const known = compiled.get(pattern)
  if (known !== undefined) return known
  const made = utcFormat(pattern)
  compiled.set(pattern, made)
  return made
}

/** Fraction of the second as `digits` decimal digits. Values near a boundary are not rounded up into the next second. */
function fraction(ms: number, digits: number): string {
  const nanoseconds = Math.min(999_999_999, Math.round((ms - Math.floor(ms / 1000) * 1000) * 1e6))
  return String(nanoseconds).padStart(9, "0").slice(0, digits)
}

const recased = (flag: string, text: string): string => (flag === "^" ? text.toUpperCase() : flag === "#" ? text.toLowerCase() : text)

const PLAIN = new Set([..."aAbBdefgGHIjLmMpqQsSuUVwWyY%"])

function directive(ms: number, flag: string, width: string, letter: string): string {
  if (letter === "N") return fraction(ms, width === "" ? 9 : Math.min(9, Number(width)))
  if (letter === "f") return fraction(ms, 6)
  if (letter === "C") return String(Math.floor(new Date(ms).getUTCFullYear() / 100)).padStart(2, "0")
  if (letter === "P") return strftime(ms, "%p").toLowerCase()
  if (letter in EXPANDED) return recased(flag, strftime(ms, EXPANDED[letter]))
  if (!PLAIN.has(letter)) return `%${flag}${width}${letter}`
  const d3_flag = flag === "-" || flag === "_" || flag === "0" ? flag : ""
  return recased(flag, d3_formatter(`%${d3_flag}${letter}`)(new Date(ms)))
}

/** `ms` since the epoch in the C-like `pattern`; unknown directives stay as written, NaN gives "NaT". */
export function strftime(ms: number, pattern: string): string {
  if (!Number.isFinite(ms)) return "NaT"
  return pattern.replace(/%([-_^#0]?)(\d*)([a-zA-Z%+])/g, (_, flag: string, width: string, letter: string) => directive(ms, flag, width, letter))
}
