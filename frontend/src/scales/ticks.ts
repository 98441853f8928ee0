// Ticks of any ticker model over any scale.
import type { Factor, FactorMap } from "./factors"
import type { Scale } from "./scale"
import { adaptive_ticks, interval_ticks, log_ticks, type AdaptiveOptions, type Ticks } from "./ticks_linear"
import type { time_ticks } from "./ticks_time"

export type { Ticks } from "./ticks_linear"

export interface TickerLike extends AdaptiveOptions {
  readonly type: string
  readonly desired_num_ticks?: number
  readonly num_minor_ticks?: number
  readonly ticks?: readonly number[]
  readonly minor_ticks?: readonly number[]
  readonly interval?: number
}

/** Ticks that come with labels_part.ts. */
export const RARE_TICKS: { time: typeof time_ticks | null } = { time: null }
const adaptive_time: typeof time_ticks = (low, high, desired) => adaptive_ticks(low, high, desired)

const DEFAULT_DESIRED = 6
/** CSS pixels that a tick wants for itself on a level and on an upright axis. */
const ROOM_FOR_TICK = { level: 72, upright: 48 }
const [FEWEST, MOST] = [4, 10]

/** How many ticks there should be: what the app asked for (`is_fixed`), else by the axis' length in CSS pixels. */
export function desired_ticks(ticker: TickerLike, size: number, lie: "level" | "upright"): { count: number; is_fixed: boolean } {
  const { desired_num_ticks = DEFAULT_DESIRED } = ticker
  if (desired_num_ticks !== DEFAULT_DESIRED) return { count: desired_num_ticks, is_fixed: true }
  return { count: Math.min(Math.max(Math.round(size / ROOM_FOR_TICK[lie]), FEWEST), MOST), is_fixed: false }
}

const inside = (values: readonly number[], low: number, high: number): number[] => values.filter((v) => v >= low && v <= high)

/** The positions of `ticker` on `scale`, ascending, within `bounds` (data values) when given: about `desired` of them, where the ticker chooses. */
export function ticks(ticker: TickerLike, scale: Scale, desired: number, bounds: readonly [number, number] | null = null): Ticks {
  const [first, last] = [...scale.domain].sort((a, b) => a - b)
  const low = bounds === null ? first : Math.max(first, bounds[0])
  const high = bounds === null ? last : Math.min(last, bounds[1])
  const part = (high - low) / (last - first)
  if (ticker.type !== "CategoricalTicker") return numeric_ticks(ticker, low, high, Math.max(1, desired * part))
  return { major: inside([...(scale.factors?.centers ?? [])], low, high), minor: [] }
}

function numeric_ticks(ticker: TickerLike, low: number, high: number, desired: number): Ticks {
  const { num_minor_ticks = 5 } = ticker
  switch (ticker.type) {
    case "FixedTicker":
      return { major: inside(ticker.ticks ?? [], low, high), minor: inside(ticker.minor_ticks ?? [], low, high) }
    case "SingleIntervalTicker":
      return interval_ticks(low, high, ticker.interval ?? NaN, num_minor_ticks)
    case "DatetimeTicker":
      return (RARE_TICKS.time ?? adaptive_time)(low, high, desired, num_minor_ticks)
    case "LogTicker":
      return low > 0 ? log_ticks(low, high, desired, ticker) : adaptive_ticks(low, high, desired, ticker)
    default:
      return adaptive_ticks(low, high, desired, ticker)
  }
}

/** The factors at tick positions, in their order. */
export function tick_factors(map: FactorMap, positions: readonly number[]): Factor[] {
  return positions.map((position) => map.nearest(position)).filter((factor) => factor !== undefined)
}
