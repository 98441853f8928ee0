/** The frame of input fields: a label above, a description on demand, the control below. */
import type { InputWidget } from "../generated/models"
import { Tips } from "../tools/tip"
import { BoxView, element, fresh_id } from "./view"

export abstract class FieldView<M extends InputWidget, C extends HTMLInputElement | HTMLSelectElement> extends BoxView<M> {
  protected readonly control: C
  private readonly label = element("label", "ap-label")
  private readonly head = element("div", "ap-head")
  private readonly described = element("span", "ap-visually-hidden")
  private readonly help = element("button", "ap-help", "?")

  constructor(model: M, control: C, class_name: string) {
    super(model, `ap-widget ap-input ${class_name}`)
    this.control = control
    control.id = fresh_id()
    this.label.htmlFor = control.id
    this.described.id = fresh_id()
    this.add_help()
    this.head.append(this.label, this.help, this.described)
    this.el.append(this.head)
    this.show_head()
  }

  override update(fields: Set<string>): void {
    super.update(fields)
    this.show_head()
  }

  /** A name for a control without a title. */
  protected abstract otherwise(): string

  private add_help(): void {
    this.help.type = "button"
    this.help.setAttribute("aria-label", "About this field")
    const tips = new Tips(this.head, "above")
    tips.attach(this.help, () => this.described.textContent ?? "")
    this.help.addEventListener("click", () => tips.show(this.help))
  }

  private show_head(): void {
    const { title, description, disabled, name } = this.model
    this.label.textContent = title
    this.head.hidden = title === "" && description === null
    this.help.hidden = description === null
    this.described.textContent = description
    this.control.disabled = disabled
    if (description === null) this.control.removeAttribute("aria-describedby")
    else this.control.setAttribute("aria-describedby", this.described.id)
    if (title === "") this.control.setAttribute("aria-label", name ?? this.otherwise())
    else this.control.removeAttribute("aria-label")
  }
}
