// Mappers turn data into looks: numbers or factors into the places of a palette, factors into marker names.
import type {
  CategoricalColorMapper, CategoricalMarkerMapper, LinearColorMapper, LogColorMapper, MapperKind, ModelByKind,
} from "../generated/models"
import { extent_of } from "./extent"
import type { Coded } from "./fields"

export type ContinuousMapper = LinearColorMapper | LogColorMapper
/** Where a mapper's first colour begins and its last one ends. */
export type Span = readonly [low: number, high: number]
type CategoricalMapper = CategoricalColorMapper | CategoricalMarkerMapper
export type AnyMapper = ModelByKind[MapperKind]

type Map<M> = (mapper: M, values: ArrayLike<unknown>, span: Span | null) => Coded<string>
const MAPPERS: { readonly [K in MapperKind]: Map<ModelByKind[K]> } = {
  LinearColorMapper: (mapper, values, span) => map_numbers(mapper, values, span),
  LogColorMapper: (mapper, values, span) => map_numbers(mapper, values, span),
  CategoricalColorMapper: (mapper, values) => map_factors(mapper, values, mapper.palette, mapper.nan_color),
  CategoricalMarkerMapper: (mapper, values) => map_factors(mapper, values, mapper.markers, mapper.default_value),
}

export const is_mapper = (model: { readonly type: string }): model is AnyMapper => model.type in MAPPERS

export const is_continuous = (mapper: AnyMapper): mapper is ContinuousMapper =>
  mapper.type === "LinearColorMapper" || mapper.type === "LogColorMapper"

/**
 * One code per value; the table holds the palette (or the markers) and what stands for values outside it.
 * `span`: what the palette covers, else as the mapper says or as the values reach.
 */
export function map_values(mapper: AnyMapper, values: ArrayLike<unknown>, span: Span | null = null): Coded<string> {
  return (MAPPERS[mapper.type as MapperKind] as Map<AnyMapper>)(mapper, values, span)
}

/** The palette, then the colours of NaN, of what is below `low` and of what is above `high`. */
function color_table(mapper: ContinuousMapper): string[] {
  const { palette, nan_color, low_color, high_color } = mapper
  return [...palette, nan_color, low_color ?? palette[0], high_color ?? palette[palette.length - 1]]
}

function map_numbers(mapper: ContinuousMapper, values: ArrayLike<unknown>, span: Span | null): Coded<string> {
  const numbers = ArrayBuffer.isView(values)
    ? (values as unknown as ArrayLike<number>)
    : Float64Array.from(values, (value) => (value === null ? NaN : Number(value)))
  return { codes: palette_codes(mapper, numbers, span ?? span_of(mapper, (above) => extent_of([numbers], null, above))), table: color_table(mapper) }
}

/** Places in the mapper's colour table. Equal to `high` still counts as inside. */
function palette_codes(mapper: ContinuousMapper, values: ArrayLike<number>, [low, high]: Span): Uint32Array {
  const size = mapper.palette.length
  const log = mapper.type === "LogColorMapper"
  const start = log ? Math.log10(low) : low
  const factor = size / ((log ? Math.log10(high) : high) - start)
  const codes = new Uint32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value >= low && value < high) codes[i] = Math.min(((log ? Math.log10(value) : value) - start) * factor, size - 1)
    else codes[i] = value === high ? size - 1 : value < low ? size + 1 : value > high ? size + 2 : size
  }
  return codes
}

/** `low` and `high` of the mapper, else of the data: the ends of what is finite and, for logarithms, positive. */
export function span_of(mapper: ContinuousMapper, extent: (above: number) => Span): Span {
  const { low, high } = mapper
  if (low !== null && high !== null) return [low, high]
  const [least, most] = extent(mapper.type === "LogColorMapper" ? 0 : -Infinity)
  return [low ?? least, high ?? most]
}

const key_of = (factor: unknown): unknown => (Array.isArray(factor) ? factor.join("\u0000") : factor)

function map_factors(
  mapper: CategoricalMapper, values: ArrayLike<unknown>, looks: readonly string[], other: string,
): Coded<string> {
  const { start, end } = mapper
  const known = new Map<unknown, number>()
  mapper.factors.forEach((factor, i) => known.set(key_of(factor), Math.min(i, looks.length)))
  const part = (value: unknown): unknown => {
    if (!Array.isArray(value) || (start === 0 && end === null)) return value
    const names = value.slice(start, end ?? undefined)
    return names.length === 1 ? names[0] : names
  }
  const codes = Uint32Array.from(values, (value) => known.get(key_of(part(value))) ?? looks.length)
  return { codes, table: [...looks, other] }
}
