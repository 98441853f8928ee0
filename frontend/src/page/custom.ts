import type { LayoutDOM } from "../generated/models"
import type { Model } from "../store/model"
import type { Document } from "../store/document"
import { fit, Styling } from "../widgets/view"
import type { View } from "../widgets/view"
import { describe_error, failure_card } from "./cards"

/** What a custom model's module exports; asgiplots.d.ts documents it. */
interface CustomView {
  render(): unknown
  update?(changed: Set<string>): unknown
  destroy?(): unknown
}
type CustomClass = new (context: { model: Model; el: HTMLElement; document: Document }) => CustomView

const loaded = new Map<string, Promise<CustomClass>>()

/** Loads a module once; an error where it has no class to offer. */
function load_class(url: string): Promise<CustomClass> {
  let found = loaded.get(url)
  if (found === undefined) {
    found = import(url).then((module: { default?: unknown }) => {
      if (typeof module.default !== "function") throw new TypeError(`expected a class as the default export of ${file_of(url)}`)
      return module.default as CustomClass
    })
    loaded.set(url, found)
  }
  return found
}

/** The name of a module's file: addresses may be long, or hold the whole module. */
function file_of(url: string): string {
  return url.startsWith("data:") ? "its module" : new URL(url).pathname.replace(/^.*\//, "")
}

/** The place of a custom model: its class comes when its module is there; its errors stay in here. */
export class CustomModelView implements View {
  readonly el = document.createElement("div")
  private view: CustomView | null = null
  private gone = false
  private readonly styling = new Styling(this.el)

  constructor(private readonly model: Model, url: string) {
    this.el.className = "ap-custom"
    this.fit_box()
    load_class(url).then((of_class) => this.start(of_class)).catch((error: unknown) => this.fail(error))
  }

  update(fields: Set<string>): void {
    this.fit_box()
    this.attempt(() => this.view?.update?.(fields))
  }

  destroy(): void {
    this.gone = true
    this.attempt(() => this.view?.destroy?.())
    this.el.remove()
  }

  private start(of_class: CustomClass): unknown {
    if (this.gone) return undefined
    const { model, el } = this
    this.view = new of_class({ model, el, document: model.document as Document })
    return this.view.render()
  }

  private fit_box(): void {
    if (!this.model.has("sizing_mode")) return
    fit(this.el, this.model as unknown as LayoutDOM)
    this.styling.apply(this.model as unknown as LayoutDOM)
  }

  /** A promise that fails counts as an error too. */
  private attempt(run: () => unknown): void {
    try {
      Promise.resolve(run()).catch((error: unknown) => this.fail(error))
    } catch (error) {
      this.fail(error)
    }
  }

  private fail(error: unknown): void {
    console.error(error)
    const [title, detail] = describe_error(error)
    this.view = null
    this.el.replaceChildren(failure_card(`${this.model.type}: ${title}`, detail))
  }
}
