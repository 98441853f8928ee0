/** One screen axis: data values (or synthetic numbers of factors) to CSS pixels and back. */
export interface Scale {
  readonly domain: readonly [number, number]
  readonly range: readonly [number, number]
  to_screen(value: number): number
  to_data(px: number): number
  map(values: Float64Array, out?: Float64Array): Float64Array
}
