// Where rows lie on the screen, worked out some thousand at a time: memory that stays in the processor's cache.
import type { Scale } from "../scales/scale"
import type { Numbers } from "../store/numbers"
import type { Rows } from "./types"

/** Rows worked out at a time. */
export const PORTION = 4096

/**
 * Where the rows at places `from` to `to` of the list are, in CSS pixels, in a part of `out`; NaN for rows that are not
 * there. `shift` is added first, in data units.
 */
export function place(
  values: Numbers, scale: Scale, rows: Rows, from: number, to: number, out: Float64Array, shift = 0,
): Float64Array {
  const part = out.subarray(0, to - from)
  if (rows === null) values.copy(from, part)
  else for (let k = from; k < to; k++) part[k - from] = rows[k] < values.length ? values.get(rows[k]) : NaN
  if (shift !== 0) for (let k = 0; k < part.length; k++) part[k] += shift
  return scale.map(part, part)
}
