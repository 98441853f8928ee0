import type { Select } from "../generated/models"
import { same_value } from "../store/equal"
import { FieldView } from "./field"
import { element } from "./view"

type Option = string | readonly [unknown, string]
interface Choice { value: unknown; label: string }

const choice_of = (option: Option): Choice =>
  typeof option === "string" ? { value: option, label: option } : { value: option[0], label: option[1] }

export class SelectView extends FieldView<Select, HTMLSelectElement> {
  private choices: Choice[] = []

  constructor(model: Select) {
    super(model, element("select", "ap-control"), "ap-select")
    const box = element("div", "ap-control-box")
    box.append(this.control)
    this.el.append(box)
    this.control.addEventListener("change", () => this.choose())
    this.show_options()
  }

  override update(fields: Set<string>): void {
    super.update(fields)
    if (fields.has("options")) this.show_options()
    else if (fields.has("value")) this.show_value()
  }

  protected otherwise(): string {
    return "Choose"
  }

  private choose(): void {
    const choice = this.choices[this.control.selectedIndex]
    if (choice !== undefined) this.model.value = choice.value
  }

  private show_options(): void {
    const options = this.model.options as Option[] | Record<string, Option[]>
    this.choices = []
    this.control.replaceChildren(...Array.isArray(options)
      ? options.map((option) => this.option(option))
      : Object.entries(options).map(([label, members]) => this.group(label, members)))
    this.show_value()
  }

  private group(label: string, members: Option[]): HTMLOptGroupElement {
    const group = element("optgroup")
    group.label = label
    group.append(...members.map((option) => this.option(option)))
    return group
  }

  private option(option: Option): HTMLOptionElement {
    const choice = choice_of(option)
    this.choices.push(choice)
    return element("option", "", choice.label)
  }

  private show_value(): void {
    this.control.selectedIndex = this.choices.findIndex(({ value }) => same_value(value, this.model.value))
  }
}
