/** Values as they stand in a frame's head and in messages: JSON, and objects with one "$" key for the rest. */

import type { ColumnRow } from "../generated/messages"

export type TypedArray =
  | Float64Array | Float32Array | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array

/** Numbers of any rank, row by row; `shape` is absent for plain lists. */
export type NDArray = TypedArray & { shape?: number[] }

export type Dtype = "f8" | "f4" | "i1" | "u1" | "i2" | "u2" | "i4" | "u4" | "b1" | "dt" | "td" | "i8" | "I8"

/** A frame's raw columns: offsets in the head count from `start`. */
export interface ColumnArea {
  readonly buffer: ArrayBuffer
  readonly start: number
}

/** `[dtype, offset, count]` or `[dtype, offset, count, shape]`. */
export type ColumnRef = [Dtype, number, number, number[]?]

const VIEWS = {
  f8: Float64Array, f4: Float32Array, i1: Int8Array, u1: Uint8Array, i2: Int16Array, u2: Uint16Array,
  i4: Int32Array, u4: Uint32Array, b1: Uint8Array, dt: Float64Array, td: Float64Array, i8: Float64Array,
} as const

/** Bytes of one value. */
function width_of(dtype: Dtype): number {
  const width = dtype === "I8" ? 8 : VIEWS[dtype]?.BYTES_PER_ELEMENT
  if (width === undefined) throw new TypeError(`expected a column type of the protocol, got "${String(dtype)}"`)
  return width
}

/** Each raw column of a row of them by name, as if it had come alone. Columns begin at multiples of eight bytes. */
export function columns_of([names, dtype, offset, count]: ColumnRow): [string, { $: ColumnRef }][] {
  const step = Math.ceil(count * width_of(dtype as Dtype) / 8) * 8
  return names.map((name, place) => [name, { $: [dtype as Dtype, offset + step * place, count] }])
}

/** Views a raw column in place; only I8 (64-bit integers beyond 2^53) is converted. */
export function view_column([dtype, offset, count, shape]: ColumnRef, area: ColumnArea): NDArray {
  const at = area.start + offset
  const width = width_of(dtype)
  if (at % width !== 0 || count < 0 || at + count * width > area.buffer.byteLength) {
    throw new RangeError(`expected ${count} values of ${dtype} at ${offset}, but the frame ends before`)
  }
  const data: NDArray = dtype === "I8"
    ? Float64Array.from(new BigInt64Array(area.buffer, at, count), Number)
    : new VIEWS[dtype](area.buffer, at, count)
  if (shape !== undefined && shape.length > 1) data.shape = shape
  return data
}

const NUMBERS: Record<string, number> = { nan: NaN, inf: Infinity, "-inf": -Infinity }

type Tagged = Record<string, unknown>
type Resolve = (id: string) => unknown
type Decode = (value: unknown) => unknown

const no_references: Resolve = (id) => {
  throw new TypeError(`expected a value without references, got one to model ${id}`)
}

/** One entry per tag: how its content becomes a value. */
const TAGS: Record<string, (content: never, area: ColumnArea, resolve: Resolve, decode: Decode) => unknown> = {
  $ref: (id: string, _area, resolve) => resolve(id),
  $num: (name: string) => NUMBERS[name],
  $map: (pairs: [unknown, unknown][], _area, _resolve, decode) =>
    new Map(pairs.map(([key, value]) => [decode(key), decode(value)])),
  $set: (items: unknown[], _area, _resolve, decode) => new Set(items.map(decode)),
  $bytes: ([offset, length]: [number, number], area) => new Uint8Array(area.buffer, area.start + offset, length),
  $date: (ms: number) => ms,
  $: (ref: ColumnRef, area) => plain_column(ref, area),
  $ragged: (parts: [unknown, unknown], _area, _resolve, decode) => split_ragged(parts.map(decode) as NDArray[]),
  $cat: ([codes, words]: [unknown, string[]], _area, _resolve, decode) =>
    Array.from(decode(codes) as ArrayLike<number>, (code) => words[code] ?? null),
}

function plain_column(ref: ColumnRef, area: ColumnArea): NDArray | boolean[] {
  const data = view_column(ref, area)
  return ref[0] === "b1" && data.shape === undefined ? Array.from(data, (one) => one !== 0) : data
}

function split_ragged([values, offsets]: NDArray[]): NDArray[] {
  return Array.from({ length: Math.max(offsets.length - 1, 0) }, (_, i) => values.subarray(offsets[i], offsets[i + 1]))
}

/** The tag of an encoded object, or null for a plain dictionary. */
export function tag_of(value: object): string | null {
  for (const key in value) return key.charCodeAt(0) === 36 && key in TAGS ? key : null
  return null
}

/** Decodes a value of a head; `resolve` finds (or promises) the model of a reference. */
export function decode_value(value: unknown, area: ColumnArea, resolve: Resolve = no_references): unknown {
  if (value === null || typeof value !== "object") return value
  const decode: Decode = (inner) => decode_value(inner, area, resolve)
  if (Array.isArray(value)) return value.map(decode)
  const tag = tag_of(value)
  if (tag !== null) return TAGS[tag]((value as Tagged)[tag] as never, area, resolve, decode)
  const result: Tagged = {}
  for (const [key, inner] of Object.entries(value)) result[key] = decode(inner)
  return result
}

/** Encodes a value for a message to the server: numbers in JSON, models as references. */
export function encode_value(value: unknown): unknown {
  if (typeof value === "number") return encode_number(value)
  if (value === undefined) return null
  if (value === null || typeof value !== "object") return value
  if (Array.isArray(value)) return value.map(encode_value)
  if (ArrayBuffer.isView(value)) return Array.from(value as TypedArray, encode_number)
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof Set) return { $set: Array.from(value, encode_value) }
  if (value instanceof Map) return encode_pairs(value)
  if (is_model(value)) return { $ref: value.id }
  const entries = Object.entries(value)
  if (entries.some(([key]) => key.startsWith("$"))) return encode_pairs(entries)
  return Object.fromEntries(entries.map(([key, inner]) => [key, encode_value(inner)]))
}

function encode_number(value: number): unknown {
  if (Number.isFinite(value)) return value
  return { $num: Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf" }
}

function encode_pairs(pairs: Iterable<[unknown, unknown]>): unknown {
  return { $map: Array.from(pairs, ([key, value]) => [encode_value(key), encode_value(value)]) }
}

function is_model(value: object): value is { id: string } {
  return "id" in value && "type" in value && "properties" in value
}
