/** Which tools of a toolbar are active: what the `active_*` fields say, read and written in one place. */
import type { ModelBase, Tool, Toolbar } from "../generated/models"
import type { Slot } from "./tool"

type Setting = "auto" | null | ModelBase | readonly ModelBase[]
type GestureSlot = Exclude<Slot, "action">

const FIELDS = { drag: "active_drag", scroll: "active_scroll", tap: "active_tap", inspect: "active_inspect" } as const

/** What "auto" means: dragging has one owner, all inspectors and taps are on, the wheel is left to the page. */
function automatic(slot: GestureSlot, tools: readonly Tool[]): readonly Tool[] {
  if (slot === "scroll") return []
  return slot === "drag" ? tools.slice(0, 1) : tools
}

export class Actives {
  /** `slot_of` is undefined for kinds of tools that the page does not know. */
  constructor(private readonly figure: { readonly toolbar: Toolbar }, private readonly slot_of: (tool: Tool) => Slot | undefined) {}

  get toolbar(): Toolbar {
    return this.figure.toolbar
  }

  get tools(): readonly Tool[] {
    return this.toolbar.tools.filter((tool) => this.slot_of(tool) !== undefined)
  }

  of_slot(slot: Slot): readonly Tool[] {
    return this.tools.filter((tool) => this.slot_of(tool) === slot)
  }

  /** Active tools of a slot, in the toolbar's order. */
  active(slot: GestureSlot): readonly Tool[] {
    const tools = this.of_slot(slot)
    const setting = this.setting(slot)
    const multi = this.toolbar.active_multi
    const on = setting === "auto" ? automatic(slot, tools) : setting === null ? [] : [setting].flat()
    return tools.filter((tool) => on.includes(tool) || tool === multi)
  }

  is_active(tool: Tool): boolean {
    const slot = this.slot_of(tool)
    return slot !== undefined && slot !== "action" && this.active(slot).includes(tool)
  }

  /** True where a person or the app has named the tool that drags; false while it is the first one by default. */
  get drag_chosen(): boolean {
    return this.setting("drag") !== "auto" && this.active("drag").length > 0
  }

  set(tool: Tool, on: boolean): void {
    const slot = this.slot_of(tool)
    if (slot === undefined || slot === "action" || this.is_active(tool) === on) return
    const others = slot === "inspect" ? this.active(slot).filter((one) => one !== tool) : []
    const next = on ? [...others, tool] : others
    const value = slot === "inspect" ? (next.length > 0 ? next : null) : next[0] ?? null
    Object.assign(this.toolbar, { [FIELDS[slot]]: value })
  }

  private setting(slot: GestureSlot): Setting {
    return this.toolbar[FIELDS[slot]] as Setting
  }
}
