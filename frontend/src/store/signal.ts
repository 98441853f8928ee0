import type { Signal as SignalFace } from "../generated/models"

/** Listeners, told one after the other; one that throws is reported and does not stop the rest. */
export class Signal<Args extends unknown[] = []> implements SignalFace {
  private readonly listeners = new Set<(...args: Args) => void>()

  get empty(): boolean {
    return this.listeners.size === 0
  }

  /** Adds a listener; the returned function takes it away. */
  connect(listener: (...args: Args) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  disconnect(listener: (...args: Args) => void): void {
    this.listeners.delete(listener)
  }

  emit(...args: Args): void {
    for (const listener of [...this.listeners]) {
      try {
        listener(...args)
      } catch (error) {
        console.error(error)
      }
    }
  }
}
