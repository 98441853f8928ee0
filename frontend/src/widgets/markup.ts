import type { Div } from "../generated/models"
import { BoxView, element } from "./view"

/** HTML is what the app gave as HTML; `render_as_text` shows it as it is written. */
export class DivView extends BoxView<Div> {
  private readonly content = element("div", "ap-markup")

  constructor(model: Div) {
    super(model, "ap-widget ap-div")
    this.el.append(this.content)
    this.show()
  }

  override update(fields: Set<string>): void {
    super.update(fields)
    if (fields.has("text") || fields.has("render_as_text")) this.show()
  }

  private show(): void {
    const { text, render_as_text } = this.model
    if (render_as_text) this.content.textContent = text
    else this.content.innerHTML = text
  }
}
