// Labels of date ticks. The distance between ticks decides the pattern (hours, days, …); a context pattern adds,
// on a line of its own, what the short labels leave out, where it changes:
//
//    22:00       23:00       00:00       01:00
//  Mar 4, 2024             Mar 5, 2024
import { strftime } from "./strftime"

export const RESOLUTIONS = ["microseconds", "milliseconds", "seconds", "minsec", "minutes", "hourmin", "hours", "days", "months", "years"] as const
export type Resolution = (typeof RESOLUTIONS)[number]

export interface DatetimeOptions extends Partial<Record<Resolution, string>> {
  strip_leading_zeros?: boolean | readonly Resolution[]
  boundary_scaling?: boolean
  hide_repeats?: boolean
  context?: string | DatetimeOptions | null
  context_which?: "start" | "center" | "end" | "all"
  context_location?: "above" | "below" | "left" | "right"
}

const PATTERNS: Record<Resolution, string> = {
  microseconds: "%fus", milliseconds: "%3Nms", seconds: "%Ss", minsec: ":%M:%S", minutes: ":%M",
  hourmin: "%H:%M", hours: "%Hh", days: "%m/%d", months: "%m/%Y", years: "%Y",
}

const HOUR = 3600
const DAY = 24 * HOUR

/** The unit that tells neighbouring ticks apart. */
export function resolution_of(ticks: readonly number[]): Resolution {
  const span = Math.abs(ticks[ticks.length - 1] - ticks[0]) / 1000
  const step = (ticks.length > 1 ? span / (ticks.length - 1) : 1) * 1.1
  if (step < 1e-3) return "microseconds"
  if (step < 1) return "milliseconds"
  if (step < 60) return span >= 60 ? "minsec" : "seconds"
  if (step < HOUR) return span >= HOUR ? "hourmin" : "minutes"
  if (step < DAY) return "hours"
  if (step < 30 * DAY) return "days"
  return step < 365 * DAY ? "months" : "years"
}

interface Coarser { at_boundary: (date: Date, ms: number) => boolean; next: Resolution }

/** On a boundary of a larger unit a label may speak of that unit: midnight as a day. */
const COARSER: Partial<Record<Resolution, Coarser>> = {
  microseconds: { at_boundary: (_, ms) => Number.isInteger(ms), next: "milliseconds" },
  milliseconds: { at_boundary: (_, ms) => ms % 1000 === 0, next: "seconds" },
  seconds: { at_boundary: (date) => date.getUTCSeconds() === 0, next: "minutes" },
  minsec: { at_boundary: (date) => date.getUTCSeconds() === 0, next: "hourmin" },
  minutes: { at_boundary: (date) => date.getUTCMinutes() === 0, next: "hours" },
  hourmin: { at_boundary: (date) => date.getUTCMinutes() === 0, next: "hours" },
  hours: { at_boundary: (date) => date.getUTCHours() === 0, next: "days" },
}

function promoted(ms: number, resolution: Resolution): Resolution {
  const coarser = COARSER[resolution]
  return coarser?.at_boundary(new Date(ms), ms) ? promoted(ms, coarser.next) : resolution
}

function stripped(label: string): string {
  const bare = label.replace(/^0+/, "")
  return bare !== label && !/^\d/.test(bare) ? `0${bare}` : bare
}

function plain_label(ms: number, resolution: Resolution, options: DatetimeOptions): string {
  const unit = options.boundary_scaling ?? true ? promoted(ms, resolution) : resolution
  const label = strftime(ms, options[unit] ?? PATTERNS[unit])
  const { strip_leading_zeros: strip = false } = options
  return strip === true || (Array.isArray(strip) && strip.includes(unit)) ? stripped(label) : label
}

const without_repeats = (labels: readonly string[]): string[] => labels.map((label, i) => (i > 0 && label === labels[i - 1] ? "" : label))

function joined(label: string, context: string, where: DatetimeOptions["context_location"] = "below"): string {
  if (context === "") return label
  if (label === "") return context
  const [first, second] = where === "below" || where === "right" ? [label, context] : [context, label]
  return first + (where === "below" || where === "above" ? "\n" : " ") + second
}

function has_context(index: number, count: number, which: DatetimeOptions["context_which"] = "start"): boolean {
  if (which === "all") return true
  return index === (which === "start" ? 0 : which === "end" ? count - 1 : Math.floor(count / 2))
}

function labels_at(ticks: readonly number[], resolution: Resolution, options: DatetimeOptions): string[] {
  const every = ticks.map((ms) => plain_label(ms, resolution, options))
  const shown = options.hide_repeats ? without_repeats(every) : every
  const { context = null } = options
  if (context === null) return shown
  const contexts = typeof context === "string" ? ticks.map((ms) => strftime(ms, context)) : labels_at(ticks, resolution, context)
  return shown.map((label, i) => (has_context(i, ticks.length, options.context_which) ? joined(label, contexts[i], options.context_location) : label))
}

export function datetime_labels(ticks: readonly number[], options: DatetimeOptions = {}): string[] {
  return ticks.length === 0 ? [] : labels_at(ticks, resolution_of(ticks), options)
}
