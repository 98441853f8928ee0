// Calendar-aware ticks in UTC milliseconds: from microseconds to millennia, each step on the boundaries that
// people expect (whole minutes, midnights, first days of months, whole decades).
import { utcDay, utcMonth, utcYear } from "d3-time"
import { multiples, nice_interval, type Ticks } from "./ticks_linear"

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30.4 * DAY
const YEAR = 365.25 * DAY

interface Step {
  /** Usual length, ms. */
  readonly length: number
  /** Ticks in [low, high]. */
  readonly ticks: (low: number, high: number) => number[]
}

const even = (length: number): Step => ({ length, ticks: (low, high) => multiples(low, high, length) })

/** `utcDay.range` and friends exclude the end; dates beyond what JavaScript can hold give none. */
function calendar(interval: { range(start: Date, stop: Date): Date[] }, low: number, high: number): Date[] {
  return interval.range(new Date(low), new Date(high + 1))
}

const days = (wanted: readonly number[], length: number): Step => ({
  length: length * DAY,
  ticks: (low, high) => calendar(utcDay, low, high).filter((d) => wanted.includes(d.getUTCDate())).map(Number),
})

const months = (every: number): Step => ({
  length: every * MONTH,
  ticks: (low, high) => calendar(utcMonth, low, high).filter((d) => d.getUTCMonth() % every === 0).map(Number),
})

const years = (every: number): Step => ({
  length: every * YEAR,
  ticks: (low, high) => calendar(utcYear, low, high).filter((d) => d.getUTCFullYear() % every === 0).map(Number),
})

const EVERY_DAY = Array.from({ length: 31 }, (_, i) => i + 1)

const STEPS: readonly Step[] = [
  ...[1, 2, 5, 10, 15, 20, 30].map((n) => even(n * SECOND)),
  ...[1, 2, 5, 10, 15, 20, 30].map((n) => even(n * MINUTE)),
  ...[1, 2, 3, 4, 6, 8, 12].map((n) => even(n * HOUR)),
  days(EVERY_DAY, 1), days([1, 4, 7, 10, 13, 16, 19, 22, 25, 28], 3), days([1, 8, 15, 22], 7.6), days([1, 15], 15.2),
  ...[1, 2, 3, 4, 6].map(months),
]

/** The step that comes nearest to `desired` ticks in a span of milliseconds. */
function step_for(span: number, desired: number): Step {
  const target = span / desired
  if (target < SECOND * 0.7) return even(nice_interval(span, desired, { max_interval: 500 }))
  if (target > YEAR * 0.8) return years(Math.max(1, Math.round(nice_interval(span / YEAR, desired))))
  const badness = (step: Step): number => Math.abs(Math.log(step.length / target))
  return STEPS.reduce((best, step) => (badness(step) < badness(best) ? step : best))
}

/** Where minor ticks fall: whole days, weeks, months or years below a calendar step, equal parts below a day. */
function minor_step(major: Step, parts: number): Step {
  if (major.length <= DAY) return even(major.length / parts)
  if (major.length < 20 * DAY) return days(EVERY_DAY, 1)
  if (major.length < 40 * DAY) return days([1, 8, 15, 22], 7.6)
  if (major.length <= YEAR) return months(major.length < 200 * DAY ? 1 : 3)
  return years(Math.max(1, Math.round(major.length / YEAR / 5)))
}

export function time_ticks(low: number, high: number, desired: number, num_minor_ticks = 0): Ticks {
  if (!(high > low)) return { major: [], minor: [] }
  const step = step_for(high - low, desired)
  const major = step.ticks(low, high)
  const minor = num_minor_ticks > 0 ? minor_step(step, num_minor_ticks).ticks(low, high) : []
  const taken = new Set(major)
  return { major, minor: minor.filter((v) => !taken.has(v)) }
}
