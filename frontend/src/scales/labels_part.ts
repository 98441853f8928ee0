// Labels of dates and of patterns, and ticks of time.
import { datetime_labels, type DatetimeOptions } from "./datetime_labels"
import { options_of, type Labels } from "./formatter"
import { numeral, type Rounding } from "./numeral"
import { printf } from "./printf"

export { time_ticks } from "./ticks_time"

interface NumeralOptions { format?: string; language?: string; rounding?: Rounding }

export const LABELS: Record<string, Labels> = {
  DatetimeTickFormatter: (formatter, ticks) => datetime_labels(ticks, options_of<DatetimeOptions>(formatter)),
  NumeralTickFormatter(formatter, ticks) {
    const { format: pattern = "0,0", language, rounding } = options_of<NumeralOptions>(formatter)
    return ticks.map((tick) => numeral(tick, pattern, language, rounding))
  },
  PrintfTickFormatter(formatter, ticks) {
    const { format: pattern = "%s" } = options_of<{ format?: string }>(formatter)
    return ticks.map((tick) => printf(pattern, tick))
  },
}
