/** The buttons of tools: one tab stop with arrow keys inside, dividers between kinds, a menu for those without room. */
import type { Tool } from "../generated/models"
import type { Box } from "../layout/surface"
import { icon, type IconName } from "./icons"
import { beside, Tips, window_size, type Side } from "./tip"
import type { Slot } from "./tool"

const BUTTON = 28
const GAP = 2
const DIVIDER = 9

/** One button: a tool, or several that it switches together. */
export interface ToolEntry {
  readonly tools: readonly Tool[]
  readonly slot: Slot
  readonly icon: IconName
  readonly label: string
  is_active(): boolean
  press(): void
}

const INWARD: Record<Side, Side> = { right: "left", left: "right", above: "below", below: "above" }

function make_button(name: IconName, label: string): HTMLButtonElement {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "ap-tool"
  button.tabIndex = -1
  button.setAttribute("aria-label", label)
  button.append(icon(name))
  return button
}

export class ToolbarView {
  readonly el = document.createElement("div")
  private readonly tips: Tips
  private readonly menu = document.createElement("div")
  private readonly more = make_button("more", "More tools")
  private entries: readonly ToolEntry[] = []
  private buttons: HTMLButtonElement[] = []
  private length = Infinity
  private signature = ""

  constructor(private location: Side) {
    this.el.className = "ap-toolbar"
    this.el.setAttribute("role", "toolbar")
    this.el.setAttribute("aria-label", "Plot tools")
    this.tips = new Tips(this.el, INWARD[location])
    this.menu.className = "ap-toolbar-menu"
    this.menu.popover = "auto"
    this.more.setAttribute("aria-haspopup", "true")
    this.more.popoverTargetElement = this.menu
    this.tips.attach(this.more, "More tools")
    this.menu.addEventListener("toggle", (event) => { if ((event as ToggleEvent).newState === "open") this.place_menu() })
    this.el.addEventListener("keydown", (event) => this.key(event))
    this.set_location(location)
  }

  /** Shows these tools; cheap when they are the same. */
  set_entries(entries: readonly ToolEntry[]): void {
    const signature = entries.map(({ tools, icon, label }) => `${tools.map(({ id }) => id).join()} ${icon} ${label}`).join("\n")
    if (signature === this.signature) return this.update()
    this.signature = signature
    this.entries = entries
    this.buttons = entries.map((entry) => this.entry_button(entry))
    this.arrange()
    this.update()
  }

  /** Shows which tools are active. */
  update(): void {
    this.entries.forEach((entry, i) => {
      if (entry.slot !== "action") this.buttons[i].setAttribute("aria-pressed", String(entry.is_active()))
    })
  }

  set_autohide(on: boolean): void {
    this.el.classList.toggle("ap-autohide", on)
  }

  /** Lays the toolbar into its box of the figure. */
  place({ x, y, width, height }: Box, location: Side): void {
    Object.assign(this.el.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` })
    this.set_location(location)
    this.set_length(this.is_vertical ? height : width)
  }

  /** px along the toolbar that its buttons may take. */
  set_length(length: number): void {
    if (length === this.length) return
    this.length = length
    this.arrange()
  }

  destroy(): void {
    this.tips.hide()
    this.el.remove()
  }

  private get is_vertical(): boolean {
    return this.location === "left" || this.location === "right"
  }

  private set_location(location: Side): void {
    this.location = location
    this.tips.side = INWARD[location]
    this.el.classList.toggle("ap-vertical", this.is_vertical)
    this.el.dataset.location = location
    this.el.setAttribute("aria-orientation", this.is_vertical ? "vertical" : "horizontal")
  }

  private entry_button(entry: ToolEntry): HTMLButtonElement {
    const button = make_button(entry.icon, entry.label)
    button.addEventListener("click", () => {
      entry.press()
      this.update()
      if (this.menu.contains(button)) this.menu.hidePopover()
    })
    this.tips.attach(button, entry.label)
    return button
  }

  /** How many buttons fit; when not all do, one place goes to the menu's button. */
  private fitting(): number {
    let used = 0
    for (let i = 0; i < this.entries.length; i++) {
      used += BUTTON + (i > 0 ? (this.starts_group(i) ? DIVIDER : GAP) : 0)
      const reserve = i < this.entries.length - 1 ? BUTTON + DIVIDER : 0
      if (used + reserve > this.length) return used <= this.length && reserve === 0 ? i + 1 : i
    }
    return this.entries.length
  }

  private starts_group(i: number): boolean {
    return i > 0 && this.entries[i].slot !== this.entries[i - 1].slot
  }

  private arrange(): void {
    const shown = this.fitting()
    const focused = this.buttons.find((button) => button === document.activeElement)
    this.el.replaceChildren(this.tips.el)
    this.menu.replaceChildren()
    this.buttons.forEach((button, i) => {
      button.dataset.label = this.entries[i].label
      if (i < shown) this.append(button, i)
      else this.menu.append(button)
    })
    if (shown < this.buttons.length) this.el.append(this.divider(), this.more, this.menu)
    focused?.focus()
    this.rove(this.stops().find((button) => button === focused) ?? this.stops()[0])
  }

  private append(button: HTMLButtonElement, i: number): void {
    if (this.starts_group(i)) this.el.append(this.divider())
    this.el.append(button)
  }

  private divider(): HTMLElement {
    const line = document.createElement("span")
    line.className = "ap-divider"
    return line
  }

  private stops(): HTMLButtonElement[] {
    return [...this.el.querySelectorAll<HTMLButtonElement>(":scope > button")]
  }

  private rove(to: HTMLButtonElement | undefined): void {
    for (const button of this.stops()) button.tabIndex = button === to ? 0 : -1
    for (const button of this.menu.querySelectorAll("button")) button.tabIndex = 0
  }

  private key(event: KeyboardEvent): void {
    const list = this.menu.contains(event.target as Node) ? [...this.menu.querySelectorAll("button")] : this.stops()
    const at = list.indexOf(event.target as HTMLButtonElement)
    const steps: Record<string, number> = {
      ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: list.length - 1,
    }
    const to = steps[event.key]
    if (at < 0 || to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const next = list[(to + list.length) % list.length]
    if (!this.menu.contains(next)) this.rove(next)
    next.focus()
  }

  private place_menu(): void {
    const { x, y } = beside(this.more.getBoundingClientRect(), this.menu.getBoundingClientRect(), INWARD[this.location], window_size())
    this.menu.style.translate = `${Math.round(x)}px ${Math.round(y)}px`
    this.menu.querySelector("button")?.focus()
  }
}
