/** Rows that a gesture hit, by source: what selecting them changes. */
import type { ColumnDataSource, GlyphRenderer } from "../generated/models"
import type { HitQuery, PlotSurface, RendererHit } from "../layout/surface"
import { combine, same_rows, type Mode } from "./selection"

type Wanted = "auto" | readonly unknown[]

/** The figure's renderers of data that a tool looks at. */
export function renderers_of(surface: PlotSurface, wanted: Wanted): GlyphRenderer[] {
  const all = (surface.model.renderers as { type: string }[]).filter((one) => one.type === "GlyphRenderer") as unknown as GlyphRenderer[]
  const shown = all.filter((renderer) => renderer.visible)
  return wanted === "auto" ? shown : shown.filter((renderer) => wanted.includes(renderer))
}

const source_of = (renderer: GlyphRenderer): ColumnDataSource => renderer.data_source as ColumnDataSource

/** Hits of one query, united per source; sources that were looked at and not hit are there with no rows. */
export function rows_by_source(renderers: readonly GlyphRenderer[], hits: readonly RendererHit[]): Map<ColumnDataSource, number[]> {
  const rows = new Map<ColumnDataSource, number[]>(renderers.map((renderer) => [source_of(renderer), []]))
  for (const { renderer, indices } of hits) {
    const source = source_of(renderer)
    const known = rows.get(source) ?? []
    for (const index of indices) known.push(index)
    rows.set(source, known)
  }
  return rows
}

function select(source: ColumnDataSource, rows: readonly number[]): void {
  const { selected } = source
  if (!same_rows(selected.indices, rows)) selected.indices = [...rows]
}

export interface SelectQuery {
  query: HitQuery
  renderers: Wanted
  mode: Mode
  /** What was selected when the gesture began, for a selection that follows a drag. */
  before?: ReadonlyMap<ColumnDataSource, readonly number[]>
}

/** Selects what a query hits; returns the hits. */
export function select_hits(surface: PlotSurface, { query, renderers, mode, before }: SelectQuery): RendererHit[] {
  const looked_at = renderers_of(surface, renderers)
  const hits = surface.hit(query, looked_at).filter(({ indices }) => indices.length > 0)
  for (const [source, rows] of rows_by_source(looked_at, hits)) {
    select(source, combine(before?.get(source) ?? source.selected.indices, rows, mode))
  }
  return hits
}

/** What is selected now in every source of the figure. */
export function selected_rows(surface: PlotSurface): Map<ColumnDataSource, readonly number[]> {
  return new Map(renderers_of(surface, "auto").map((renderer) => [source_of(renderer), source_of(renderer).selected.indices]))
}

export function clear_selection(surface: PlotSurface, renderers: Wanted = "auto"): void {
  for (const renderer of renderers_of(surface, renderers)) select(source_of(renderer), [])
}
