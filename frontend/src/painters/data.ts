// A glyph's fields against its source: each spec becomes an array or one value, worked out once per change of what
// it depends on (the spec, its column, mapper, transform, factors), however often it is drawn.
import type { ModelBase } from "../generated/models"
import { factors_of, type RangeLike } from "../scales/make"
import type { Scale } from "../scales/scale"
import type { Column } from "../store/columns"
import { Constant } from "../store/constant"
import { Numbers } from "../store/numbers"
import type { Model } from "../store/model"
import { to_css } from "./color"
import { columns_of, evaluate, type AnyExpression } from "./expressions"
import { EMPTY, extent_of, type Extent, type Rows } from "./extent"
import { encode, map_coded, NumberField, uniform, type Coded } from "./fields"
import { is_mapper, map_values } from "./mappers"
import { RowCodes } from "./row_codes"
import { apply_transform, type AnyTransform } from "./transforms"

/** The columns of a data source. */
export interface SourceLike {
  readonly length: number
  column(name: string): Column | undefined
}

export type Dim = "x" | "y"
export interface AxisSide { readonly range: RangeLike; readonly log: boolean }
/** What the coordinates of a renderer are measured against. */
export type Axes = Readonly<Record<Dim, AxisSide>>

interface AnySpec {
  readonly value?: unknown
  readonly field?: string
  readonly expr?: AnyExpression
  readonly transform?: AnyTransform
  readonly units?: string
}

interface Memo { deps: readonly unknown[]; value: unknown }

/** Looks that replace fields of the glyph, e.g. a lower alpha for rows that are not selected. */
export type Overrides = Readonly<Record<string, unknown>>

const NONE: Overrides = {}
const TURN: Readonly<Record<string, number>> = { rad: 1, deg: Math.PI / 180, grad: Math.PI / 200, turn: 2 * Math.PI }

export class GlyphData {
  private readonly memos = new Map<string, Memo>()
  private readonly warned = new Set<string>()

  /** `base`: shares the work on fields that both have alike. */
  constructor(
    readonly source: SourceLike, readonly glyph: ModelBase, readonly axes: Axes,
    readonly base: GlyphData | null = null, private readonly overrides: Overrides = NONE,
  ) {}

  get length(): number {
    return this.source.length
  }

  /** What `make` returned for equal `deps`; on a change it sees its previous result, to use its memory again. */
  memo<T>(key: string, deps: readonly unknown[], make: (previous: T | undefined) => T): T {
    const known = this.memos.get(key)
    if (known !== undefined && same(known.deps, deps)) return known.value as T
    const value = make(known?.value as T | undefined)
    this.memos.set(key, { deps, value })
    return value
  }

  /** Everything that the values of these fields depend on, for `memo`. */
  deps(...fields: string[]): unknown[] {
    const deps: unknown[] = []
    for (const field of fields) this.push_deps(field, deps)
    return deps
  }

  /** A mapper, transform or expression and what its results depend on, for `memo`. */
  model_deps(model: AnyExpression | AnyTransform): unknown[] {
    const deps: unknown[] = []
    push_model(model, deps)
    return deps
  }

  /** Positions along one axis, in data units: dates in ms, factors at their synthetic places. */
  coords(field: string, dim: Dim): Float64Array {
    if (this.shares(field)) return this.base!.coords(field, dim)
    const factors = factors_of(this.axes[dim].range)
    return this.memo(`${field}@`, [...this.deps(field), factors, this.length], () => {
      const spec = this.spec(field)
      const values = this.transformed(spec, this.raw(field, spec), this.axes[dim].range)
      if (values instanceof Float64Array) return values
      if (is_list(values)) return factors === null ? Float64Array.from(values, to_number) : factors.positions(values)
      const one = factors === null ? to_number(values) : factors.position(values)
      return new Float64Array(this.length).fill(one)
    })
  }

  /** The same as numbers that answer questions about themselves: of a long column cheaper than an array. */
  series(field: string, dim: Dim): Numbers {
    if (this.shares(field)) return this.base!.series(field, dim)
    const factors = factors_of(this.axes[dim].range)
    const column = factors === null ? this.plain_column(field) : null
    if (column !== null) return column.series()
    const spec = this.spec(field)
    if (is_one(spec)) {
      const one = factors === null ? to_number(spec.value) : factors.position(spec.value)
      return this.memo(`${field}%`, [one, this.length], () => new Constant(one, this.length))
    }
    const values = this.coords(field, dim)
    return this.memo(`${field}%`, [...this.deps(field), values], () => new Numbers(values))
  }

