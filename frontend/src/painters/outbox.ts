// Fields that the picture itself works out (ends of ranges, sizes): written here at once, sent to the server together
// when they have settled, so that a stream of data does not become a stream of messages.
import type { ModelBase } from "../generated/models"
import type { Document } from "../store/document"
import type { Model } from "../store/model"

/** Quiet time before a send, and the longest wait while values keep changing, ms. */
const SETTLED = 300
const LONGEST_WAIT = 2000

export class Outbox {
  private readonly waiting = new Map<Model, Set<string>>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private since = 0

  constructor(private readonly document: Document) {}

  /** Sets fields without sending them yet; listeners hear it. */
  put(model: ModelBase, values: Readonly<Record<string, unknown>>): void {
    const own = model as unknown as Model
    const changed = Object.keys(values).filter((field) => own.put(field, values[field]))
    if (changed.length === 0) return
    for (const field of changed) own.tell(field)
    this.send_later(own, changed)
  }

  private send_later(model: Model, fields: readonly string[]): void {
    const now = Date.now()
    if (this.waiting.size === 0) this.since = now
    const known = this.waiting.get(model) ?? new Set()
    for (const field of fields) known.add(field)
    this.waiting.set(model, known)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.send(), Math.max(0, Math.min(SETTLED, this.since + LONGEST_WAIT - now)))
  }

  private send(): void {
    const entries = [...this.waiting]
    this.waiting.clear()
    for (const [model, fields] of entries) for (const field of fields) this.document.note_local(model, field)
  }
}
