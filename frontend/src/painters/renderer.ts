// A GlyphRenderer at work: its rows, its looks (selected, not selected, muted, under the pointer), and the answers
// that a figure needs about it.
import type { CDSView, GlyphKind, GlyphRenderer, ModelBase, ModelByKind, Selection } from "../generated/models"
import type { Box, HitQuery } from "../layout/surface"
import type { Changes } from "../store/document"
import type { Model } from "../store/model"
import { fetch_for, is_here } from "../store/parts"
import { GlyphData, type Axes, type Overrides, type SourceLike } from "./data"
import { columns_of_view, rows_of } from "./filters"
import { painter_of } from "./index"
import type { Anchor, Bounds, Canvas2D, GlyphPainter, Hit, Rows, View } from "./types"
import { dash_of } from "./visuals"

type AnyGlyph = ModelByKind[GlyphKind]
type LookName = "selection" | "nonselection" | "muted" | "hover"

/** How strongly the glyph itself shows where "auto" stands for another look. */
const FAINT: Readonly<Record<string, number>> = { nonselection: 0.1, muted: 0.2 }
const ALPHAS = ["line_alpha", "fill_alpha", "text_alpha", "global_alpha"]

/** One glyph model with its data and painter. */
interface Part {
  readonly glyph: AnyGlyph
  readonly data: GlyphData
  readonly painter: GlyphPainter<AnyGlyph>
}

export class RendererView {
  private main_: Part | null = null
  /** The glyph whose painter was sent for last. */
  private awaited: ModelBase | null = null
  private readonly parts = new Map<LookName, Part>()

  /** Made anew by the figure when it measures against other ranges or scales. */
  constructor(readonly model: GlyphRenderer, private readonly axes: Axes) {}

  /** False while the painter of its glyph is on its way; the glyph changes when it comes. */
  get is_ready(): boolean {
    const { glyph } = this.model
    if (is_here(glyph.type)) return true
    if (this.awaited !== glyph) void fetch_for([glyph.type])?.then(() => (glyph as unknown as Model).tell("painter"))
    this.awaited = glyph
    return false
  }

  /** False if what is seen in one place depends on what comes before it: dashes along a line. */
  get is_local(): boolean {
    const { glyph, painter, data } = this.main()
    return painter.connected !== true || !(glyph as unknown as Model).has("line_dash")
      || data.coded("line_dash").table.every((dash) => dash_of(dash).length === 0)
  }

  /** What automatic ranges must show. */
  bounds(): Bounds {
    const { painter, data, glyph } = this.main()
    return painter.bounds(data, glyph, this.rows())
  }

  draw(ctx: Canvas2D, view: View): void {
    const rows = this.rows()
    if (this.model.muted) return this.paint(ctx, view, this.look("muted"), rows)
    const selected = this.selected(rows)
    if (selected === null) return this.paint(ctx, view, this.main(), rows)
    if (this.main().painter.connected !== true || selected === "all") {
      const rest = selected === "all" ? new Uint32Array() : without(rows, selected, this.main().data.length)
      if (rest.length > 0) this.paint(ctx, view, this.look("nonselection"), rest)
      return this.paint(ctx, view, this.look("selection"), selected === "all" ? rows : selected)
    }
    this.paint(ctx, view, this.look("nonselection"), rows)
    this.paint(ctx, view, this.look("selection"), selected)
  }

  /** Rows under the pointer in the look of `hover_glyph`, drawn on top of the picture. */
  draw_hover(ctx: Canvas2D, view: View, indices: readonly number[]): void {
    if (this.model.hover_glyph === null || indices.length === 0) return
    const part = this.look("hover")
    this.paint(ctx, view, part, part.painter.connected === true ? this.rows() : Uint32Array.from(indices).sort())
  }

  /** Shown rows that the query touches; nothing while the renderer is invisible. */
  hit(view: View, query: HitQuery): Hit[] {
    if (!this.model.visible) return []
    const { painter, data, glyph } = this.main()
    const hits = painter.hit(data, glyph, view, query)
    const rows = this.rows()
    if (rows === null || hits.length === 0) return hits
    const shown = new Set(rows)
    return hits.filter(({ index }) => shown.has(index))
  }

  /** True if the glyph is one shape through all rows. */
  get connected(): boolean {
    return this.main().painter.connected === true
  }

  /** Where row `index` is held when it is pointed at. */
  anchor(view: View, index: number): Anchor {
    const { painter, data, glyph } = this.main()
    return painter.anchor(data, glyph, view, index)
  }

  /** A legend swatch with the look of row `index`; nothing for a row that is not there any more. */
  legend(ctx: Canvas2D, box: Box, index = 0): void {
    const { painter, data, glyph } = this.main()
    if (index < Math.max(data.length, 1)) painter.legend(ctx, data, glyph, box, index)
  }

