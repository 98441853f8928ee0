import type { Column, FlexBox, LayoutDOM, Row, Spacer } from "../generated/models"
import { BoxView, fit, put_into, type Page, type View } from "./view"

/** A row or a column: keeps the views of children that stay, in the order of `children`. */
export class FlexView extends BoxView<FlexBox> {
  private readonly views = new Map<LayoutDOM, View>()

  constructor(model: Row | Column, private readonly page: Page, private readonly direction: "row" | "column") {
    super(model, `ap-flex ap-${direction}`)
    this.show_children()
  }

  override update(fields: Set<string>): void {
    super.update(fields)
    if (fields.has("children")) this.show_children()
    if (fields.has("spacing")) this.el.style.gap = `${this.model.spacing}px`
  }

  override destroy(): void {
    for (const view of this.views.values()) view.destroy()
    super.destroy()
  }

  private show_children(): void {
    const children = this.model.children as LayoutDOM[]
    for (const [child, view] of this.views) {
      if (children.includes(child)) continue
      view.destroy()
      this.views.delete(child)
    }
    children.forEach((child, i) => this.place(this.view_of(child), i))
    this.el.style.gap = `${this.model.spacing}px`
  }

  private view_of(child: LayoutDOM): View {
    let view = this.views.get(child)
    if (view === undefined) {
      put_into(child, this.model)
      view = this.page.build(child)
      view.el.dataset.parent = this.direction
      if ("width" in child) fit(view.el, child)
      this.views.set(child, view)
    }
    return view
  }

  private place({ el }: View, i: number): void {
    if (this.el.children[i] !== el) this.el.insertBefore(el, this.el.children[i] ?? null)
  }
}

export class SpacerView extends BoxView<Spacer> {
  constructor(model: Spacer) {
    super(model, "ap-spacer")
  }
}
