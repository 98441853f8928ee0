import type { BoxSelectTool, ColumnDataSource } from "../generated/models"
import { BoxOverlay } from "./box_overlay"
import { data_at, in_frame, rect_of } from "./frame"
import type { Drag } from "./gestures"
import { clear_selection, select_hits, selected_rows } from "./rows"
import { mode_of } from "./selection"
import { along, by_dimensions, type ToolHost, type ToolRecord, type ToolView } from "./tool"
import { drag_box, type Rect } from "./viewport"

function geometry({ surface }: ToolHost, { x0, y0, x1, y1 }: Rect): Record<string, unknown> {
  const [from, to] = [data_at(surface, x0, y0), data_at(surface, x1, y1)]
  return { type: "rect", sx0: x0, sy0: y0, sx1: x1, sy1: y1, x0: from.x, y0: from.y, x1: to.x, y1: to.y }
}

class BoxSelect implements ToolView {
  private readonly overlay: BoxOverlay
  private before: Map<ColumnDataSource, readonly number[]> | null = null
  private box: Rect | null = null

  constructor(private readonly tool: BoxSelectTool, private readonly host: ToolHost) {
    this.overlay = new BoxOverlay(host.surface)
  }

  pan_start(at: Drag): void {
    this.overlay.hide()
    this.before = in_frame(this.host.surface.frame, at.x0, at.y0) ? selected_rows(this.host.surface) : null
  }

  pan(at: Drag): void {
    if (this.before === null) return
    const { dimensions, origin } = this.tool
    const frame = rect_of(this.host.surface.frame)
    this.box = drag_box({ x: at.x0, y: at.y0 }, { x: at.sx, y: at.sy }, frame, { dimensions, origin })
    this.overlay.show(this.box)
    if (this.tool.continuous) this.select(at, false)
  }

  pan_end(at: Drag): void {
    if (this.box !== null) this.select(at, true)
    this.before = this.box = null
    if (!this.tool.persistent) this.overlay.hide()
  }

  tap(at: { sx: number; sy: number; modifiers: { shift: boolean; ctrl: boolean } }): void {
    this.overlay.hide()
    const { shift, ctrl } = at.modifiers
    const { surface } = this.host
    if (shift || ctrl || !in_frame(surface.frame, at.sx, at.sy)) return
    if (surface.hit({ kind: "point", sx: at.sx, sy: at.sy }).every(({ indices }) => indices.length === 0)) {
      clear_selection(surface, this.tool.renderers)
    }
  }

  cancel(): void {
    if (this.before !== null && this.tool.continuous) this.restore(this.before)
    this.before = this.box = null
    this.overlay.hide()
  }

  destroy(): void {
    this.overlay.hide()
  }

  private select(at: Drag, final: boolean): void {
    if (this.box === null || this.before === null) return
    const { x0, y0, x1, y1 } = this.box
    const mode = mode_of(at.modifiers, this.tool.mode)
    select_hits(this.host.surface, { query: { kind: "rect", x0, y0, x1, y1 }, renderers: this.tool.renderers, mode, before: this.before })
    this.host.emit("selectiongeometry", { geometry: geometry(this.host, this.box), final })
  }

  private restore(before: ReadonlyMap<ColumnDataSource, readonly number[]>): void {
    for (const [source, rows] of before) source.selected.indices = [...rows]
  }
}

export const box_select_tool: ToolRecord<BoxSelectTool> = {
  slot: "drag",
  icon: (tool) => by_dimensions("box_select", tool.dimensions),
  label: (tool) => `Box select${along(tool.dimensions)}`,
  create: (tool, host) => new BoxSelect(tool, host),
}
