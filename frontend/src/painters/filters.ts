// Which rows of its source a renderer shows.
import type { BooleanFilter, CDSView, FilterKind, GroupFilter, IndexFilter, ModelByKind } from "../generated/models"
import type { SourceLike } from "./data"
import type { Rows } from "./types"

type AnyFilter = ModelByKind[FilterKind]
type Choose<F> = (filter: F, source: SourceLike) => Rows

const FILTERS: { readonly [K in FilterKind]: Choose<ModelByKind[K]> } = {
  AllIndices: () => null,
  IndexFilter: by_index,
  BooleanFilter: by_boolean,
  GroupFilter: by_group,
}

/** Rows that a view lets through, ascending; null: all. */
export function rows_of(view: CDSView, source: SourceLike): Rows {
  const filter = view.filter as AnyFilter
  return (FILTERS[filter.type as FilterKind] as Choose<AnyFilter>)(filter, source)
}

/** The columns whose change may change `rows_of`. */
export function columns_of_view(view: CDSView): string[] {
  return view.filter.type === "GroupFilter" ? [(view.filter as GroupFilter).column_name] : []
}

function by_index({ indices }: IndexFilter, source: SourceLike): Rows {
  if (indices === null) return null
  const inside = new Set(indices.filter((i) => i >= 0 && i < source.length))
  return Uint32Array.from(inside).sort()
}

function by_boolean({ booleans }: BooleanFilter, source: SourceLike): Rows {
  return booleans === null ? null : rows_where(source.length, (i) => booleans[i])
}

function by_group({ column_name, group }: GroupFilter, source: SourceLike): Rows {
  const column = source.column(column_name)
  if (column === undefined) return null
  const values = column.values()
  if (!Array.isArray(group)) return rows_where(source.length, (i) => values[i] === group)
  return rows_where(source.length, (i) => {
    const value = values[i]
    return Array.isArray(value) && value.length === group.length && value.every((part, k) => part === group[k])
  })
}

function rows_where(length: number, wanted: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(length)
  let count = 0
  for (let i = 0; i < length; i++) if (wanted(i)) rows[count++] = i
  return rows.slice(0, count)
}
