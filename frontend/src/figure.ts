// A figure on the page: its canvases, its layout, and what of it is stale. A change of data that moves no range
// repaints the data canvas only; scales are made here and stay the same objects while they map alike.
import type { Figure, GlyphRenderer } from "./generated/models"
import { NO_INSETS, same_insets, type FramePlace } from "./layout/align"
import { figure_layout, same_box, type FigureBoxes, type Insets } from "./layout/figure_layout"
import type { Box, HitQuery, Layer, LegendEntry, PlotSurface, RendererHit } from "./layout/surface"
import type { Pair, RangeUse } from "./painters/auto_ranges"
import { Canvas, CANVASES, type CanvasName } from "./painters/canvases"
import { DataLayer } from "./painters/data_layer"
import { GuideLooks } from "./painters/guide_looks"
import { follows_data } from "./painters/legend"
import { place_items, SteadyRooms, type Items, type LegendPlace } from "./painters/panels"
import { entries_of, has_front, legends_of, paint_base, paint_front, paint_inspected, to_png, type Picture } from "./painters/picture"
import { figure_inputs } from "./painters/plot_box"
import { fitted_scales, type Scales } from "./painters/scales"
import { page_look, scheme_of, watch_scheme } from "./painters/scheme"
import { Stage, type StageView } from "./painters/stage"
import { read_structure, RendererViews, type Structure } from "./painters/structure"
import type { View } from "./painters/types"
import type { Scale } from "./scales/scale"
import type { Changes, Document } from "./store/document"
import type { Model } from "./store/model"
import { fetch_for } from "./store/parts"
import type { Interaction } from "./tools"
import { toolbar_size } from "./tools/toolbar_size"
import { BOX_FIELDS, fit, Styling, type View as PageView } from "./widgets/view"

/** What can be stale: a canvas, or the layout and with it everything. */
type Part = CanvasName | "layout"
type Overlay = (ctx: CanvasRenderingContext2D) => void

const SIZES = new Set(["inner_width", "inner_height", "outer_width", "outer_height"])
const NO_ITEMS: Items = { above: [], below: [], left: [], right: [] }
const NO_FRAME: Box = { x: 0, y: 0, width: 1, height: 1 }
/** Passes until labels and frame agree on their sizes. */
const MOST_PASSES = 4
/** Quiet time before the text summary is written anew, ms. */
const SUMMARY_DELAY = 500

/** About where the frame of a figure of this size will lie: the nearer, the fewer passes its first layout takes. */
const likely_frame = ({ width, height }: { width: number; height: number }): Box =>
  ({ x: 40, y: 10, width: Math.max(width - 90, 1), height: Math.max(height - 45, 1) })

const set_color = (figure: Figure, field: "border_fill_color" | "background_fill_color"): string | null =>
  (figure as unknown as Model).has(field) ? figure[field] : null

export class FigureView implements PlotSurface, StageView, PageView {
  readonly el = document.createElement("div")
  range_uses: readonly RangeUse[] = []
  private readonly stack = document.createElement("div")
  private readonly canvases = new Map<CanvasName, Canvas>(CANVASES.map((name) => [name, new Canvas(name)]))
  private readonly data = new DataLayer(this.canvas("data"))
  private readonly stage: Stage
  private readonly views = new RendererViews()
  private readonly steady = new SteadyRooms()
  private readonly stale = new Set<Part>(["layout"])
  private readonly overlays = new Set<Overlay>()
  private readonly stops: (() => void)[] = []
  private interaction: Interaction | null = null
  private readonly styling = new Styling(this.el)
  private structure: Structure
  private page_looks = new GuideLooks("light")
  private looks = this.page_looks
  private size = { width: 0, height: 0 }
  private ratio = 1
  private least: Insets = NO_INSETS
  private boxes: FigureBoxes | null = null
  private scales: Scales
  private items: Items = NO_ITEMS
  private legends: readonly LegendPlace[] = []
  private inspected: readonly RendererHit[] = []
  private awake = false
  private gone = false
  /** Code that axes need, on its way. */
  private coming: Promise<unknown> | null = null
  private summary_timer: ReturnType<typeof setTimeout> | undefined

