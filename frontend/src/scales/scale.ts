// A scale maps data numbers to CSS pixels and back. Factors become numbers first (factors.ts), dates are
// milliseconds since the epoch, so a scale only ever sees numbers.
import type { FactorMap } from "./factors"

export type ScaleKind = "linear" | "log" | "categorical"

export interface Scale {
  readonly kind: ScaleKind
  /** Data values at the two ends of `range`; may run downwards (a flipped axis). */
  readonly domain: readonly [number, number]
  /** CSS pixels at the two ends of `domain`. */
  readonly range: readonly [number, number]
  /** Synthetic positions of factors; null unless the range is categorical. */
  readonly factors: FactorMap | null
  to_screen(value: number): number
  to_data(px: number): number
  /** Maps a whole column, into `out` when given (it may be `values` itself). */
  map(values: Float64Array, out?: Float64Array): Float64Array
}

export function linear_scale(
  d0: number, d1: number, r0: number, r1: number, factors: FactorMap | null = null,
): Scale {
  const k = (r1 - r0) / (d1 - d0)
  return {
    kind: factors === null ? "linear" : "categorical",
    domain: [d0, d1],
    range: [r0, r1],
    factors,
    // Subtracting first keeps sub-millisecond views of dates exact.
    to_screen: (value) => (value - d0) * k + r0,
    to_data: (px) => (px - r0) / k + d0,
    map(values, out = new Float64Array(values.length)) {
      for (let i = 0; i < values.length; i++) out[i] = (values[i] - d0) * k + r0
      return out
    },
  }
}

/** Zero maps to an infinite pixel (bars reach the frame's edge), negative numbers to NaN (a gap). */
export function log_scale(d0: number, d1: number, r0: number, r1: number): Scale {
  const l0 = Math.log10(d0)
  const k = (r1 - r0) / (Math.log10(d1) - l0)
  return {
    kind: "log",
    domain: [d0, d1],
    range: [r0, r1],
    factors: null,
    to_screen: (value) => (Math.log10(value) - l0) * k + r0,
    to_data: (px) => 10 ** ((px - r0) / k + l0),
    map(values, out = new Float64Array(values.length)) {
      for (let i = 0; i < values.length; i++) out[i] = (Math.log10(values[i]) - l0) * k + r0
      return out
    },
  }
}

const widen = (value: number): number => Math.abs(value) * 1e-6 || 0.5

const STAND_IN: readonly [number, number] = [0, 1]

/** True for the domain of a range of which nothing is known yet; as dates it would mean a millisecond of 1970. */
export const stands_in = (domain: readonly [number, number]): boolean => domain[0] === STAND_IN[0] && domain[1] === STAND_IN[1]

/** A domain that can be drawn: NaN ends (nothing known yet) become 0 to 1, an empty span is widened. */
export function drawable_domain(start: number, end: number): [number, number] {
  if (!Number.isFinite(start) && !Number.isFinite(end)) return [...STAND_IN]
  if (!Number.isFinite(start)) return [end - 1, end]
  if (!Number.isFinite(end)) return [start, start + 1]
  if (start === end) return [start - widen(start), end + widen(end)]
  return [start, end]
}

/** As `drawable_domain`, and positive: an end at or below zero falls three decades from the other one. */
export function drawable_log_domain(start: number, end: number): [number, number] {
  const good = (v: number): boolean => Number.isFinite(v) && v > 0
  if (!good(start) && !good(end)) return [1, 10]
  if (!good(start)) return [end / 1000, end]
  if (!good(end)) return [start, start / 1000]
  return start === end ? [start / 1.1, end * 1.1] : [start, end]
}
