// Keeps DataRange1d models fitted to their data, and moves ranges for gestures and resets.
//
// An end is automatic while it is not set or equals its part of `computed`. A person's pan, a zoom, or the app writing
// `start` makes it differ: then it stays, until the reset tool. So the rule survives reloads and other viewers.
import type { DataRange1d, GlyphRenderer, Range } from "../generated/models"
import { auto_range, limited, type Limits } from "../scales/auto_range"
import { factors_of, range_ends, type RangeLike } from "../scales/make"
import type { Model } from "../store/model"
import { EMPTY, joint, type Extent } from "./extent"
import type { Outbox } from "./outbox"
import type { RendererView } from "./renderer"

export type Pair = [number, number]

/** One figure's use of a range. */
export interface RangeUse {
  readonly range: Range
  readonly dim: "x" | "y"
  readonly log: boolean
  readonly renderers: readonly RendererView[]
}

const as_model = (range: Range): Model => range as unknown as Model
export const is_data_range = (range: Range): range is DataRange1d => range.type === "DataRange1d"
const ends_of = (range: Range): Pair => range_ends(range as unknown as RangeLike)

function wanted(range: DataRange1d, renderer: GlyphRenderer): boolean {
  if (range.only_visible && !renderer.visible) return false
  const list = range.renderers as GlyphRenderer[] | "auto"
  return list === "auto" || list.length === 0 || list.includes(renderer)
}

function data_extent(range: DataRange1d, uses: readonly RangeUse[]): Extent {
  let extent = EMPTY
  for (const { dim, renderers } of uses) {
    for (const view of renderers) if (wanted(range, view.model)) extent = joint(extent, view.bounds()[dim])
  }
  return extent
}

/** In `computed`, an end that the app gave from the start is NaN. */
function automatic_ends(range: DataRange1d): [boolean, boolean] {
  const { computed } = range
  const one = (value: number, was: number | undefined): boolean =>
    value === null || Number.isNaN(value) || (was !== undefined && value === was)
  return [one(range.start, computed?.[0]), one(range.end, computed?.[1])]
}

/** The data and, in place of its own limit, an end that is not automatic: padding is a part of what is shown. */
function with_given(range: DataRange1d, [low, high]: Extent, automatic: [boolean, boolean]): Extent {
  const [start, end] = ends_of(range)
  const [first, last] = [automatic[0] ? null : start, automatic[1] ? null : end]
  return range.flipped ? [last ?? low, first ?? high] : [first ?? low, last ?? high]
}

/** True while nobody has moved the range away from its data. */
export const follows_its_data = (range: Range): boolean => is_data_range(range) && automatic_ends(range).every((one) => one)

export class RangeKeeper {
  /** Where the reset goes, remembered before the first gesture. */
  private readonly homes = new WeakMap<Range, Pair>()

  constructor(private readonly outbox: Outbox) {}

  /** Fits every automatic range among `uses`, given all uses of each range in the document. */
  update(uses: readonly RangeUse[]): void {
    const by_range = new Map<DataRange1d, RangeUse[]>()
    for (const use of uses) {
      if (!is_data_range(use.range) || !use.renderers.every((view) => view.is_ready)) continue
      const known = by_range.get(use.range)
      if (known === undefined) by_range.set(use.range, [use])
      else known.push(use)
    }
    for (const [range, own_uses] of by_range) this.fit(range, own_uses)
  }

  private fit(range: DataRange1d, uses: readonly RangeUse[]): void {
    const automatic = automatic_ends(range)
    if (!automatic[0] && !automatic[1]) return
    const extent = data_extent(range, uses)
    const log = uses.some((use) => use.log)
    const ends = auto_range(with_given(range, extent, automatic), range, log) ?? auto_range(extent, range, log)
    if (ends !== null) this.write(range, ends, automatic)
  }

  private write(range: DataRange1d, ends: Pair, automatic: [boolean, boolean]): void {
    const computed = ([0, 1] as const).map((i) => (automatic[i] ? ends[i] : range.computed?.[i] ?? NaN))
    this.outbox.put(range, { ...(automatic[0] ? { start: ends[0] } : {}), ...(automatic[1] ? { end: ends[1] } : {}), computed })
  }

  /** Moves a range for a gesture, within its bounds and intervals; a pan keeps the span. */
  move(range: Range, ends: Pair, keep_span: boolean): void {
    this.remember_home(range)
    const [start, end] = limited(ends, this.limits(range), keep_span)
    if (Number.isFinite(start) && Number.isFinite(end) && start !== end) as_model(range).setv({ start, end })
  }

  /** Back to automatic ends (`update` fills them in), all factors, or where the range stood before the first gesture. */
  reset(range: Range): void {
    const model = as_model(range)
    if (factors_of(range as unknown as RangeLike) !== null) return model.setv({ start: 0, end: 0 })
    const home = this.homes.get(range)
    if (!is_data_range(range)) {
      const { reset_start, reset_end } = range as unknown as { reset_start: number | null; reset_end: number | null }
      const [start, end] = [reset_start ?? home?.[0], reset_end ?? home?.[1]]
      if (start !== undefined && end !== undefined) model.setv({ start, end })
      return
    }
    const given = (i: 0 | 1): number => (range.computed === null || Number.isNaN(range.computed[i]) ? (home ?? ends_of(range))[i] : NaN)
    this.outbox.put(range, { start: given(0), end: given(1) })
  }

  /** Remembers the view that a reset returns to; a Range1d keeps it in its `reset_` fields, for later viewers too. */
  private remember_home(range: Range): void {
    if (this.homes.has(range)) return
    const [start, end] = ends_of(range)
    this.homes.set(range, [start, end])
    const model = as_model(range)
    if (range.type !== "Range1d") return
    if (model.get("reset_start") === null) model.set("reset_start", start)
    if (model.get("reset_end") === null) model.set("reset_end", end)
  }

  private limits(range: Range): Limits {
    const model = range as unknown as { bounds: "auto" | Pair | null; min_interval: number | null; max_interval: number | null }
    const { bounds, min_interval = null, max_interval = null } = model
    return { bounds: bounds === "auto" ? this.natural(range) : bounds ?? null, min_interval, max_interval }
  }

  /** What `bounds="auto"` allows: the data, all factors, or the first view. */
  private natural(range: Range): Pair | null {
    const factors = factors_of(range as unknown as RangeLike)
    const ends = factors !== null ? [factors.start, factors.end] : is_data_range(range) ? range.computed : this.homes.get(range)
    if (ends === null || ends === undefined || Number.isNaN(ends[0] + ends[1])) return this.homes.get(range) ?? null
    return [Math.min(...ends), Math.max(...ends)]
  }
}
