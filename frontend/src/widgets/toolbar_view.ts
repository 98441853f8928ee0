/** A toolbar that stands in a layout and serves several figures at once, as a grid of plots has it. */
import type { Toolbar } from "../generated/models"
import { entries_of } from "../tools/entries"
import { ToolbarView } from "../tools/toolbar"
import type { Page, View } from "./view"

export class SharedToolbarView implements View {
  readonly el: HTMLElement
  private readonly bar = new ToolbarView("above")
  private readonly resize = new ResizeObserver(() => this.place())
  private readonly stop: () => void

  constructor(private readonly model: Toolbar, page: Page) {
    this.el = document.createElement("div")
    this.el.className = "ap-shared-toolbar"
    this.el.append(this.bar.el)
    this.resize.observe(this.el)
    this.stop = page.document.on_commit(() => this.show())
    this.show()
  }

  update(): void {
    this.show()
  }

  destroy(): void {
    this.resize.disconnect()
    this.stop()
    this.bar.destroy()
    this.el.remove()
  }

  /** Beside its figures in a row, it stands; above or below them it lies. */
  private place(): void {
    const { width, height } = this.el.getBoundingClientRect()
    this.bar.place({ x: 0, y: 0, width, height }, this.el.dataset.parent === "row" ? "right" : "above")
  }

  private show(): void {
    this.el.hidden = !this.model.visible
    this.bar.set_entries(entries_of(this.model.tools, true))
    this.bar.set_autohide(this.model.autohide)
  }
}
