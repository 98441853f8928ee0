// From scale and range models to a Scale. Structural types: anything with these fields will do.
import { factor_map, type FactorMap, type FactorOptions } from "./factors"
import { drawable_domain, drawable_log_domain, linear_scale, log_scale, type Scale } from "./scale"

export interface RangeLike {
  readonly type: string
  readonly start?: number | null
  readonly end?: number | null
}

const is_factor_range = (range: RangeLike): range is RangeLike & FactorOptions => range.type === "FactorRange"

interface Remembered { key: readonly unknown[]; map: FactorMap }
const remembered = new WeakMap<object, Remembered>()

/** The factor map of a FactorRange, rebuilt only when its factors or paddings change; null for other ranges. */
export function factors_of(range: RangeLike): FactorMap | null {
  if (!is_factor_range(range)) return null
  const key = [range.factors, range.factor_padding, range.subgroup_padding, range.group_padding,
    range.range_padding, range.range_padding_units]
  const known = remembered.get(range)
  if (known !== undefined && key.every((part, i) => part === known.key[i])) return known.map
  const map = factor_map(range)
  remembered.set(range, { key, map })
  return map
}

const number_or_nan = (value: number | null | undefined): number => (typeof value === "number" ? value : NaN)

/** Ends of a range: a FactorRange without a view of its own (start equals end) shows all its factors. */
export function range_ends(range: RangeLike): [number, number] {
  const start = number_or_nan(range.start)
  const end = number_or_nan(range.end)
  const factors = factors_of(range)
  if (factors === null || (start !== end && !Number.isNaN(start + end))) return [start, end]
  return [factors.start, factors.end]
}

/** The scale that shows `range` between the pixels `px0` (start) and `px1` (end). */
export function make_scale(scale: { readonly type: string }, range: RangeLike, px0: number, px1: number): Scale {
  const [start, end] = range_ends(range)
  if (scale.type === "LogScale") return log_scale(...drawable_log_domain(start, end), px0, px1)
  return linear_scale(...drawable_domain(start, end), px0, px1, factors_of(range))
}
