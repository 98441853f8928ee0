// Parts of painters that few pictures need: they are fetched when the first one does.
import type { ModelBase } from "../generated/models"
import type { Model } from "../store/model"

export class Late<T> {
  private part: T | null = null
  private coming: Promise<void> | null = null
  /** True once it is known that the part will not come. */
  is_lost = false
  /** Glyphs that are painted again once the part is here. */
  private readonly waiting = new Set<Model>()

  constructor(private readonly fetch: () => Promise<T>) {}

  /** The part; null while it is on its way: then the glyph changes when it is here. */
  get(glyph: ModelBase): T | null {
    if (this.part !== null) return this.part
    this.waiting.add(glyph as unknown as Model)
    void this.load()
    return null
  }

  load(): Promise<void> {
    return (this.coming ??= this.fetch().then((part) => void (this.part = part), (error: unknown) => {
      this.is_lost = true
      console.error("expected a part of a painter, which did not come:", error)
    }).then(() => {
      for (const glyph of this.waiting) glyph.tell("painter")
      this.waiting.clear()
    }))
  }
}
