/** Clickable legend entries: invisible buttons over the painted ones, so that they answer keys and readers as well. */
import type { LegendEntry, PlotSurface } from "../layout/surface"
import { tell } from "./events"

function is_on({ legend, renderers }: LegendEntry): boolean {
  return legend.click_policy === "mute" ? renderers.some(({ muted }) => !muted) : renderers.some(({ visible }) => visible)
}

function click(surface: PlotSurface, { legend, item, renderers }: LegendEntry): void {
  for (const renderer of renderers) {
    if (legend.click_policy === "hide") renderer.visible = !renderer.visible
    if (legend.click_policy === "mute") renderer.muted = !renderer.muted
  }
  tell(surface.document, legend, "legend_item_click", { item })
}

export class LegendButtons {
  private buttons: HTMLButtonElement[] = []

  constructor(private readonly surface: PlotSurface) {}

  /** Follows the painted legends. */
  sync(): void {
    const entries = this.surface.legend_entries()
    while (this.buttons.length > entries.length) this.buttons.pop()?.remove()
    entries.forEach((entry, i) => this.place(this.button(i), entry))
  }

  destroy(): void {
    for (const button of this.buttons) button.remove()
  }

  private button(i: number): HTMLButtonElement {
    if (i === this.buttons.length) {
      const button = document.createElement("button")
      button.type = "button"
      button.className = "ap-legend-button"
      this.surface.el.append(button)
      this.buttons.push(button)
    }
    return this.buttons[i]
  }

  private place(button: HTMLButtonElement, entry: LegendEntry): void {
    const { x, y, width, height } = entry.box
    Object.assign(button.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` })
    button.setAttribute("aria-label", entry.label)
    button.setAttribute("aria-pressed", String(is_on(entry)))
    button.onclick = () => click(this.surface, entry)
  }
}
