import type { Document } from "../store/document"
import type { Model } from "../store/model"
import type { View } from "../widgets/view"
import type { PageConfig } from "./config"
import type { Views } from "./views"

/** Where a page shows a document's roots. Kept in their order; a root that stays keeps its view. */
export class Roots {
  private readonly shown = new Map<Model, { view: View; place: HTMLElement; is_own: boolean }>()

  constructor(
    private readonly document: Document,
    private readonly views: Views,
    private readonly config: PageConfig,
    private readonly beside: Element,
  ) {}

  show(): void {
    const roots = this.document.roots().filter((root) => "visible" in root || this.document.modules.has(root.type))
    for (const [root, { view, place, is_own }] of this.shown) {
      if (roots.includes(root)) continue
      view.destroy()
      if (is_own) place.remove()
      this.shown.delete(root)
    }
    roots.forEach((root, index) => this.place_root(root, index))
    this.put_in_order(roots)
    this.take_theme()
  }

  /** Moves only what stands too early: an element that is moved loses the focus. */
  private put_in_order(roots: Model[]): void {
    const places = roots.map((root) => this.shown.get(root)!).filter(({ is_own }) => is_own).map(({ place }) => place)
    places.forEach((place, i) => {
      const last = places[i - 1]
      if (last !== undefined && last.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_PRECEDING) last.after(place)
    })
  }

  /** A theme colours the whole page where that is ours, elsewhere the places of its document. */
  private take_theme(): void {
    const { theme } = this.document
    const is_ours = document.body.classList.contains("asgiplots-page")
    const colored = is_ours ? [document.documentElement] : [...this.shown.values()].map(({ place }) => place)
    for (const { dataset } of colored) {
      if (theme === null) delete dataset.theme
      else dataset.theme = theme
    }
  }

  private place_root(root: Model, index: number): void {
    if (this.shown.has(root)) return
    const given = this.find_place(root, index)
    const place = given ?? this.make_place()
    place.classList.add("asgiplots")
    const view = this.views.build(root)
    place.append(view.el)
    place.classList.toggle("ap-fill", given === null && view.el.style.height === "100%")
    this.shown.set(root, { view, place, is_own: given === null })
  }

  /** The element that the page keeps for this root: by configuration, id, name or number. */
  private find_place(root: Model, index: number): HTMLElement | null {
    const by_id = this.config.places?.[root.id]
    if (by_id !== undefined) return document.getElementById(by_id)
    const quoted = (text: string) => CSS.escape(text)
    const by_root = `[data-root-id="${quoted(root.id)}"], [data-root="${index}"]`
    const by_name = root.name === null ? "" : `, [data-root="${quoted(root.name)}"]`
    return document.querySelector<HTMLElement>(by_root + by_name)
  }

  private make_place(): HTMLElement {
    const place = document.createElement("div")
    const rest = document.querySelector("[data-roots]")
    if (rest !== null) rest.append(place)
    else this.beside.before(place)
    return place
  }
}
