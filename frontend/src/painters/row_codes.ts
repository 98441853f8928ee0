// A column's rows as codes: each row is mapped once, when it comes, however often others come and go.
import type { Column } from "../store/columns"
import { Rolling, type Coded } from "./fields"
import { is_continuous, map_values, span_of, type AnyMapper, type Span } from "./mappers"

export class RowCodes<T> {
  private readonly rolling = new Rolling()
  private known = new Map<unknown, number>()
  private life = {}
  private version = -1
  private span: Span | null = null
  private coded: Coded<T> = { codes: new Uint32Array(), table: [] }

  /** Made anew when the column, the mapper or a field of the mapper is another. */
  constructor(private readonly column: Column, private readonly mapper: AnyMapper | null) {}

  update(): Coded<T> {
    const { column, mapper } = this
    if (column.version === this.version) return this.coded
    if (this.is_moved() || column.writes.since(this.version)?.length !== 0 || this.known.size > 2 * column.length) this.rolling.clear()
    this.version = column.version
    const [codes, kept] = this.rolling.roll(column.first, column.length)
    if (kept === 0) {
      this.known = new Map()
      this.life = {}
    }
    const table = mapper === null ? this.encode(codes, kept) : this.map(mapper, codes, kept)
    this.coded = { codes, table: table as T[], rows: { first: column.first, life: this.life } }
    return this.coded
  }

  /** True if the mapper's colours span something else than before, or nobody knows what. */
  private is_moved(): boolean {
    const { column, mapper, span } = this
    if (mapper === null || !is_continuous(mapper)) return false
    this.span = column.is_numeric ? span_of(mapper, (floor) => column.extent(floor)) : null
    return this.span === null || this.span[0] !== span?.[0] || this.span[1] !== span[1]
  }

  /** Gives equal values the same code, in order of appearance. */
  private encode(codes: Uint32Array, from: number): unknown[] {
    const { known } = this
    const values = this.rows(from)
    for (let k = 0; k < values.length; k++) {
      let code = known.get(values[k])
      if (code === undefined) known.set(values[k], (code = known.size))
      codes[from + k] = code
    }
    return [...known.keys()]
  }

  private map(mapper: AnyMapper, codes: Uint32Array, from: number): readonly string[] {
    const mapped = map_values(mapper, this.rows(from), this.span)
    codes.set(mapped.codes!, from)
    return mapped.table
  }

  /** Rows from `from` on: numbers where that is what they are, else as an app sees them. */
  private rows(from: number): ArrayLike<unknown> {
    const { column } = this
    const length = column.length - from
    if (!column.is_numeric || column.type === "bool") return Array.from({ length }, (_, k) => column.at(from + k))
    const series = column.series()
    return Float64Array.from({ length }, (_, k) => series.get(from + k))
  }
}
