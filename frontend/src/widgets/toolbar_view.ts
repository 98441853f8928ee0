/** A toolbar that stands in a layout and serves several figures at once, as a grid of plots has it. */
import type { Toolbar } from "../generated/models"
import { entries_of } from "../tools/entries"
import { ToolbarView } from "../tools/toolbar"
import type { Page, View } from "./view"

export class SharedToolbarView implements View {
  readonly el: HTMLElement
  private readonly bar = new ToolbarView("above")
  private readonly resize = new ResizeObserver(() => this.bar.set_length(this.el.clientWidth))
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

  private show(): void {
    this.el.hidden = !this.model.visible
    this.bar.set_entries(entries_of(this.model.tools, true))
    this.bar.set_autohide(this.model.autohide)
  }
}
