import type { ModelBase } from "../generated/models"
import type { Changes, Document } from "../store/document"
import type { Model } from "../store/model"
import { fetch_for } from "../store/parts"
import { BOX_FIELDS, type Page, type View } from "../widgets/view"
import { describe_error, failure_card } from "./cards"
import { CustomModelView } from "./custom"

/** Kind → how its view is made. */
export type Builders = Record<string, ((model: never, page: Page) => View) | undefined>

/** Says in a view's place why there is none. */
class FailedView implements View {
  readonly el: HTMLElement

  constructor(error: unknown) {
    console.error(error)
    this.el = failure_card(...describe_error(error))
  }

  update(): void {}

  destroy(): void {
    this.el.remove()
  }
}

/** Keeps the place of a view whose code is on its way. */
class LateView implements View {
  private readonly place = document.createElement("div")
  private view: View | null = null
  private gone = false

  constructor(coming: Promise<unknown>, make: () => View) {
    void coming.then(() => {
      if (!this.gone) this.take_place(this.view = make())
    })
  }

  get el(): HTMLElement {
    return this.view?.el ?? this.place
  }

  /** Where the view stands decides its size. */
  private take_place(view: View): void {
    const { parent } = this.place.dataset
    if (parent !== undefined) view.el.dataset.parent = parent
    view.update(new Set(BOX_FIELDS))
    this.place.replaceWith(view.el)
  }

  update(fields: Set<string>): void {
    this.view?.update(fields)
  }

  destroy(): void {
    this.gone = true
    this.view?.destroy()
    this.el.remove()
  }
}

/** The views of one document: built on demand, told of their models' changes, each failure kept to its place. */
export class Views implements Page {
  private readonly views = new Map<Model, Set<View>>()

  /** `base` is the address that those of custom models' modules are relative to. */
  constructor(readonly document: Document, private readonly builders: Builders, private readonly base: string) {}

  build(base: ModelBase): View {
    const model = base as Model
    const view = this.make(model)
    const known = this.views.get(model)
    if (known === undefined) this.views.set(model, new Set([view]))
    else known.add(view)
    const destroy = view.destroy.bind(view)
    view.destroy = () => {
      this.forget(model, view)
      destroy()
    }
    return view
  }

  /** Tells the views of changed models. */
  commit(changes: Changes): void {
    for (const [model, fields] of changes) {
      for (const view of [...(this.views.get(model) ?? [])]) this.update(view, fields)
    }
  }

  private make(model: Model): View {
    try {
      const url = this.document.modules.get(model.type)
      if (url !== undefined) return new CustomModelView(model, new URL(url, this.base).href)
      const coming = fetch_for([model.type])
      if (coming !== null) return new LateView(coming, () => this.make(model))
      const builder = this.builders[model.type]
      if (builder === undefined) throw new TypeError(`expected a model that can be shown, got ${model.type} ${model.id}`)
      return builder(model as never, this)
    } catch (error) {
      return new FailedView(error)
    }
  }

  private update(view: View, fields: Set<string>): void {
    try {
      view.update(fields)
    } catch (error) {
      console.error(error)
    }
  }

  private forget(model: Model, view: View): void {
    const known = this.views.get(model)
    known?.delete(view)
    if (known?.size === 0) this.views.delete(model)
  }
}
