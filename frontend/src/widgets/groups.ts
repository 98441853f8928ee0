import type { CheckboxGroup, RadioButtonGroup } from "../generated/models"
import { tell } from "../tools/events"
import { BoxView, element, type Page } from "./view"

export class CheckboxGroupView extends BoxView<CheckboxGroup> {
  private readonly list = element("div", "ap-checks")
  private boxes: HTMLInputElement[] = []

  constructor(model: CheckboxGroup) {
    super(model, "ap-widget ap-checkbox-group")
    this.list.setAttribute("role", "group")
    this.el.append(this.list)
    this.show_labels()
  }

  override update(fields: Set<string>): void {
    super.update(fields)
    if (fields.has("labels")) this.show_labels()
    else this.show()
  }

  private show_labels(): void {
    this.boxes = this.model.labels.map(() => element("input", "ap-check"))
    this.list.replaceChildren(...this.boxes.map((box, i) => {
      box.type = "checkbox"
      box.addEventListener("change", () => this.choose())
      const label = element("label", "ap-check-label")
      label.append(box, element("span", "", this.model.labels[i]))
      return label
    }))
    this.show()
  }

  private choose(): void {
    this.model.active = this.boxes.flatMap((box, i) => box.checked ? [i] : [])
  }

  private show(): void {
    const { active, disabled, inline, name } = this.model
    this.list.classList.toggle("ap-inline", inline)
    if (name !== null) this.list.setAttribute("aria-label", name)
    this.boxes.forEach((box, i) => {
      box.checked = active.includes(i)
      box.disabled = disabled
    })
  }
}

export class RadioButtonGroupView extends BoxView<RadioButtonGroup> {
  private readonly bar = element("div", "ap-segments")
  private buttons: HTMLButtonElement[] = []

  constructor(model: RadioButtonGroup, private readonly page: Page) {
    super(model, "ap-widget ap-radio-buttons")
    this.bar.setAttribute("role", "radiogroup")
    this.bar.addEventListener("keydown", (event) => this.key(event))
    this.el.append(this.bar)
    this.show_labels()
  }

  override update(fields: Set<string>): void {
    super.update(fields)
    if (fields.has("labels")) this.show_labels()
    else this.show()
  }

  private show_labels(): void {
    this.buttons = this.model.labels.map((label, i) => {
      const button = element("button", "ap-segment", label)
      button.type = "button"
      button.setAttribute("role", "radio")
      button.addEventListener("click", () => this.choose(i))
      return button
    })
    this.bar.replaceChildren(...this.buttons)
    this.show()
  }

  private choose(i: number): void {
    this.model.active = i
    this.show()
    tell(this.page.document, this.model, "button_click")
  }

  private key(event: KeyboardEvent): void {
    const at = this.buttons.indexOf(event.target as HTMLButtonElement)
    const steps: Record<string, number> = {
      ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: this.buttons.length - 1,
    }
    const to = steps[event.key]
    if (at < 0 || to === undefined) return
    event.preventDefault()
    const next = (to + this.buttons.length) % this.buttons.length
    this.choose(next)
    this.buttons[next].focus()
  }

  private show(): void {
    const { active, disabled, orientation, button_type, name } = this.model
    this.bar.classList.toggle("ap-vertical", orientation === "vertical")
    this.bar.dataset.type = button_type
    this.bar.setAttribute("aria-label", name ?? "Choices")
    this.buttons.forEach((button, i) => {
      button.setAttribute("aria-checked", String(i === active))
      button.disabled = disabled
      button.tabIndex = i === (active ?? 0) ? 0 : -1
    })
  }
}