  constructor(readonly model: Figure, readonly document: Document) {
    this.el.className = "ap-figure"
    this.el.setAttribute("role", "figure")
    this.stack.className = "ap-canvases"
    this.stack.setAttribute("role", "img")
    this.stack.setAttribute("aria-label", "Plot")
    this.stack.append(...[...this.canvases.values()].map((canvas) => canvas.el))
    this.el.append(this.stack)
    this.stage = Stage.of(document)
    this.scales = fitted_scales(model, NO_FRAME, null)
    this.structure = this.read()
    this.stage.add(this)
    this.el.setAttribute("aria-busy", "true")
    this.fit_box()
    this.stops.push(watch_scheme(() => this.restyle()))
  }

  destroy(): void {
    this.gone = true
    this.interaction?.destroy()
    this.stage.remove(this)
    for (const stop of this.stops) stop()
    clearTimeout(this.summary_timer)
    this.el.remove()
  }

  /** Box and styling; the rest comes through the frame loop. */
  update(fields: Set<string>): void {
    if (BOX_FIELDS.some((name) => fields.has(name))) this.fit_box()
  }

  private fit_box(): void {
    fit(this.el, this.model)
    this.styling.apply(this.model)
  }

  // The figure as tools see it.

  get frame(): Box {
    return this.boxes?.frame ?? NO_FRAME
  }

  get x(): Scale {
    return this.scales.x
  }

  get y(): Scale {
    return this.scales.y
  }

  set_ranges(x: Pair | null, y: Pair | null, from: "pan" | "zoom" | "reset"): void {
    if (x !== null) this.stage.ranges.move(this.model.x_range, x, from === "pan")
    if (y !== null) this.stage.ranges.move(this.model.y_range, y, from === "pan")
  }

  reset_ranges(): void {
    const ranges = [this.model.x_range, this.model.y_range]
    for (const range of ranges) this.stage.ranges.reset(range)
    this.stage.fit(ranges)
    this.steady.reset()
  }

  hit(query: HitQuery, renderers: GlyphRenderer[] = this.structure.renderers.map(({ model }) => model)): RendererHit[] {
    const view = this.view()
    return renderers.flatMap((renderer) => {
      const hits = this.views.get(renderer)?.hit(view, query) ?? []
      return hits.length === 0 ? [] : [{ renderer, indices: hits.map(({ index }) => index) }]
    })
  }

  anchor(renderer: GlyphRenderer, index: number): { sx: number; sy: number } {
    return this.views.get(renderer)?.anchor(this.view(), index) ?? { sx: NaN, sy: NaN }
  }

  inspect(rows: RendererHit[]): void {
    const glowing = rows.filter(({ renderer }) => renderer.hover_glyph !== null)
    if (glowing.length === 0 && this.inspected.length === 0) return
    this.inspected = glowing
    this.repaint("overlay")
  }

  legend_entries(): LegendEntry[] {
    return entries_of(this.legends)
  }

  repaint(layer: Layer): void {
    if (layer === "data") this.data.forget()
    this.stale.add(layer)
    this.stage.request()
  }

  add_overlay(draw: Overlay): () => void {
    this.overlays.add(draw)
    this.repaint("overlay")
    return () => {
      if (this.overlays.delete(draw)) this.repaint("overlay")
    }
  }

  to_png(scale = this.ratio): Promise<Blob> {
    const picture = this.picture()
    return picture === null ? Promise.reject(new Error("expected a figure that is shown, this one has no size yet")) : to_png(picture, scale)
  }

  // Keeping up with models and the page.

