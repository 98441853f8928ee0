// Dense lines from their sums by pixel column.
import type { Runs } from "./decimate"
import type { Polyline } from "./stroke"

/** Where rows and pixel columns are, in CSS pixels. */
export interface Places {
  x(row: number): number
  y(row: number): number
  /** Middle of a pixel column. */
  middle(column: number): number
  /** Width of a pixel column. */
  readonly step: number
}

/** A column is drawn as a bar when the line goes through its height at least so many times. */
const FULL = 4
/** A lower column, in CSS pixels, is drawn as well by its points. */
const LOW = 6
/** An extreme further than so many pixels from its neighbours is a spike. */
const SPIKE = 1.5
/** A spike shorter than this, in CSS pixels, does not show. */
const SEEN = 0.1
/** So many rows to each side of an extreme tell how thick the stroke is there. */
const BESIDE = 6

/**
 * Draws the runs as a line. Where it goes up and down within one column again and again, that is a bar: seamless
 * beside other bars, right at its ends, and cheap.
 */
export function draw_runs(pen: Polyline, runs: Runs, places: Places): void {
  const bars = pen.has_bars
  let top = NaN
  let bottom = NaN
  for (let k = 0; k < runs.length; k++) {
    if (runs.broken[k] === 1) {
      pen.gap()
      top = bottom = NaN
    }
    const times = bars ? crossings(runs, k, places) : 0
    if (times < FULL) {
      draw_run(pen, runs, k, places)
      top = bottom = NaN
      continue
    }
    const [low, high] = [places.y(runs.low[k]), places.y(runs.high[k])]
    const [upper, lower] = low < high ? [low, high] : [high, low]
    // Neighbouring bars that overlap hide the way from one to the other.
    if (!(upper <= bottom && lower >= top)) pen.point(places.x(runs.first[k]), places.y(runs.first[k]))
    draw_bar(pen, runs, k, places, times)
    pen.gap()
    pen.point(places.x(runs.last[k]), places.y(runs.last[k]))
    top = upper
    bottom = lower
  }
}

/** The body of a column, across its width, and its two outermost points, which reach out of the body as thin spikes. */
function draw_bar(pen: Polyline, runs: Runs, k: number, places: Places, times: number): void {
  const { x, y, middle, step } = places
  const [low, high] = [y(runs.low[k]), y(runs.high[k])]
  const tip = (low - high) / (2 * times)
  const out = Math.sign(low - high)
  const above = out * thickness(pen, runs, k, runs.high[k], places)
  const below = out * thickness(pen, runs, k, runs.low[k], places)
  const [from, to] = [high + tip - above, low - tip + below]
  pen.bar(middle(runs.column[k]), from, to, step * (1 - 2 / (times + 1)))
  if ((from - high) * out > SEEN) pen.bar(x(runs.high[k]), high, from + out, 0)
  if ((low - to) * out > SEEN) pen.bar(x(runs.low[k]), low, to - out, 0)
}

/** How far the stroke reaches beyond its outermost point: half its width where it runs level, less the steeper it is. */
function thickness(pen: Polyline, runs: Runs, k: number, row: number, { x, y }: Places): number {
  if (pen.is_level) return pen.width / 2
  const last = Math.min(runs.last[k], row + BESIDE)
  const half = pen.width / 2
  const edge = y(row)
  let most = 0
  let i = Math.max(runs.first[k], row - BESIDE)
  let x0 = x(i)
  let depth0 = Math.abs(y(i) - edge)
  while (++i <= last) {
    const x1 = x(i)
    const depth1 = Math.abs(y(i) - edge)
    const depth = Math.min(depth0, depth1)
    if (depth < half) {
      const dx = x1 - x0
      const dy = depth1 - depth0
      const reach = (half * Math.abs(dx)) / Math.sqrt(dx * dx + dy * dy) - depth
      if (reach > most) most = reach
    }
    x0 = x1
    depth0 = depth1
  }
  return most
}

/** How many times a run goes through its own height; 0 if that is low. */
function crossings(runs: Runs, k: number, { y }: Places): number {
  const { low, high, travel, ys } = runs
  const height = ys.get(high[k]) - ys.get(low[k])
  return Math.abs(y(high[k]) - y(low[k])) > LOW ? travel[k] / height : 0
}

/** First, extreme and last rows; a spike also by its neighbours, so that it stays as thin as it is. */
function draw_run(pen: Polyline, runs: Runs, k: number, { x, y }: Places): void {
  const first = runs.first[k]
  const last = runs.last[k]
  let done = first
  pen.point(x(first), y(first))
  const go = (row: number): void => {
    if (row <= done || row > last) return
    if (row === done + 1) pen.point(x(row), y(row))
    else pen.skip_to(x(row), y(row))
    done = row
  }
  const extreme = (row: number): void => {
    if (row <= first || row >= last) return
    const at = y(row)
    if (Math.abs(y(row - 1) - at) > SPIKE) go(row - 1)
    go(row)
    if (Math.abs(y(row + 1) - at) > SPIKE) go(row + 1)
  }
  extreme(Math.min(runs.low[k], runs.high[k]))
  extreme(Math.max(runs.low[k], runs.high[k]))
  go(last)
}
