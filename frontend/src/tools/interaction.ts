/** Brings one figure's gestures, tools, toolbar, keys and events together. */
import type { ModelBase, Tool } from "../generated/models"
import { run_callback } from "../store/customjs"
import type { Changes } from "../store/document"
import type { Box, PlotSurface } from "../layout/surface"
import { Actives } from "./active"
import { entries_of } from "./entries"
import { is_wanted, PointEvents, RangeEvents, tell } from "./events"
import { in_frame } from "./frame"
import { Gestures, type Drag, type GestureSink, type Pinch, type Point, type Wheel } from "./gestures"
import { handle_key, type KeyTarget } from "./keyboard"
import { LegendButtons } from "./legend_buttons"
import { pinch_handler } from "./pinch"
import { register, unregister } from "./registry"
import { clear_selection } from "./rows"
import { record_of } from "./table"
import type { Dimensions, Slot, ToolView } from "./tool"
import { ToolbarView } from "./toolbar"
import { toolbar_size } from "./toolbar_size"
import type { Interval } from "./viewport"

const IGNORED = "button, input, select, textarea, a, .ap-toolbar"

const is_control = (target: EventTarget | null): boolean => target instanceof Element && target.closest(IGNORED) !== null

export class Interaction implements GestureSink, KeyTarget {
  readonly actives: Actives
  pointer: Point | null = null
  private readonly views = new Map<Tool, ToolView>()
  private readonly gestures: Gestures
  private readonly events: PointEvents
  private readonly range_events: RangeEvents
  private readonly legends: LegendButtons
  private readonly stops: (() => void)[] = []
  private toolbar: ToolbarView | null = null
  private toolbar_box: Box | null = null
  private live: ReadonlySet<Tool> = new Set()
  private dragging: ToolView | null = null
  private pinching: ((at: Pinch) => void) | null = null

  constructor(readonly surface: PlotSurface) {
    const { el, model, document } = surface
    this.actives = new Actives(model, (tool) => record_of(tool)?.slot)
    this.events = new PointEvents(surface)
    this.range_events = new RangeEvents(surface)
    this.legends = new LegendButtons(surface)
    this.gestures = new Gestures(el, this, is_control)
    const on_key = (event: KeyboardEvent): void => { if (event.target === el) handle_key(this, event) }
    el.addEventListener("keydown", on_key)
    this.stops.push(() => el.removeEventListener("keydown", on_key), document.on_commit((changes) => this.committed(changes)))
    this.sync()
  }

  destroy(): void {
    this.gestures.destroy()
    this.range_events.stop()
    this.legends.destroy()
    for (const stop of this.stops) stop()
    for (const tool of [...this.views.keys()]) this.drop(tool)
    this.toolbar?.destroy()
  }

  /** Lays the toolbar into the box that the figure's layout gave it. */
  place_toolbar(box: Box): void {
    this.toolbar_box = box
    this.toolbar?.place(box, this.surface.model.toolbar_location ?? "right")
  }

  /** Follows the legends as they were painted. */
  sync_legends(): void {
    this.legends.sync()
  }

  // What tools ask of their figure.

  set_ranges(x: Interval | null, y: Interval | null, from: "pan" | "zoom"): void {
    this.surface.set_ranges(x, y, from)
    this.range_events.changed()
  }

  reset(): void {
    if (this.surface.model.reset_policy === "standard") {
      this.surface.reset_ranges()
      clear_selection(this.surface)
      for (const view of this.active_views()) view.cancel?.()
      this.range_events.changed()
    }
    this.emit("reset", {})
  }

  emit(name: string, values: Record<string, unknown>): void {
    tell(this.surface.document, this.surface.model, name, values)
  }

  execute(callback: ModelBase, origin: ModelBase, data: Record<string, unknown>): void {
    run_callback(this.surface.document.run_script, callback, origin, data)
  }

  has(kind: string): boolean {
    return this.actives.tools.some((tool) => tool.type === kind || record_of(tool)?.slot === kind)
  }

  escape(): void {
    this.break_off()
    clear_selection(this.surface)
    for (const view of this.active_views()) view.cancel?.()
  }

  /** Presses the button of an action, or switches a gesture tool; merged toolbars do this for several figures. */
  run(tool: Tool): void {
    this.views.get(tool)?.run?.()
  }

  // Gestures.

  enter(at: Point): void {
    this.pointer = at
    this.events.at("mouseenter", at)
  }

  move(at: Point): void {
    this.pointer = at
    this.events.at("mousemove", at)
    this.show_cursor(at)
    for (const view of this.slot_views("inspect")) view.move?.(at)
  }

  leave(at: Point): void {
    this.pointer = null
    this.events.at("mouseleave", at)
    for (const view of this.slot_views("inspect")) view.leave?.()
  }

  tap(at: Point): void {
    this.events.at("tap", at)
    if (at.touch) for (const view of this.slot_views("inspect")) view.move?.(at)
    for (const view of [...this.slot_views("drag"), ...this.slot_views("tap")]) view.tap?.(at)
  }

  doubletap(at: Point): void {
    this.events.at("doubletap", at)
    for (const view of this.slot_views("tap")) view.doubletap?.(at)
  }