  /** True if any of the changes may alter what is drawn here. */
  is_touched(changes: Changes): boolean {
    for (const model of this.models()) if (changes.has(model as Model)) return true
    return false
  }

  /** True if any of the changes may alter `bounds`. */
  moves_bounds(changes: Changes): boolean {
    const { data_source, view, glyph } = this.model
    const fields = changes.get(this.model as unknown as Model)
    if (fields !== undefined && [...fields].some((field) => field !== "muted")) return true
    return [data_source, view, view.filter, glyph, ...models_in(glyph)].some((model) => changes.has(model as Model))
  }

  /** Every model that this renderer draws from. */
  private *models(): Iterable<ModelBase> {
    const { model } = this
    yield* [model, model.data_source, model.data_source.selected, model.view, model.view.filter]
    for (const glyph of [model.glyph, model.selection_glyph, model.nonselection_glyph, model.hover_glyph, model.muted_glyph]) {
      if (typeof glyph !== "object" || glyph === null) continue
      yield glyph
      yield* models_in(glyph)
    }
  }

  private paint(ctx: Canvas2D, view: View, { painter, data, glyph }: Part, rows: Rows): void {
    painter.draw(ctx, data, glyph, view, rows)
  }

  private main(): Part {
    const { glyph, data_source } = this.model
    if (this.main_ === null || this.main_.glyph !== glyph || this.main_.painter !== painter_of(glyph) || this.main_.data.source !== (data_source as unknown)) {
      this.main_ = part_of(glyph as AnyGlyph, new GlyphData(data_source as unknown as SourceLike, glyph, this.axes))
      this.parts.clear()
    }
    return this.main_
  }

  private look(name: LookName): Part {
    const main = this.main()
    const wanted = this.model[`${name}_glyph`]
    if (wanted === null || (wanted === "auto" && name === "selection")) return main
    const glyph = (wanted === "auto" ? main.glyph : wanted) as AnyGlyph
    const known = this.parts.get(name)
    if (known?.glyph === glyph) return known
    const overrides = wanted === "auto" ? faint(FAINT[name]) : {}
    const part = part_of(glyph, new GlyphData(main.data.source, glyph, this.axes, main.data, overrides))
    this.parts.set(name, part)
    return part
  }

  private rows(): Rows {
    const { data } = this.main()
    const { view } = this.model
    const columns = columns_of_view(view as CDSView).map((name) => data.source.column(name))
    const filter = view.filter as unknown as Model
    const deps = [filter, filter.version, data.length, ...columns, ...columns.map((column) => column?.version)]
    return data.memo("rows", deps, () => rows_of(view as CDSView, data.source))
  }

  /** The shown rows that are selected; null: nothing is selected in the source; "all": a line as a whole. */
  private selected(rows: Rows): Uint32Array | "all" | null {
    const { data, painter } = this.main()
    const selection = this.model.data_source.selected as Selection
    if (painter.connected === true && selection.line_indices.length > 0) return "all"
    if (selection.indices.length === 0) return null
    const deps = [selection.indices, (selection as unknown as Model).version, rows, data.length]
    return data.memo("selected", deps, () => {
      const shown = rows === null ? null : new Set(rows)
      const inside = selection.indices.filter((i) => i < data.length && (shown === null || shown.has(i)))
      return Uint32Array.from(new Set(inside)).sort()
    })
  }
}

function part_of(glyph: AnyGlyph, data: GlyphData): Part {
  return { glyph, data, painter: painter_of(glyph) as GlyphPainter<AnyGlyph> }
}

const faint = (alpha: number): Overrides => Object.fromEntries(ALPHAS.map((field) => [field, alpha]))

/** Rows that are shown but not among the chosen ones, which ascend. */
function without(rows: Rows, chosen: Uint32Array, length: number): Uint32Array {
  const count = rows === null ? length : rows.length
  const rest = new Uint32Array(count)
  let n = 0
  for (let k = 0, c = 0; k < count; k++) {
    const row = rows === null ? k : rows[k]
    while (c < chosen.length && chosen[c] < row) c++
    if (chosen[c] !== row) rest[n++] = row
  }
  return rest.slice(0, n)
}

/** Mappers, transforms and expressions of a glyph's fields, and what these measure against. */
function models_in(glyph: ModelBase): ModelBase[] {
  const model = glyph as unknown as Model
  return model.set_field_names().flatMap((field) => {
    const value = model.get(field)
    if (typeof value !== "object" || value === null) return []
    const { transform, expr } = value as { transform?: ModelBase; expr?: ModelBase }
    return [value as ModelBase, transform, expr].filter((one): one is ModelBase => one !== undefined && "type" in one)
  })
}