  note(changes: Changes): boolean {
    const fresh = this.notes_guides(changes)
    let moved = fresh || this.range_uses.some(({ range }) => changes.has(range as unknown as Model))
    for (const view of this.structure.renderers) {
      if (!view.is_touched(changes)) continue
      moved = view.moves_bounds(changes) || moved
      this.data.forget()
      this.stale.add("data")
      if (this.inspected.length > 0) this.stale.add("overlay")
      if (this.legend_shows(view.model, changes)) this.stale.add("front")
    }
    return moved
  }

  /** Reads the figure again when a guide, or a list of them, changed. */
  private notes_guides(changes: Changes): boolean {
    const touched = [...changes].some(([model, fields]) =>
      this.structure.guides.has(model) && (model !== (this.model as unknown as Model) || [...fields].some((field) => !SIZES.has(field))))
    if (!touched) return false
    this.structure = this.read()
    this.stale.add("layout")
    return true
  }

  private legend_shows({ glyph }: GlyphRenderer, changes: Changes): boolean {
    return changes.has(glyph as unknown as Model) || this.field_legends
      || this.structure.renderers.some(({ model }) => changes.has(model as unknown as Model))
  }

  private get field_legends(): boolean {
    return this.legends.some(({ placed }) => follows_data(placed.legend))
  }

  private read(): Structure {
    const { model } = this
    const structure = read_structure(model, this.views)
    const { renderers, guides } = structure
    this.coming = fetch_for([...guides].map(({ type }) => type))
    void this.coming?.then(() => {
      this.coming = null
      this.stage.request()
    })
    this.range_uses = [
      { range: model.x_range, dim: "x", log: model.x_scale.type === "LogScale", renderers },
      { range: model.y_range, dim: "y", log: model.y_scale.type === "LogScale", renderers },
    ]
    this.el.setAttribute("aria-label", model.title?.text || "Plot")
    return structure
  }

  measure(): void {
    const { clientWidth: width, clientHeight: height } = this.el
    const ratio = this.model.hidpi ? window.devicePixelRatio || 1 : 1
    if (width === this.size.width && height === this.size.height && ratio === this.ratio) return
    if (this.size.width === 0) this.restyle()
    this.size = { width, height }
    this.ratio = ratio
    this.steady.reset()
    this.least = NO_INSETS
    this.stale.add("layout")
  }

  private restyle(): void {
    const around = this.el.parentElement ?? this.el
    const looks = new GuideLooks(scheme_of(around), page_look(around))
    const { scheme, page } = this.page_looks
    if (looks.scheme === scheme && looks.page.surface === page.surface && looks.page.font === page.font) return
    this.page_looks = looks
    this.stale.add("layout")
    this.stage.request()
  }

  // Layout and painting.

  prepare(): boolean {
    if (!this.is_shown) return false
    const scales = fitted_scales(this.model, this.frame, this.scales)
    if (scales.x !== this.scales.x || scales.y !== this.scales.y) this.stale.add("layout")
    if (!this.stale.has("layout")) return false
    const before = this.boxes?.natural ?? null
    this.lay_out()
    return before === null || !same_insets(before, this.boxes!.natural)
  }

  private get is_shown(): boolean {
    return this.size.width > 0 && this.size.height > 0 && this.coming === null && this.structure.renderers.every((view) => view.is_ready)
  }

  frame_place(): FramePlace | null {
    const { model, boxes } = this
    if (!this.is_shown || boxes === null || model.frame_width !== null || model.frame_height !== null) return null
    return { box: this.el.getBoundingClientRect(), natural: boxes.natural }
  }

  take_insets(insets: Insets): void {
    if (same_insets(insets, this.least)) return
    this.least = insets
    this.stale.add("layout")
  }

