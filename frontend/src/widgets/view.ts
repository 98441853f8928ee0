/** What a model looks like on the page, and the page as its views know it. */
import type { LayoutDOM, ModelBase } from "../generated/models"
import { sizing, type Parent, type Sizable } from "../layout/sizing"
import type { Document } from "../store/document"
import type { Model } from "../store/model"

export interface View {
  readonly el: HTMLElement
  /** Fields of the view's model changed, at most once per animation frame. */
  update(fields: Set<string>): void
  destroy(): void
}

export interface Page {
  readonly document: Document
  /** The view of a model; the page tells it of changes until it is destroyed. */
  build(model: ModelBase): View
}

export const BOX_FIELDS = [
  "width", "height", "min_width", "min_height", "max_width", "max_height", "margin", "width_policy", "height_policy",
  "aspect_ratio", "sizing_mode", "align", "visible", "css_classes", "styles", "html_id", "html_attributes", "stylesheets",
] as const

const containers = new WeakMap<LayoutDOM, LayoutDOM>()

/** Says whose child a model is; before its view is built, because a child may inherit its sizing mode. */
export function put_into(child: LayoutDOM, container: LayoutDOM): void {
  containers.set(child, container)
}

function mode_of(model: LayoutDOM): Sizable["sizing_mode"] {
  const container = containers.get(model)
  return model.sizing_mode !== "inherit" ? model.sizing_mode : container === undefined ? null : mode_of(container)
}

/** The sizing of a model, with the mode of its container where it inherits it; sizes of its own then stay. */
function sizing_of(model: LayoutDOM): Sizable {
  if (model.sizing_mode !== "inherit") return model
  const fields = Object.fromEntries(BOX_FIELDS.map((name) => [name, model[name]])) as unknown as Sizable
  const policy = (side: "width" | "height"): Sizable["width_policy"] =>
    fields[`${side}_policy`] === "auto" && (model as unknown as Model).has(side) ? "fixed" : fields[`${side}_policy`]
  return { ...fields, sizing_mode: mode_of(model), width_policy: policy("width"), height_policy: policy("height") }
}

/** Sizes an element by its model, for the container that it stands in. */
export function fit(el: HTMLElement, model: LayoutDOM, parent: Parent = (el.dataset.parent as Parent | undefined) ?? "root"): void {
  el.dataset.parent = parent
  for (const [name, value] of Object.entries(sizing(sizing_of(model), parent))) {
    if (value === "") el.style.removeProperty(name)
    else el.style.setProperty(name, value)
  }
}

let made = 0

/** An id for the page's own use: labels name their controls by it. */
export const fresh_id = (): string => `ap-${++made}`

const css_name = (name: string): string => name.replaceAll("_", "-").replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)

/** Puts the app's own classes, styles and attributes on an element, and takes back what it no longer wants. */
export class Styling {
  private classes: string[] = []
  private styles: string[] = []
  private attributes: string[] = []
  private readonly sheet = document.createElement("style")

  constructor(private readonly el: HTMLElement) {}

  apply({ css_classes, styles, html_id, html_attributes, stylesheets, visible }: LayoutDOM): void {
    const { el } = this
    el.hidden = !visible
    el.classList.remove(...this.classes)
    el.classList.add(...css_classes)
    for (const name of this.styles) el.style.removeProperty(name)
    for (const [name, value] of Object.entries(styles)) if (value !== null) el.style.setProperty(css_name(name), String(value))
    for (const name of this.attributes) el.removeAttribute(name)
    for (const [name, value] of Object.entries(html_attributes)) if (!/^on/i.test(name)) el.setAttribute(name, value)
    if (html_id !== null) el.id = html_id
    this.apply_sheets(stylesheets)
    this.classes = [...css_classes]
    this.styles = Object.keys(styles).map(css_name)
    this.attributes = Object.keys(html_attributes)
  }

  /** Rules hold inside the element only. */
  private apply_sheets(sheets: readonly string[]): void {
    if (sheets.length === 0) return this.sheet.remove()
    this.el.dataset.sheet ??= fresh_id()
    const rules = sheets.map((css) => css.replaceAll(/:host(\(([^)]*)\))?/g, "&$2")).join("\n")
    this.sheet.textContent = `[data-sheet="${this.el.dataset.sheet}"] {\n${rules}\n}`
    if (this.sheet.parentElement !== this.el) this.el.append(this.sheet)
  }
}

/** Element, box and styling of a view; a kind adds its contents. */
export abstract class BoxView<M extends LayoutDOM> implements View {
  readonly el = document.createElement("div")
  private readonly styling = new Styling(this.el)

  constructor(readonly model: M, class_name: string) {
    this.el.className = class_name
    this.restyle()
  }

  update(fields: Set<string>): void {
    if (BOX_FIELDS.some((name) => fields.has(name))) this.restyle()
  }

  destroy(): void {
    this.el.remove()
  }

  private restyle(): void {
    fit(this.el, this.model)
    this.styling.apply(this.model)
  }
}

export function element<K extends keyof HTMLElementTagNameMap>(name: K, class_name = "", text: string | null = null): HTMLElementTagNameMap[K] {
  const el = document.createElement(name)
  if (class_name !== "") el.className = class_name
  if (text !== null) el.textContent = text
  return el
}
