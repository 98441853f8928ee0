import type { Slider } from "../generated/models"
import { numeral } from "../scales/format"
import { format } from "../scales/tick_format"
import { BoxView, element, fresh_id } from "./view"

const SHIPPED_BAR = "#e6e6e6"
/** Meant for a slider that lies; one that stands is as wide as its title. */
const SHIPPED_WIDTH = 300

export class SliderView extends BoxView<Slider> {
  private readonly label = element("label", "ap-label")
  private readonly output = element("output", "ap-value")
  private readonly head = element("div", "ap-head")
  private readonly bubble = element("output", "ap-bubble")
  private readonly input = element("input", "ap-range")

  constructor(model: Slider) {
    super(model, "ap-widget ap-slider")
    this.input.type = "range"
    this.input.id = fresh_id()
    this.label.htmlFor = this.input.id
    this.output.setAttribute("aria-hidden", "true")
    this.bubble.setAttribute("aria-hidden", "true")
    this.head.append(this.label, this.output)
    const track = element("div", "ap-track")
    track.append(this.input, this.bubble)
    this.el.append(this.head, track)
    this.input.addEventListener("input", () => { this.model.value = this.input.valueAsNumber })
    this.input.addEventListener("input", () => this.show_value())
    this.input.addEventListener("change", () => { this.model.setv({ value: this.input.valueAsNumber, value_throttled: this.input.valueAsNumber }) })
    this.show()
  }

  override update(fields: Set<string>): void {
    super.update(fields)
    this.show()
  }

  private show(): void {
    const { input, model, el } = this
    const { title, show_value, start, end, step, orientation, direction, disabled, tooltips, bar_color, name } = model
    Object.assign(input, { min: String(start), max: String(end), step: String(step), disabled })
    input.dir = direction
    el.classList.toggle("ap-vertical", orientation === "vertical")
    input.setAttribute("aria-orientation", orientation)
    this.label.textContent = title
    this.output.hidden = !show_value
    this.head.hidden = !show_value && (title ?? "") === ""
    this.bubble.hidden = show_value || !tooltips
    if ((title ?? "") === "") input.setAttribute("aria-label", name ?? "Slider")
    else input.removeAttribute("aria-label")
    if (bar_color === SHIPPED_BAR) el.style.removeProperty("--ap-bar")
    else el.style.setProperty("--ap-bar", bar_color)
    if (input.valueAsNumber !== model.value) input.value = String(model.value)
    el.classList.toggle("ap-slim", orientation === "vertical" && model.width === SHIPPED_WIDTH)
    this.show_value()
  }

  private show_value(): void {
    const { start, end, value } = this.model
    const text = this.text(value)
    this.output.textContent = this.bubble.textContent = text
    this.input.setAttribute("aria-valuetext", text)
    // The thumb keeps to whole steps, and the filled part of the track to the thumb.
    const at = this.input.valueAsNumber
    const share = end > start ? Math.max(0, Math.min(1, (at - start) / (end - start))) : 0
    this.el.style.setProperty("--ap-share", share.toFixed(4))
  }

  private text(value: number): string {
    const pattern = this.model.format
    return typeof pattern === "string" ? numeral(value, pattern) : format(pattern, [value])[0]
  }
}
