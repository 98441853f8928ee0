import { SLOW_MS } from "../generated/messages"

/** The server is told at most once in so many ms, and as often by a slow page. */
const PERIOD = 1000

/**
 * Tells the server how the page keeps up, so that it makes no more frames than are seen: the mean time from one
 * painted frame to the next when that has changed by a quarter, and whether the page is hidden.
 */
export class Pace {
  /** When the commit began whose time is taken, 0 for none. */
  private began = 0
  private spent = 0
  private frames = 0
  private last = 0
  /** What the server knows, 0 for nothing. */
  private told = 0

  constructor(private readonly tell: (ms: number, hidden: boolean) => void) {
    document.addEventListener("visibilitychange", () => {
      // The next animation frame comes when the page is shown again.
      this.began &&= performance.now()
      this.say()
    })
  }

  /** A commit begins: it is painted, and all that waits is applied, when the next frame begins. */
  begin(): void {
    if (this.began !== 0) return
    this.began = performance.now()
    requestAnimationFrame(() => this.end())
  }

  /** The server knows nothing: a page that is seen speaks after its next frames. */
  restate(): void {
    this.told = 0
    if (document.hidden) this.say()
  }

  private end(): void {
    const now = performance.now()
    this.spent += now - this.began
    this.frames++
    this.began = 0
    if (now - this.last < PERIOD) return
    const ms = Math.round(this.spent / this.frames)
    this.last = now
    this.spent = this.frames = 0
    if (ms < SLOW_MS && Math.abs(ms - this.told) <= this.told / 4) return
    this.told = ms
    this.say()
  }

  private say(): void {
    this.tell(this.told, document.hidden)
  }
}