  /** The same in CSS pixels. */
  screen(field: string, dim: Dim, scale: Scale): Float64Array {
    if (this.shares(field)) return this.base!.screen(field, dim, scale)
    const values = this.coords(field, dim)
    const factors = factors_of(this.axes[dim].range)
    return this.memo(`${field}#`, [...this.deps(field), factors, values, scale], (previous: Float64Array | undefined) =>
      scale.map(values, previous?.length === values.length ? previous : undefined))
  }

  /** Lowest and highest finite (on a log axis: positive) coordinate. */
  extent(field: string, dim: Dim, rows: Rows): Extent {
    if (this.shares(field)) return this.base!.extent(field, dim, rows)
    const above = this.axes[dim].log ? 0 : -Infinity
    if (rows === null) {
      const [min, max] = this.series(field, dim).extent(above)
      return min <= max ? [min, max] : EMPTY
    }
    const values = this.coords(field, dim)
    return this.memo(`${field}~`, [...this.deps(field), values, above, rows], () => extent_of([values], rows, above))
  }

  /** The extents of points at x and y; those of which x is missing are not drawn, and count for no y. */
  extents(rows: Rows): { x: Extent; y: Extent } {
    const x = this.extent("x", "x", rows)
    if (!this.series("x", "x").has_gaps()) return { x, y: this.extent("y", "y", rows) }
    const above = this.axes.y.log ? 0 : -Infinity
    const [xs, ys] = [this.coords("x", "x"), this.coords("y", "y")]
    return this.memo("extents", [...this.deps("x", "y"), xs, ys, above, rows], () => {
      const drawn = (rows ?? Uint32Array.from(xs.keys())).filter((row) => Number.isFinite(xs[row]))
      return { x, y: extent_of([ys], drawn, above) }
    })
  }

  /** Numbers that are no positions: sizes, widths, offsets. */
  numbers(field: string): NumberField {
    if (this.shares(field)) return this.base!.numbers(field)
    return this.memo(`${field}=`, [...this.deps(field), this.length], () => {
      const spec = this.spec(field)
      const values = this.transformed(spec, this.raw(field, spec), null)
      if (values instanceof Float64Array) return new NumberField(NaN, values)
      return is_list(values) ? new NumberField(NaN, Float64Array.from(values, to_number)) : new NumberField(to_number(values))
    })
  }

  /** Radians as `ctx.rotate` takes them: clockwise, where the field counts anticlockwise in its units. */
  angles(field: string): NumberField {
    const units = this.units(field, "rad")
    return this.memo(`${field}<`, [...this.deps(field), this.length, units], () => {
      const { value, values } = this.numbers(field)
      const factor = -(TURN[units] ?? 1)
      return new NumberField(value * factor, values === null ? null : values.map((one) => one * factor))
    })
  }

  /** "data" or "screen", "rad" or "deg" …: the spec's own units, else the glyph's `<field>_units`. */
  units(field: string, fallback: string): string {
    return this.spec(field).units ?? ((this.read(`${field}_units`) as string | undefined) ?? fallback)
  }

  /** Looks: colours through mappers, names, dashes; equal values share a code. */
  coded<T>(field: string): Coded<T> {
    if (this.shares(field)) return this.base!.coded(field)
    const { field: name, expr, transform } = this.spec(field)
    const mapper = transform !== undefined && is_mapper(transform) ? transform : null
    const column = expr === undefined && (transform === undefined || mapper !== null) ? this.column(field) : null
    if (column === null) return this.memo(`${field}:`, [...this.deps(field), this.length], () => this.encode_field<T>(field))
    const { id = "", version = 0 } = (mapper as Model | null) ?? {}
    return this.memo(`${name} ${id}:`, [column, mapper, version], () => new RowCodes<T>(column, mapper)).update()
  }

  /** CSS colours; null draws nothing. */
  colors(field: string): Coded<string | null> {
    const coded = this.coded<unknown>(field)
    return this.memo(`${field}!`, [coded], () => map_coded(coded, to_css))
  }

