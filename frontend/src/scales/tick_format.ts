// Labels from any tick formatter model.
import { datetime_labels, type DatetimeOptions } from "./datetime_labels"
import { numeral, type Rounding } from "./numeral"
import { printf } from "./printf"
import { basic_labels, log_labels, type BasicOptions } from "./tick_labels"

export interface FormatterLike {
  readonly type: string
}

interface LogOptions { ticker?: { base?: number } | null; min_exponent?: number }
interface NumeralOptions { format?: string; language?: string; rounding?: Rounding }

/** Type tags decide which options a formatter has, as in the generated models. */
const options_of = <T>(formatter: FormatterLike): T => formatter as unknown as T

export function format(formatter: FormatterLike, ticks: readonly number[]): string[] {
  switch (formatter.type) {
    case "NumeralTickFormatter": {
      const { format: pattern = "0,0", language, rounding } = options_of<NumeralOptions>(formatter)
      return ticks.map((tick) => numeral(tick, pattern, language, rounding))
    }
    case "PrintfTickFormatter": {
      const { format: pattern = "%s" } = options_of<{ format?: string }>(formatter)
      return ticks.map((tick) => printf(pattern, tick))
    }
    case "LogTickFormatter": {
      const { ticker, min_exponent } = options_of<LogOptions>(formatter)
      return log_labels(ticks, ticker?.base ?? 10, min_exponent)
    }
    case "DatetimeTickFormatter":
      return datetime_labels(ticks, options_of<DatetimeOptions>(formatter))
    default:
      return basic_labels(ticks, options_of<BasicOptions>(formatter))
  }
}
