// Labels of ticks, all formatters but the one for dates.
import type { Factor } from "./factors"

export interface BasicOptions {
  precision?: number | "auto"
  use_scientific?: boolean
  power_limit_high?: number
  power_limit_low?: number
}

const MINUS = "\u2212"
const with_minus = (text: string): string => text.replaceAll("-", MINUS)

/** The finest distance that the labels must tell apart. */
function resolution(ticks: readonly number[]): number {
  let least = Infinity
  for (let i = 1; i < ticks.length; i++) {
    const step = Math.abs(ticks[i] - ticks[i - 1])
    if (step > 0 && step < least) least = step
  }
  return Number.isFinite(least) ? least : Math.max(...ticks.map(Math.abs), 1e-15)
}

type Writer = (tick: number, digits: number) => string

/** The fewest digits with which every label still says its tick's value. */
function least_digits(ticks: readonly number[], write: Writer): number {
  const tolerance = resolution(ticks) * 1e-3
  for (let digits = 0; digits < 15; digits++) {
    if (ticks.every((tick) => Math.abs(Number(write(tick, digits)) - tick) <= tolerance)) return digits
  }
  return 15
}

function needs_power(tick: number, low: number, high: number): boolean {
  const size = Math.abs(tick)
  return size > 0 && (size >= 10 ** high || size <= 10 ** low)
}

/** From here on a label with a power of ten gives way to a plain number that is shorter, as between 1e9 and 1e9 + 5. */
const LONG_POWER = 9
const longest = (labels: readonly string[]): number => Math.max(...labels.map(({ length }) => length))

export function basic_labels(ticks: readonly number[], options: BasicOptions = {}): string[] {
  const { precision = "auto", use_scientific = true, power_limit_high = 5, power_limit_low = -3 } = options
  if (ticks.length === 0) return []
  const label = (write: Writer): string[] => {
    const digits = precision === "auto" ? least_digits(ticks, write) : Math.max(0, precision)
    return ticks.map((tick) => with_minus(write(tick, digits)))
  }
  const plain = label((tick, digits) => tick.toFixed(digits))
  if (!use_scientific || !ticks.some((tick) => needs_power(tick, power_limit_low, power_limit_high))) return plain
  const scientific = label((tick, digits) => (tick === 0 ? "0" : tick.toExponential(digits)))
  return precision === "auto" && longest(scientific) > LONG_POWER && longest(plain) < longest(scientific) ? plain : scientific
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"

/** An integer in superscript characters; painters draw these as raised ordinary digits. */
export const superscript = (value: number): string =>
  String(value).replace(/[-\d]/g, (c) => (c === "-" ? "⁻" : RAISED[Number(c)]))

const power_of = (tick: number, base: number): number => Math.log(tick) / Math.log(base)
const is_power = (tick: number, base: number): boolean => Math.abs(power_of(tick, base) - Math.round(power_of(tick, base))) < 1e-9

/** 10ⁿ where every tick is a power of the base, plain numbers otherwise. */
export function log_labels(ticks: readonly number[], base = 10, min_exponent = 0): string[] {
  if (!ticks.every((tick) => is_power(tick, base))) return basic_labels(ticks)
  return ticks.map((tick) => {
    const exponent = Math.round(power_of(tick, base))
    return Math.abs(exponent) < min_exponent ? with_minus(String(Number(tick.toPrecision(12)))) : `${base}${superscript(exponent)}`
  })
}

/** A factor's own name: the last of a nested one, whose groups have labels of their own. */
export const factor_label = (factor: Factor): string => (typeof factor === "string" ? factor : factor[factor.length - 1])
