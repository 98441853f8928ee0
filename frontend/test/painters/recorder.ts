/** A canvas context that remembers what was done to it, in order. */

export type Call = [name: string, ...args: unknown[]]

export interface Recorder {
  readonly ctx: CanvasRenderingContext2D
  readonly calls: Call[]
  /** Arguments of every call of this name. */
  of(name: string): unknown[][]
}

export function recorder(ratio = 1): Recorder {
  const calls: Call[] = []
  const state: Record<string, unknown> = {
    getTransform: () => ({ a: ratio, b: 0, c: 0, d: ratio }),
    // Every character is half as wide as the font is high.
    measureText: (text: string) => ({ width: (text.length * parseFloat(/([\d.]+)px/.exec(String(state.font ?? "10px"))![1])) / 2 }),
  }
  const ctx = new Proxy(state, {
    get: (known, name: string) => known[name] ?? ((...args: unknown[]) => void calls.push([name, ...args])),
    set(known, name: string, value) {
      known[name] = value
      calls.push([`${name}=`, value])
      return true
    },
  })
  return { ctx: ctx as unknown as CanvasRenderingContext2D, calls, of: (name) => calls.filter(([called]) => called === name).map(([, ...args]) => args) }
}

/** Has every canvas of the page draw into recorders, newest last; returns them by canvas. */
export function record_canvases(): Map<HTMLCanvasElement, Recorder> {
  const made = new Map<HTMLCanvasElement, Recorder>()
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement) {
    const known = made.get(this) ?? recorder()
    made.set(this, known)
    return known.ctx
  } as never
  return made
}

