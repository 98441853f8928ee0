// Automatic ranges: what a DataRange1d shows for data between two values, and what a range may become by a gesture.

export interface AutoOptions {
  readonly range_padding?: number
  readonly range_padding_units?: "percent" | "absolute"
  readonly flipped?: boolean
  readonly follow?: "start" | "end" | null
  readonly follow_interval?: number | null
  readonly default_span?: number
}

type Pair = [number, number]

/** What is added at each end, in the scale's own measure (decades on a log axis). */
function margin([low, high]: Pair, { range_padding = 0.1, range_padding_units = "percent", default_span = 2 }: AutoOptions): number {
  if (low === high) return default_span / 2
  return range_padding_units === "percent" ? ((high - low) * range_padding) / 2 : range_padding
}

function padded([low, high]: Pair, options: AutoOptions): Pair {
  const each = margin([low, high], options)
  return [low - each, high + each]
}

function padded_log([low, high]: Pair, options: AutoOptions): Pair {
  const { range_padding = 0.1, range_padding_units = "percent" } = options
  if (range_padding_units === "absolute" && low !== high) {
    return [low - range_padding > 0 ? low - range_padding : low, high + range_padding]
  }
  const decades: Pair = [Math.log10(low), Math.log10(high)]
  const [start, end] = padded(decades, options)
  return [10 ** start, 10 ** end]
}

/** The end of the data that a range follows stays, the other one is at most `follow_interval` away. */
function following([start, end]: Pair, options: AutoOptions): Pair {
  const { follow = null, follow_interval = null } = options
  if (follow === null || follow_interval === null || Math.abs(end - start) <= follow_interval) return [start, end]
  const reach = Math.sign(end - start) * follow_interval
  return follow === "start" ? [start, start + reach] : [end - reach, end]
}

/** Start and end for data in `extent`; null while there is none. On a log axis `extent` is of positive data. */
export function auto_range(extent: readonly [number, number], options: AutoOptions, log = false): Pair | null {
  const [low, high] = extent
  if (!(low <= high) || !Number.isFinite(high - low) || (log && low <= 0)) return null
  const ends = log ? padded_log([low, high], options) : padded([low, high], options)
  return following(options.flipped ? [ends[1], ends[0]] : ends, options)
}

export interface Limits {
  /** Lowest and highest value that may be shown; null leaves a side open. */
  readonly bounds: readonly [number | null, number | null] | null
  readonly min_interval: number | null
  readonly max_interval: number | null
}

function around(extent: Pair, span: number): Pair {
  const middle = (extent[0] + extent[1]) / 2
  return [middle - span / 2, middle + span / 2]
}

function within_interval([start, end]: Pair, { min_interval, max_interval }: Limits): Pair {
  const span = Math.abs(end - start)
  const allowed = Math.min(Math.max(span, min_interval ?? 0), max_interval ?? Infinity)
  return allowed === span ? [start, end] : around([start, end], Math.sign(end - start || 1) * allowed)
}

/** Moves a view back into its bounds; a pan keeps its span where that fits, a zoom keeps its other end. */
function within_bounds([start, end]: Pair, limits: Limits, keep_span: boolean): Pair {
  const low_bound = limits.bounds?.[0] ?? -Infinity
  const high_bound = limits.bounds?.[1] ?? Infinity
  let [low, high] = start <= end ? [start, end] : [end, start]
  const shift = low < low_bound ? low_bound - low : high > high_bound ? high_bound - high : 0
  if (keep_span && shift !== 0 && high - low <= high_bound - low_bound) [low, high] = [low + shift, high + shift]
  const [a, b] = [Math.max(low, low_bound), Math.min(high, high_bound)]
  return start <= end ? [a, b] : [b, a]
}

/** What a gesture may make of a range that now shows `ends`. */
export function limited(ends: Pair, limits: Limits, keep_span: boolean): Pair {
  return within_bounds(within_interval(ends, limits), limits, keep_span)
}
