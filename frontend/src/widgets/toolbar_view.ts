/** A toolbar that stands in a layout and serves several figures at once, as a grid of plots has it. */
import type { Toolbar } from "../generated/models"
import type * as Tools from "../tools"
import { owners_change } from "../tools/registry"
import type { Page, View } from "./view"

export class SharedToolbarView implements View {
  readonly el: HTMLElement
  private tools: typeof Tools | null = null
  private bar: Tools.ToolbarView | null = null
  private readonly resize = new ResizeObserver(() => this.place())
  private readonly stops: (() => void)[]
  private gone = false

  constructor(private readonly model: Toolbar, page: Page) {
    this.el = document.createElement("div")
    this.el.className = "ap-shared-toolbar"
    this.stops = [page.document.on_commit(() => this.show()), owners_change.connect(() => this.show())]
    this.show()
    void this.start()
  }

  update(): void {
    this.show()
  }

  destroy(): void {
    this.resize.disconnect()
    this.gone = true
    for (const stop of this.stops) stop()
    this.bar?.destroy()
    this.el.remove()
  }

  private async start(): Promise<void> {
    this.tools = await import("../tools")
    if (this.gone) return
    this.bar = new this.tools.ToolbarView("above")
    this.el.append(this.bar.el)
    this.resize.observe(this.el)
    this.show()
  }

  /** Beside its figures in a row, it stands; above or below them it lies. */
  private place(): void {
    const { width, height } = this.el.getBoundingClientRect()
    this.bar?.place({ x: 0, y: 0, width, height }, this.el.dataset.parent === "row" ? "right" : "above")
  }

  private show(): void {
    this.el.hidden = !this.model.visible
    if (this.tools === null || this.bar === null) return
    this.bar.set_entries(this.tools.entries_of(this.model.tools, true))
    this.bar.set_autohide(this.model.autohide)
  }
}
