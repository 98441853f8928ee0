// The frame loop of one document: once per animation frame all changes reach the figures, shared ranges are fitted,
// frames are lined up, and each figure in sight paints what is no longer right. Nothing runs while nothing changes or
// the tab is hidden.
import type { Range } from "../generated/models"
import { aligned, type FramePlace } from "../layout/align"
import type { Insets } from "../layout/figure_layout"
import type { Changes, Document } from "../store/document"
import { RangeKeeper, type RangeUse } from "./auto_ranges"
import { Outbox } from "./outbox"

export interface StageView {
  readonly el: HTMLElement
  readonly range_uses: readonly RangeUse[]
  /** Marks what the changes make stale; true if automatic ranges may move. */
  note(changes: Changes): boolean
  /** Looks at the size of the element. */
  measure(): void
  /** Lays out if that is stale; true if the borders that the figure needs may have changed. */
  prepare(): boolean
  /** Null while there is nothing to line up. */
  frame_place(): FramePlace | null
  /** Takes borders that its neighbours need too. */
  take_insets(insets: Insets): void
  /** Paints what is stale. */
  paint(): void
}

/** How far beyond the window a figure counts as in sight: it is right when it is scrolled to. */
const AROUND = "50%"

const stages = new WeakMap<Document, Stage>()

export class Stage {
  readonly outbox: Outbox
  readonly ranges: RangeKeeper
  private readonly views = new Map<Element, StageView>()
  private readonly observer = new ResizeObserver((entries) => this.resized(entries.map(({ target }) => target)))
  private readonly sight = new IntersectionObserver((entries) => this.looked(entries), { rootMargin: AROUND })
  private readonly unseen = new Set<Element>()
  private requested = false
  private readonly fresh: Element[] = []

  private constructor(document: Document) {
    this.outbox = new Outbox(document)
    this.ranges = new RangeKeeper(this.outbox)
    document.on_commit((changes) => this.committed(changes))
    window.addEventListener("resize", () => this.resized(this.views.keys()))
    window.addEventListener("beforeprint", () => this.seen(this.views.keys()))
  }

  static of(document: Document): Stage {
    const stage = stages.get(document) ?? new Stage(document)
    stages.set(document, stage)
    return stage
  }

  add(view: StageView): void {
    this.views.set(view.el, view)
    this.observer.observe(view.el)
    this.sight.observe(view.el)
    this.fit(view.range_uses.map(({ range }) => range))
    if (this.fresh.push(view.el) === 1) queueMicrotask(() => this.look_at_fresh())
  }

  /** Figures that have just come are painted in the task that brought them: the observer would have them wait for a frame. */
  private look_at_fresh(): void {
    const fresh = this.fresh.splice(0)
    if (!document.hidden) this.resized(fresh)
  }

  remove(view: StageView): void {
    this.views.delete(view.el)
    this.observer.unobserve(view.el)
    this.sight.unobserve(view.el)
    this.unseen.delete(view.el)
  }

  /** Has every figure paint what is stale, with the next frame. */
  request(): void {
    if (this.requested) return
    this.requested = true
    requestAnimationFrame(() => {
      this.requested = false
      this.paint()
    })
  }

  /** Fits these ranges to all that they show, in whatever figure. */
  fit(ranges: Iterable<Range>): void {
    const wanted = new Set(ranges)
    this.ranges.update([...this.views.values()].flatMap((view) => view.range_uses.filter(({ range }) => wanted.has(range))))
  }

  private committed(changes: Changes): void {
    const moved = [...this.views.values()].filter((view) => view.note(changes))
    this.fit(moved.flatMap((view) => view.range_uses.map(({ range }) => range)))
    this.paint()
  }

  /** Paints at once: the observer runs just before the browser paints, so that no stretched figure is seen. */
  private resized(elements: Iterable<Element>): void {
    for (const element of elements) this.views.get(element)?.measure()
    this.paint()
  }

  private looked(entries: readonly IntersectionObserverEntry[]): void {
    const inside = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target)
    for (const { isIntersecting, target } of entries) if (!isIntersecting) this.unseen.add(target)
    if (inside.some((element) => this.unseen.has(element))) this.seen(inside)
  }

  private seen(elements: Iterable<Element>): void {
    for (const element of elements) this.unseen.delete(element)
    this.paint()
  }

  private paint(): void {
    const views = [...this.views.values()]
    const laid_out = views.map((view) => view.prepare())
    if (views.length > 1 && laid_out.includes(true)) this.line_up(views)
    for (const view of views) if (!this.unseen.has(view.el)) view.paint()
  }

  private line_up(views: readonly StageView[]): void {
    const placed = views.flatMap((view) => {
      const place = view.frame_place()
      return place === null ? [] : [{ view, place }]
    })
    const insets = aligned(placed.map(({ place }) => place))
    placed.forEach(({ view }, i) => {
      view.take_insets(insets[i])
      view.prepare()
    })
  }
}
