// The two scales of a figure: ranges laid onto the frame.
import type { Figure } from "../generated/models"
import type { Box } from "../layout/surface"
import { make_scale, type RangeLike } from "../scales/make"
import { linear_scale, type Scale } from "../scales/scale"
import { follows_its_data } from "./auto_ranges"

export interface Scales { readonly x: Scale; readonly y: Scale }

const same_pair = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] === b[0] && a[1] === b[1]

/** The old scale where the new one maps alike, so that what was worked out with it stays valid. */
function kept(old: Scale | undefined, made: Scale): Scale {
  const same = old !== undefined && old.kind === made.kind && old.factors === made.factors
    && same_pair(old.domain, made.domain) && same_pair(old.range, made.range)
  return same ? old : made
}

function widened({ domain: [a, b], range }: Scale, times: number): Scale {
  const [middle, half] = [(a + b) / 2, ((b - a) / 2) * times]
  return linear_scale(middle - half, middle + half, range[0], range[1])
}

/** With `match_aspect` a unit of x is as long as one of y (times `aspect_scale`), as long as both ranges follow their data. */
function matched(figure: Figure, { x, y }: Scales): Scales {
  const free = figure.match_aspect && x.kind === "linear" && y.kind === "linear"
    && follows_its_data(figure.x_range) && follows_its_data(figure.y_range)
  if (!free) return { x, y }
  const unit = (scale: Scale): number => Math.abs((scale.range[1] - scale.range[0]) / (scale.domain[1] - scale.domain[0]))
  const excess = unit(x) / (unit(y) * figure.aspect_scale)
  return excess > 1 ? { x: widened(x, excess), y } : { x, y: widened(y, 1 / excess) }
}

/** Scales of a figure whose frame is `frame`; `old` ones are returned again where nothing changed. */
export function fitted_scales(figure: Figure, frame: Box, old: Scales | null): Scales {
  const x = make_scale(figure.x_scale, figure.x_range as unknown as RangeLike, frame.x, frame.x + frame.width)
  const y = make_scale(figure.y_scale, figure.y_range as unknown as RangeLike, frame.y + frame.height, frame.y)
  const made = matched(figure, { x, y })
  return { x: kept(old?.x, made.x), y: kept(old?.y, made.y) }
}
