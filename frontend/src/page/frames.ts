import type { Frame } from "../protocol/frame"
import { fetch_for } from "../store/parts"

/** Frames in their order; one that names kinds whose code is not here waits for it. */
export class Frames {
  private readonly waiting: Frame[] = []

  constructor(private readonly apply: (frame: Frame) => void) {}

  take(frame: Frame): void {
    if (this.waiting.push(frame) === 1) this.go_on()
  }

  private go_on(): void {
    for (let frame = this.waiting[0]; frame !== undefined; frame = this.waiting[0]) {
      const coming = fetch_for(kinds_in(frame))
      if (coming !== null) return void coming.then(() => this.go_on())
      this.waiting.shift()
      this.apply(frame)
    }
  }
}

type Named = readonly [id: string, kind: string, ...rest: unknown[]]

/** The kinds of models that a frame brings. */
function* kinds_in({ kind, head }: Frame): Iterable<string> {
  if (kind === "snapshot") for (const [, name] of (head as { models: Named[] }).models) yield name
  if (kind !== "patch") return
  for (const [operation, models] of head as [string, Named[]][]) {
    if (operation === "add") for (const [, name] of models) yield name
  }
}
