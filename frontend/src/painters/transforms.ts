// Transforms move coordinates: by a fixed step (beside each other) or by chance (so that equal ones can be told apart).
import type { Dodge, Jitter, MapperKind, ModelByKind, ScaleKind, TransformKind } from "../generated/models"
import { factors_of, type RangeLike } from "../scales/make"
import type { AnyMapper } from "./mappers"

type MovingKind = Exclude<TransformKind, MapperKind | ScaleKind>
export type MovingTransform = ModelByKind[MovingKind]
export type AnyTransform = MovingTransform | AnyMapper

type Move<T> = (transform: T, values: Float64Array, first: number) => Float64Array
const TRANSFORMS: { readonly [K in MovingKind]: Move<ModelByKind[K]> } = { Dodge: dodge, Jitter: jitter }

/**
 * Moved coordinates; factors find their places on the transform's own range or else on `range`.
 * `first`: number of the first row since the column began, so that a row keeps its chance while others are dropped.
 */
export function apply_transform(
  transform: MovingTransform, values: ArrayLike<unknown>, range: RangeLike | null, first: number,
): Float64Array {
  const move = TRANSFORMS[transform.type as MovingKind] as Move<MovingTransform>
  return move(transform, to_positions(values, transform.range ?? range), first)
}

function to_positions(values: ArrayLike<unknown>, range: RangeLike | null): Float64Array {
  if (values instanceof Float64Array) return values
  const factors = range === null ? null : factors_of(range)
  return factors !== null ? factors.positions(values) : Float64Array.from(values, (value) => Number(value ?? NaN))
}

function dodge(transform: Dodge, values: Float64Array): Float64Array {
  return values.map((value) => value + transform.value)
}

function jitter(transform: Jitter, values: Float64Array, first: number): Float64Array {
  const { mean, width } = transform
  const seed = hash_text(transform.id)
  const draw = transform.distribution === "normal" ? normal : uniform
  return values.map((value, i) => value + mean + width * draw(seed, first + i))
}

/** -0.5 to 0.5, always the same for one row. */
const uniform = (seed: number, row: number): number => chance(seed, row) - 0.5

function normal(seed: number, row: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance(seed, row)))
  return radius * Math.cos(2 * Math.PI * chance(seed ^ 0x5bd1e995, row))
}

/** A well-mixed number in [0, 1) from a row's number. */
function chance(seed: number, row: number): number {
  let h = (seed ^ Math.imul(row + 1, 0x9e3779b1)) >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32
}

function hash_text(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}
