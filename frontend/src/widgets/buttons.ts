import type { AbstractButton, Button, Toggle } from "../generated/models"
import { tell } from "../tools/events"
import { BoxView, element, type Page } from "./view"

abstract class ButtonBase<M extends AbstractButton> extends BoxView<M> {
  protected readonly button = element("button", "ap-button")

  constructor(model: M, protected readonly page: Page) {
    super(model, "ap-widget ap-button-box")
    this.button.type = "button"
    this.button.addEventListener("click", () => this.press())
    this.el.append(this.button)
    this.show()
  }

  override update(fields: Set<string>): void {
    super.update(fields)
    this.show()
  }

  protected abstract press(): void

  protected show(): void {
    const { label, button_type, disabled } = this.model
    this.button.textContent = label
    this.button.dataset.type = button_type
    this.button.disabled = disabled
  }
}

export class ButtonView extends ButtonBase<Button> {
  protected press(): void {
    tell(this.page.document, this.model, "button_click")
  }
}

export class ToggleView extends ButtonBase<Toggle> {
  protected press(): void {
    this.model.active = !this.model.active
    this.show()
    tell(this.page.document, this.model, "button_click")
  }

  protected override show(): void {
    super.show()
    this.button.setAttribute("aria-pressed", String(this.model.active))
  }
}
