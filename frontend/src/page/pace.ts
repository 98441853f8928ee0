import { SLOW_MS } from "../generated/messages"

/** The server is told at most once in so many ms, by a slow page as often, and of no fewer frames than FEWEST. */
const PERIOD = 1000
const FEWEST = 3

/**
 * Tells the server how the page keeps up, so that it makes no more frames than are seen: the usual time
 * from one painted frame to the next when that has changed by a quarter, and whether the page is hidden.
 */
export class Pace {
  /** When the commit began whose time is taken, 0 for none. */
  private began = 0
  private times: number[] = []
  /** When the last period ended; how the page paints while it is being built says little. */
  private last = performance.now()
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
    this.times.push(now - this.began)
    this.began = 0
    if (now - this.last < PERIOD || this.times.length < FEWEST) return
    // The median: a page that was held up once is not slow.
    const ms = Math.round(this.times.sort((a, b) => a - b)[this.times.length >> 1])
    this.last = now
    this.times = []
    if (ms < SLOW_MS && Math.abs(ms - this.told) <= this.told / 4) return
    this.told = ms
    this.say()
  }

  private say(): void {
    this.tell(this.told, document.hidden)
  }
}
