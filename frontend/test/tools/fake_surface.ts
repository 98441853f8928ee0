/** A figure as the tools see it: real models and scales, a fixed frame, hits by a plain search over one scatter. */
import type { Figure, GlyphRenderer } from "../../src/generated/models"
import type { HitQuery, LegendEntry, PlotSurface, RendererHit } from "../../src/layout/surface"
import { make_scale, type RangeLike } from "../../src/scales/make"
import { Document, type Schedule, type Uplink } from "../../src/store/document"
import type { ColumnSource } from "../../src/store/source"

export interface Made {
  document: Document
  surface: FakeSurface
  /** Runs what was put off to the next animation frame of the document. */
  commit(): void
  sent: { events: [string, string | null, Record<string, unknown>][]; writes: [string, string, unknown][] }
}

export class FakeSurface implements PlotSurface {
  readonly el = document.createElement("div")
  frame = { x: 50, y: 10, width: 400, height: 300 }
  overlays = new Set<(ctx: CanvasRenderingContext2D) => void>()
  inspected: RendererHit[] = []
  entries: LegendEntry[] = []
  repaints: string[] = []

  constructor(readonly model: Figure, readonly document: Document) {}

  get x() { return make_scale(this.model.x_scale, this.model.x_range as unknown as RangeLike, this.frame.x, this.frame.x + this.frame.width) }
  get y() { return make_scale(this.model.y_scale, this.model.y_range as unknown as RangeLike, this.frame.y + this.frame.height, this.frame.y) }

  set_ranges(x: [number, number] | null, y: [number, number] | null): void {
    const { x_range, y_range } = this.model as unknown as Record<"x_range" | "y_range", { setv(values: object): void }>
    if (x !== null) x_range.setv({ start: x[0], end: x[1] })
    if (y !== null) y_range.setv({ start: y[0], end: y[1] })
  }

  reset_ranges(): void {
    this.set_ranges([0, 10], [0, 10])
  }

  hit(query: HitQuery, renderers = this.model.renderers as GlyphRenderer[]): RendererHit[] {
    return renderers.map((renderer) => ({ renderer, indices: this.rows(renderer).filter((row) => this.is_hit(renderer, row, query)) }))
  }

  anchor(renderer: GlyphRenderer, index: number): { sx: number; sy: number } {
    const source = renderer.data_source as unknown as ColumnSource
    return { sx: this.x.to_screen(Number(source.column("x")!.at(index))), sy: this.y.to_screen(Number(source.column("y")!.at(index))) }
  }

  inspect(rows: RendererHit[]): void { this.inspected = rows }
  legend_entries(): LegendEntry[] { return this.entries }
  repaint(layer: string): void { this.repaints.push(layer) }
  to_png(): Promise<Blob> { return Promise.resolve(new Blob(["png"])) }

  add_overlay(draw: (ctx: CanvasRenderingContext2D) => void): () => void {
    this.overlays.add(draw)
    return () => this.overlays.delete(draw)
  }

  private rows(renderer: GlyphRenderer): number[] {
    return Array.from({ length: (renderer.data_source as unknown as ColumnSource).length }, (_, i) => i)
  }

  private is_hit(renderer: GlyphRenderer, row: number, query: HitQuery): boolean {
    const { sx, sy } = this.anchor(renderer, row)
    if (query.kind === "rect") return sx >= query.x0 && sx <= query.x1 && sy >= query.y0 && sy <= query.y1
    if (query.kind === "span") return query.dim === "v" ? Math.abs(sx - query.sx) < 6 : Math.abs(sy - query.sy) < 6
    return Math.hypot(sx - query.sx, sy - query.sy) < 6
  }
}

/** A figure of 10 by 10 with points on its diagonal and the tools named. */
export function make_surface(tools: [kind: string, fields?: Record<string, unknown>][], toolbar: Record<string, unknown> = {}, figure: Record<string, unknown> = {}, schedule?: Schedule): Made {
  const pending: (() => void)[] = []
  const doc = new Document(schedule ?? ((run) => void pending.push(run)))
  const sent: Made["sent"] = { events: [], writes: [] }
  const uplink: Uplink = {
    write: (writes) => sent.writes.push(...writes),
    event: (name, model, values) => sent.events.push([name, model, values]),
  }
  let made = 0
  const create = (kind: string, fields: Record<string, unknown>): never => {
    const model = doc.add_model(`m${++made}`, kind)
    for (const [field, value] of Object.entries(fields)) model.put(field, value)
    return model as never
  }
  const steps = Array.from({ length: 11 }, (_, i) => i)
  const source = create("ColumnDataSource", { selected: create("Selection", {}), data: { x: steps, y: steps, name: steps.map((i) => `row <b>${i}</b>`) } })
  const renderer = create("GlyphRenderer", { data_source: source, glyph: create("Scatter", {}), name: "points" })
  const bar = create("Toolbar", { tools: tools.map(([kind, fields]) => create(kind, fields ?? {})), ...toolbar })
  const model = create("Figure", {
    x_range: create("Range1d", { start: 0, end: 10 }), y_range: create("Range1d", { start: 0, end: 10 }),
    renderers: [renderer], toolbar: bar, ...figure,
  }) as Figure
  doc.uplink = uplink
  return { document: doc, surface: new FakeSurface(model, doc), sent, commit: () => pending.splice(0).forEach((run) => run()) }
}