  private lay_out(): void {
    const tools = toolbar_size(this.model)
    this.take_colors()
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const frame = this.boxes?.frame ?? likely_frame(this.size)
      this.scales = fitted_scales(this.model, frame, this.scales)
      this.items = place_items(this.structure, this.scales.x, this.scales.y, this.size, this.looks, this.steady)
      this.boxes = figure_layout(figure_inputs(this.model, this.items, this.size.width, this.size.height, tools, this.least, this.looks))
      if (same_box(frame, this.boxes.frame)) break
    }
    this.scales = fitted_scales(this.model, this.frame, this.scales)
    this.steady.settle()
    this.fit_element()
    for (const name of CANVASES) this.stale.add(name)
    this.stale.delete("layout")
  }

  /** A figure with a fill of its own is an island: what stands on it follows its scheme, not the page's. */
  private take_colors(): void {
    this.looks = this.page_looks.on(set_color(this.model, "border_fill_color"))
    const island = this.looks !== this.page_looks
    this.el.classList.toggle("asgiplots", island)
    if (island) this.el.dataset.theme = this.looks.scheme
    else delete this.el.dataset.theme
  }

  /** Gives the element the size that a fixed frame asks for, places the toolbar, and tells the sizes. */
  private fit_element(): void {
    const { frame, width, height, toolbar } = this.boxes!
    if (this.model.frame_width !== null) this.el.style.setProperty("width", `${width}px`, "important")
    if (this.model.frame_height !== null) this.el.style.setProperty("height", `${height}px`, "important")
    for (const canvas of this.canvases.values()) canvas.resize(width, height, this.ratio)
    if (toolbar !== null) this.interaction?.place_toolbar(toolbar)
    this.stage.outbox.put(this.model, { inner_width: frame.width, inner_height: frame.height, outer_width: width, outer_height: height })
    this.summarize_later()
  }

  paint(): void {
    const picture = this.picture()
    if (this.stale.size === 0 || picture === null || !this.is_shown) return
    const { ratio } = this
    if (this.stale.has("base")) this.canvas("base").paint(ratio, (ctx) => paint_base(ctx, picture, ratio))
    if (this.stale.has("data")) this.data.paint(picture, ratio)
    if (this.stale.has("front")) {
      this.legends = legends_of(picture)
      this.interaction?.sync_legends()
      this.canvas("front").paint(ratio, has_front(picture) ? (ctx) => paint_front(ctx, picture, this.legends, ratio) : null)
    }
    if (this.stale.has("overlay")) this.paint_overlay(picture)
    this.stale.clear()
    if (!this.awake) this.wake_later()
  }

  /** Gestures, tools and their buttons come once the picture is on the screen. */
  private wake_later(): void {
    this.awake = true
    requestAnimationFrame(() => setTimeout(() => void this.wake()))
  }

  private async wake(): Promise<void> {
    const { Interaction } = await import("./tools")
    if (this.gone) return
    this.interaction = new Interaction(this)
    if (this.boxes!.toolbar !== null) this.interaction.place_toolbar(this.boxes!.toolbar)
    this.interaction.sync_legends()
    this.el.removeAttribute("aria-busy")
  }

  private paint_overlay(picture: Picture): void {
    const idle = this.overlays.size === 0 && this.inspected.length === 0
    this.canvas("overlay").paint(this.ratio, idle ? null : (ctx) => {
      paint_inspected(ctx, picture, this.inspected, this.ratio)
      for (const draw of this.overlays) draw(ctx as CanvasRenderingContext2D)
    })
  }

  private canvas(name: CanvasName): Canvas {
    return this.canvases.get(name)!
  }

  private view(): View {
    return { x: this.scales.x, y: this.scales.y, frame: this.frame, ratio: this.ratio }
  }

  private picture(): Picture | null {
    const { model: figure, structure, looks, boxes, items, scales, views } = this
    const inner = looks.on(set_color(figure, "background_fill_color"))
    return boxes === null ? null : { figure, structure, looks, inner, boxes, items, scales, views }
  }

  private summarize_later(): void {
    clearTimeout(this.summary_timer)
    this.summary_timer = setTimeout(() => void this.summarize(), SUMMARY_DELAY)
  }

  private async summarize(): Promise<void> {
    const { summarize } = await import("./tools")
    if (!this.gone) this.stack.setAttribute("aria-label", summarize(this.model, this.structure, this.items))
  }
}
