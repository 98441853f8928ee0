// Labels from any tick formatter model.
import { declare_part } from "../store/parts"
import { options_of, type FormatterLike, type Labels } from "./formatter"
import { basic_labels, log_labels, type BasicOptions } from "./tick_labels"
import { RARE_TICKS } from "./ticks"

export type { FormatterLike } from "./formatter"

interface LogOptions { ticker?: { base?: number } | null; min_exponent?: number }

/** Labels of rarer formatters, and ticks of time, come with the first axis that needs them. */
const rare: Record<string, Labels | undefined> = {}
declare_part("labels", async () => {
  const { LABELS, time_ticks } = await import("./labels_part")
  Object.assign(rare, LABELS)
  RARE_TICKS.time = time_ticks
})

export function format(formatter: FormatterLike, ticks: readonly number[]): string[] {
  const labels = rare[formatter.type]
  if (labels !== undefined) return labels(formatter, ticks)
  if (formatter.type !== "LogTickFormatter") return basic_labels(ticks, options_of<BasicOptions>(formatter))
  const { ticker, min_exponent } = options_of<LogOptions>(formatter)
  return log_labels(ticks, ticker?.base ?? 10, min_exponent)
}