  press(at: Point): void {
    this.events.at("press", at)
  }

  pressup(at: Point): void {
    this.events.at("pressup", at)
  }

  pan_start(at: Drag): void {
    this.events.at("panstart", at)
    this.dragging = this.slot_views("drag")[0] ?? null
    for (const view of this.slot_views("inspect")) view.leave?.()
    this.dragging?.pan_start?.(at)
  }

  pan(at: Drag): void {
    this.dragging?.pan?.(at)
    this.events.pan(at)
  }

  pan_end(at: Drag): void {
    this.dragging?.pan_end?.(at)
    this.dragging = null
    this.events.at("panend", at)
    if (!at.touch) this.move(at)
  }

  pan_cancel(): void {
    this.break_off()
  }

  pinch_start(at: Pinch): void {
    this.events.at("pinchstart", at)
    this.pinching = pinch_handler(this, at, { zoom: this.dimensions("WheelZoomTool"), pan: this.dimensions("PanTool") })
  }

  pinch(at: Pinch): void {
    this.pinching?.(at)
    this.events.pinch(at)
  }

  pinch_end(at: Pinch): void {
    this.pinching = null
    this.events.at("pinchend", at)
  }

  wheel(at: Wheel): void {
    for (const view of this.slot_views("scroll")) view.wheel?.(at)
    this.events.wheel(at)
  }

  takes_wheel(at: Wheel): boolean {
    return this.slot_views("scroll").some((view) => view.takes_wheel?.(at) === true)
  }

  // Keeping up with the models.

  private committed(changes: Changes): void {
    const { toolbar } = this.surface.model
    if ([toolbar, ...this.actives.tools, this.surface.model].some((model) => changes.has(model as never))) this.sync()
    if (this.pointer !== null && this.dragging === null) for (const view of this.slot_views("inspect")) view.refresh?.()
  }

  private sync(): void {
    const tools = new Set(this.actives.tools)
    for (const tool of [...this.views.keys()]) if (!tools.has(tool)) this.drop(tool)
    for (const tool of tools) {
      const record = record_of(tool)
      if (record === undefined || this.views.has(tool)) continue
      this.views.set(tool, record.create(tool, this))
      register(tool, this)
    }
    const live = new Set([...tools].filter((tool) => this.actives.is_active(tool)))
    for (const tool of this.live) if (!live.has(tool)) this.views.get(tool)?.cancel?.()
    this.live = live
    this.sync_toolbar()
    this.fit_element(tools.size > 0)
  }

  private sync_toolbar(): void {
    const { model, el } = this.surface
    if (toolbar_size(model) === 0) {
      this.toolbar?.destroy()
      this.toolbar = null
      return
    }
    if (this.toolbar === null) {
      this.toolbar = new ToolbarView(model.toolbar_location ?? "right")
      el.append(this.toolbar.el)
      if (this.toolbar_box !== null) this.place_toolbar(this.toolbar_box)
    }
    this.toolbar.set_entries(entries_of(this.actives.tools))
    this.toolbar.set_autohide(model.toolbar.autohide)
  }

  private fit_element(has_tools: boolean): void {
    const { el, model } = this.surface
    this.gestures.listen_wheel(this.slot_views("scroll").length > 0 || is_wanted(model, "wheel"))
    if (has_tools) el.tabIndex = 0
    else el.removeAttribute("tabindex")
    el.style.touchAction = this.touch_action()
    this.show_cursor(this.pointer)
  }

  /** One finger scrolls the page until somebody chooses a tool that drags; two fingers are the figure's if it can use them. */
  private touch_action(): string {
    const pinches = this.has("WheelZoomTool") || this.has("PanTool")
    if (this.actives.drag_chosen) return "none"
    const scroll = this.actives.active("drag").length > 0 ? "pan-y" : "pan-x pan-y"
    return pinches ? scroll : `${scroll} pinch-zoom`
  }

  private show_cursor(at: Point | null): void {
    const drags = this.actives.active("drag")[0]?.type
    const boxes = (drags === "BoxZoomTool" || drags === "BoxSelectTool") && at !== null && in_frame(this.surface.frame, at.sx, at.sy)
    this.surface.el.classList.toggle("ap-crosshair", boxes)
  }

  private drop(tool: Tool): void {
    this.views.get(tool)?.destroy?.()
    this.views.delete(tool)
    unregister(tool)
  }

  private break_off(): void {
    this.dragging?.cancel?.()
    this.dragging = null
  }

  private dimensions(kind: "WheelZoomTool" | "PanTool"): Dimensions | null {
    const tool = this.actives.tools.find(({ type }) => type === kind) as { dimensions?: Dimensions } | undefined
    return tool?.dimensions ?? null
  }

  private active_views(): ToolView[] {
    return [...this.live].map((tool) => this.views.get(tool)).filter((view) => view !== undefined)
  }

  private slot_views(slot: Exclude<Slot, "action">): ToolView[] {
    return this.actives.active(slot).map((tool) => this.views.get(tool)).filter((view) => view !== undefined)
  }
}