  /** The cells of a field as they are, or null when one value serves all rows. */
  cells(field: string): ArrayLike<unknown> | null {
    if (this.shares(field)) return this.base!.cells(field)
    const raw = this.raw(field, this.spec(field))
    return is_list(raw) ? raw : null
  }

  /** The column that a field reads, or null where it reads none. */
  column(field: string): Column | null {
    const { field: name } = this.spec(field)
    if (name === undefined) return null
    const column = this.source.column(name)
    if (column === undefined) this.warn_missing(field, name)
    return column ?? null
  }

  private encode_field<T>(field: string): Coded<T> {
    const spec = this.spec(field)
    const raw = this.raw(field, spec)
    const list = spec.field !== undefined || spec.expr !== undefined
    if (spec.transform !== undefined && is_mapper(spec.transform)) {
      const mapped = map_values(spec.transform, list ? (raw as ArrayLike<unknown>) : [raw])
      return (list ? mapped : uniform(mapped.table[mapped.codes![0]])) as Coded<T>
    }
    const values = this.transformed(spec, raw, null)
    return list ? encode(values as ArrayLike<T>) : uniform(values as T)
  }

  private transformed(spec: AnySpec, values: unknown, range: RangeLike | null): unknown {
    const { transform } = spec
    if (transform === undefined || is_mapper(transform)) return values
    const list = is_list(values) ? values : [values]
    const first = spec.field === undefined ? 0 : (this.source.column(spec.field)?.first ?? 0)
    const result = apply_transform(transform, list, range, first)
    return is_list(values) ? result : result[0]
  }

  private raw(field: string, spec: AnySpec): unknown {
    if (spec.expr !== undefined) return evaluate(spec.expr, this.source)
    if (spec.field === undefined) return spec.value
    const column = this.column(field)
    if (column === null) return []
    return column.is_numeric && column.type !== "bool" ? column.numeric() : column.values()
  }

  private warn_missing(field: string, name: string): void {
    if (this.warned.has(name)) return
    this.warned.add(name)
    console.warn(`${this.glyph.type}.${field} expects a column "${name}", which the data source does not have`)
  }

  /** The column behind a field that is nothing but numbers of that column; null otherwise. */
  private plain_column(field: string): Column | null {
    const column = this.spec(field).transform === undefined ? this.column(field) : null
    return column !== null && column.is_numeric ? column : null
  }

  private shares(field: string): boolean {
    if (this.base === null || field in this.overrides) return false
    return this.base.glyph === this.glyph || same_spec(this.base.spec(field), this.spec(field))
  }

  private read(field: string): unknown {
    if (field in this.overrides) return this.overrides[field]
    return (this.glyph as unknown as Record<string, unknown>)[field]
  }

  private spec(field: string): AnySpec {
    const value = this.read(field)
    return is_spec(value) ? value : { value }
  }

  private push_deps(field: string, deps: unknown[]): void {
    const value = this.read(field)
    deps.push(value)
    if (!is_spec(value)) return
    if (value.field !== undefined) this.push_column(value.field, deps)
    if (value.expr !== undefined) {
      push_model(value.expr, deps)
      for (const name of columns_of(value.expr)) this.push_column(name, deps)
    }
    if (value.transform !== undefined) push_model(value.transform, deps)
  }

  private push_column(name: string, deps: unknown[]): void {
    const column = this.source.column(name)
    deps.push(column, column?.version)
  }
}

/** A model, its version, and the factors that its range stands for. */
function push_model(model: AnyExpression | AnyTransform, deps: unknown[]): void {
  deps.push(model, (model as unknown as Model).version)
  if ("range" in model && model.range !== null) deps.push(factors_of(model.range))
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => Object.is(one, b[i]))
}

function is_spec(value: unknown): value is AnySpec {
  return typeof value === "object" && value !== null && ("field" in value || "value" in value || "expr" in value)
}

function same_spec(a: AnySpec, b: AnySpec): boolean {
  return Object.is(a.value, b.value) && a.field === b.field && a.expr === b.expr
    && a.transform === b.transform && a.units === b.units
}

/** True for a spec that holds one value for all rows. */
const is_one = ({ field, expr, transform, value }: AnySpec): boolean =>
  field === undefined && expr === undefined && transform === undefined && !is_list(value)

function is_list(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value)
}

const to_number = (value: unknown): number => (value === null || value === undefined ? NaN : Number(value))
