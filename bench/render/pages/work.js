// The same work for every library. A frame counts only if something was drawn since the one before: calls that put
// ink on a canvas, WebGL draws, and paths of an SVG are watched.
{
  const ink = [
    [CanvasRenderingContext2D, ["stroke", "fill", "fillRect", "drawImage", "putImageData"]],
    [WebGLRenderingContext, ["drawArrays", "drawElements"]],
    [WebGL2RenderingContext, ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]],
  ]
  window.drawn = false
  const watch = (kind, name, counts = () => true) => {
    const plain = kind.prototype[name]
    if (plain === undefined) return
    kind.prototype[name] = function (...args) {
      if (counts(args)) window.drawn = true
      return plain.apply(this, args)
    }
  }
  for (const [kind, names] of ink) for (const name of names) watch(kind, name)
  watch(Element, "setAttribute", ([name]) => name === "d")
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
let seed = 7
const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32

class Walk {
  at = 0
  level = 0
  next(count) {
    const x = Float64Array.from({ length: count }, () => this.at++)
    const y = Float64Array.from({ length: count }, () => (this.level += random() - 0.5))
    return [x, y]
  }
}

const cloud = (count) => {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const x = Float64Array.from({ length: count }, normal)
  const y = Float64Array.from({ length: count }, normal)
  return window.prepare === undefined ? [x, y] : window.prepare(x, y)
}

let step = () => {}
let turn = 0

/** Sets up `name` with `count` rows and lets it run in; milliseconds until the first picture was painted. */
window.begin = async (name, count, ...rest) => {
  const start = performance.now()
  step = await WORK[name](count, ...rest)
  await frame()
  await frame()
  const ms = performance.now() - start - made_rows
  for (const run_in = performance.now(); turn < 10 && performance.now() - run_in < 2000; turn++) {
    step(turn)
    await frame()
  }
  return ms
}

/** Calls the step each frame for so long (a slow one at least thrice): painted frames a second, their p99 gap in ms. */
window.timed = async (seconds) => {
  window.drawn = false
  const gaps = []
  const begin = performance.now()
  let last = begin
  for (; last - begin < seconds * 1000 || (gaps.length < 3 && last - begin < 15_000); turn++) {
    step(turn)
    await frame()
    const now = performance.now()
    if (window.drawn) {
      gaps.push(now - last)
      last = now
    } else if (now - last > 15_000) break
    window.drawn = false
  }
  const sorted = gaps.toSorted((a, b) => a - b)
  return { fps: (1000 * gaps.length) / Math.max(last - begin, 1), p99: sorted[Math.floor(sorted.length * 0.99)] ?? NaN }
}

/** Making the rows is not the libraries' time. */
let made_rows = 0
const rows = (make) => {
  const start = performance.now()
  const made = make()
  made_rows = performance.now() - start
  return made
}

const swing = ([low, high], i) => {
  const shift = (high - low) * 0.2 * Math.sin(i / 30)
  return [low + shift, high + shift]
}

const WORK = {
  empty: async () => () => (window.drawn = true),
  async rolling(count) {
    const walk = new Walk()
    const made = await adapter.line(...rows(() => walk.next(count)))
    return () => made.append(...walk.next(100), count)
  },
  async pan(count) {
    const made = await adapter.line(...rows(() => new Walk().next(count)))
    return (i) => made.pan(swing([0, count], i))
  },
  async scatter(count, alpha = 1) {
    const made = await adapter.scatter(...rows(() => cloud(count)), alpha)
    return (i) => made.pan(swing([-4, 4], i), swing([-4, 4], i + 20))
  },
  async small(count) {
    const walks = Array.from({ length: 20 }, () => new Walk())
    const made = await adapter.small(rows(() => walks.map((walk) => walk.next(count))))
    let sent = performance.now()
    return () => {
      const due = Math.max(Math.round(performance.now() - sent), 1)
      sent += due
      made.forEach((one, i) => one.append(...walks[i].next(due), count))
    }
  },
}
