import type { GlyphRenderer, HoverTool } from "../generated/models"
import type { HitQuery, PlotSurface, RendererHit } from "../layout/surface"
import { data_at, in_frame } from "./frame"
import type { Point } from "./gestures"
import { card_content, type Tooltips } from "./hover_card"
import { color_of, RowLookup, type HoverRow } from "./hover_values"
import { renderers_of } from "./rows"
import type { ToolHost, ToolRecord, ToolView } from "./tool"
import { TooltipCard } from "./tooltip"

/** A card with more lines than this hides the figure. */
const MOST_LINES = 14
const LINES_OF_HTML = 4

function most_rows(tooltips: Tooltips): number {
  return Math.max(1, Math.floor(MOST_LINES / (typeof tooltips === "string" ? LINES_OF_HTML : tooltips.length)))
}

interface Spot { sx: number; sy: number }

function query_of(mode: HoverTool["mode"], { sx, sy }: Spot): HitQuery {
  if (mode === "mouse") return { kind: "point", sx, sy }
  return { kind: "span", sx, sy, dim: mode === "vline" ? "v" : "h" }
}

/** How far `a` is from the pointer, for a card that follows it, or a line through it. */
function distance(a: Spot, at: Spot, mode: HoverTool["mode"]): number {
  const [dx, dy] = [mode === "hline" ? 0 : a.sx - at.sx, mode === "vline" ? 0 : a.sy - at.sy]
  return Math.hypot(dx, dy)
}

/** The point of the segment from `a` to `b` that lies nearest to the pointer, or straight above or beside it. */
function on_segment(a: Spot, b: Spot, at: Spot, mode: HoverTool["mode"]): Spot {
  const [dx, dy] = [b.sx - a.sx, b.sy - a.sy]
  const along = mode === "vline" ? (at.sx - a.sx) / dx : mode === "hline" ? (at.sy - a.sy) / dy
    : ((at.sx - a.sx) * dx + (at.sy - a.sy) * dy) / (dx * dx + dy * dy)
  const t = Number.isFinite(along) ? Math.max(0, Math.min(1, along)) : 0
  return { sx: a.sx + t * dx, sy: a.sy + t * dy }
}

/** On a line a hit is the row where the segment starts; `line_policy` says which of its ends is meant. */
function line_row(surface: PlotSurface, tool: HoverTool, renderer: GlyphRenderer, index: number, at: Spot): HoverRow {
  const last = (renderer.data_source as unknown as { length: number }).length - 1
  const next = Math.min(index + 1, last)
  const [a, b] = [surface.anchor(renderer, index), surface.anchor(renderer, next)]
  if (tool.line_policy === "interp") return { renderer, index, snap: on_segment(a, b, at, tool.mode) }
  if (tool.line_policy === "none") return { renderer, index, snap: at }
  const second = tool.line_policy === "next" || (tool.line_policy === "nearest" && distance(b, at, tool.mode) < distance(a, at, tool.mode))
  return second ? { renderer, index: next, snap: b } : { renderer, index, snap: a }
}

function rows_of(surface: PlotSurface, tool: HoverTool, hits: readonly RendererHit[], at: Spot): HoverRow[] {
  return hits.flatMap(({ renderer, indices }) => indices.map((index) => {
    if (renderer.glyph.type === "Line") return line_row(surface, tool, renderer, index, at)
    // A row that is a whole line is pointed at where the pointer meets it.
    return { renderer, index, snap: renderer.glyph.type === "MultiLine" ? at : surface.anchor(renderer, index) }
  }))
}

/** A point that scrolled out of the frame is pointed at from its edge. */
function into_frame({ x, y, width, height }: PlotSurface["frame"], { sx, sy }: Spot): Spot {
  return { sx: Math.max(x, Math.min(sx, x + width)), sy: Math.max(y, Math.min(sy, y + height)) }
}

/** Where a card for these rows points: at the row, or at the pointer's height where a line crosses several. */
function held_at({ mode }: HoverTool, rows: readonly HoverRow[], at: Spot): Spot {
  const { snap } = rows[0]
  if (rows.length === 1 || mode === "mouse") return snap
  return mode === "vline" ? { sx: snap.sx, sy: at.sy } : { sx: at.sx, sy: snap.sy }
}

class Hover implements ToolView {
  private readonly card: TooltipCard
  private at: Point | null = null
  private frame = 0
  private inspecting = false

  constructor(private readonly tool: HoverTool, private readonly host: ToolHost) {
    this.card = new TooltipCard(host.surface)
  }

  move(at: Point): void {
    this.at = at
    this.schedule()
  }

  refresh(): void {
    if (this.at !== null) this.schedule()
  }

  leave(): void {
    this.at = null
    this.clear()
  }

  cancel(): void {
    this.leave()
  }

  destroy(): void {
    this.leave()
    cancelAnimationFrame(this.frame)
    this.card.destroy()
  }

  private schedule(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.evaluate())
  }

  private evaluate(): void {
    this.frame = 0
    const { at, tool, host: { surface } } = this
    if (at === null || !in_frame(surface.frame, at.sx, at.sy)) return this.clear()
    const looked_at = renderers_of(surface, tool.renderers).filter(({ muted }) => tool.muted_policy === "show" || !muted)
    const hits = surface.hit(query_of(tool.mode, at), looked_at).filter(({ indices }) => indices.length > 0)
    if (hits.length === 0) return this.clear()
    this.inspecting = true
    surface.inspect(hits)
    this.run_callback(hits, at)
    this.show(rows_of(surface, tool, hits, at), at)
  }

  private show(rows: readonly HoverRow[], at: Point): void {
    const { tool, host: { surface } } = this
    const tooltips = tool.tooltips as Tooltips | null
    if (tooltips === null || tooltips.length === 0) return this.card.hide()
    const shown = rows.slice(0, tool.limit ?? most_rows(tooltips))
    const is_one = shown.every(({ renderer }) => renderer === shown[0].renderer)
    const entries = shown.map((row) => ({ lookup: new RowLookup(surface, tool, row, at), color: is_one ? null : color_of(row.renderer) }))
    const spot = tool.point_policy === "snap_to_data" ? into_frame(surface.frame, held_at(tool, shown, at)) : at
    const left_out = tool.limit === null ? rows.length - shown.length : 0
    this.card.show(card_content(tooltips, entries, left_out), spot, tool.attachment, tool.show_arrow)
  }

  private run_callback(hits: readonly RendererHit[], { sx, sy }: Point): void {
    const { callback } = this.tool
    if (callback === null) return
    const geometry = { type: "point", sx, sy, ...data_at(this.host.surface, sx, sy) }
    for (const { renderer, indices } of hits) this.host.execute(callback, this.tool, { index: { indices }, geometry, renderer })
  }

  private clear(): void {
    this.card.hide()
    if (this.inspecting) this.host.surface.inspect([])
    this.inspecting = false
  }
}

export const hover_tool: ToolRecord<HoverTool> = {
  slot: "inspect",
  icon: () => "hover",
  label: () => "Hover",
  create: (tool, host) => new Hover(tool, host),
}
