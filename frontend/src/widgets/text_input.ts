import type { TextInput } from "../generated/models"
import { tell } from "../tools/events"
import { FieldView } from "./field"
import { element, type Page } from "./view"

/** The values that the field showed or sent last. */
interface Known {
  value: string
  value_input: string
}

export class TextInputView extends FieldView<TextInput, HTMLInputElement> {
  private readonly before = element("span", "ap-affix")
  private readonly known: Known
  private readonly after = element("span", "ap-affix")

  constructor(model: TextInput, private readonly page: Page) {
    super(model, element("input", "ap-control"), "ap-text-input")
    this.known = { value: model.value, value_input: model.value_input }
    this.control.type = "text"
    const box = element("div", "ap-control-box")
    box.append(this.before, this.control, this.after)
    this.el.append(box)
    this.control.addEventListener("input", () => this.write({ value_input: this.control.value }))
    this.control.addEventListener("change", () => this.commit())
    this.control.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.isComposing) this.submit() })
    this.control.value = model.value_input !== "" ? model.value_input : model.value
    this.show()
  }

  override update(fields: Set<string>): void {
    super.update(fields)
    this.take("value")
    this.take("value_input")
    this.show()
  }

  protected otherwise(): string {
    return this.model.placeholder || "Text"
  }

  private commit(): void {
    this.write({ value: this.control.value, value_input: this.control.value })
  }

  private write(values: Partial<Known>): void {
    Object.assign(this.known, values)
    this.model.setv(values)
  }

  /** Shows what the app set; what was typed here meanwhile is not overwritten by its own echo. */
  private take(field: keyof Known): void {
    if (this.model[field] === this.known[field]) return
    this.known[field] = this.control.value = this.model[field]
  }

  private submit(): void {
    this.commit()
    tell(this.page.document, this.model, "value_submit", { value: this.control.value })
  }

  private show(): void {
    const { placeholder, max_length, prefix, suffix } = this.model
    this.control.placeholder = placeholder
    if (max_length === null) this.control.removeAttribute("maxlength")
    else this.control.maxLength = max_length
    for (const [el, text] of [[this.before, prefix], [this.after, suffix]] as const) {
      el.textContent = text
      el.hidden = text === null || text === ""
    }
  }
}
