// The frame loop of one document: once per animation frame all changes reach the figures, shared ranges are fitted,
// and each figure paints what is no longer right. Nothing runs while nothing changes or the tab is hidden.
import type { Range } from "../generated/models"
import type { Changes, Document } from "../store/document"
import { RangeKeeper, type RangeUse } from "./auto_ranges"
import { Outbox } from "./outbox"

export interface StageView {
  /** Marks what the changes make stale; true if automatic ranges may move. */
  note(changes: Changes): boolean
  readonly range_uses: readonly RangeUse[]
  /** Paints what is stale. */
  commit(): void
}

const stages = new WeakMap<Document, Stage>()

export class Stage {
  readonly outbox: Outbox
  readonly ranges: RangeKeeper
  private readonly views = new Set<StageView>()
  private requested = false

  private constructor(document: Document) {
    this.outbox = new Outbox(document)
    this.ranges = new RangeKeeper(this.outbox)
    document.on_commit((changes) => this.committed(changes))
  }

  static of(document: Document): Stage {
    const stage = stages.get(document) ?? new Stage(document)
    stages.set(document, stage)
    return stage
  }

  add(view: StageView): void {
    this.views.add(view)
    this.fit(view.range_uses.map(({ range }) => range))
    this.request()
  }

  remove(view: StageView): void {
    this.views.delete(view)
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
    this.ranges.update([...this.views].flatMap((view) => view.range_uses.filter(({ range }) => wanted.has(range))))
  }

  private committed(changes: Changes): void {
    const moved = [...this.views].filter((view) => view.note(changes))
    this.fit(moved.flatMap((view) => view.range_uses.map(({ range }) => range)))
    this.paint()
  }

  private paint(): void {
    for (const view of this.views) view.commit()
  }
}
