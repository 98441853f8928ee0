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

let [plots, step, turn] = [[], () => {}, 0]

/** Works that are done with a plain line. */
const PLAIN = ["empty", "rolling", "pan", "small", "drag line"]

/** Makes the charts of the work `name`, empty; throws where one of them is out of sight. */
window.make = async (name, alpha = 1) => {
  const [count, size] = name === "small" ? [20, [200, 150]] : name === "empty" ? [0] : [1, [800, 400]]
  const kind = name.includes("scatter") ? "scatter" : PLAIN.includes(name) ? "line" : name
  for (let i = 0; i < count; i++) plots.push(await adapter(size, kind, alpha, i))
  await frame()
  const { scrollWidth: width, scrollHeight: height } = document.documentElement
  if (width > innerWidth || height > innerHeight) throw new Error(`expected all charts in sight, got a page of ${width} x ${height}`)
  await frame()
}

/** Reads a pixel of a copy of each canvas, so that all that was asked for is really drawn. */
const scratch = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
const finish = () => {
  for (const canvas of document.querySelectorAll("canvas")) if (canvas.width > 0) scratch.drawImage(canvas, 0, 0, 1, 1)
  scratch.getImageData(0, 0, 1, 1)
}

/** Milliseconds from the call of `fill` to the end of the last drawing, after which all is still for `quiet` ms. */
const settled = async (fill, quiet = 400) => {
  await frame()
  window.drawn = false
  const start = performance.now()
  await fill()
  let [last, seen] = [performance.now(), false]
  while (!seen || performance.now() - last < quiet) {
    await frame()
    if (!window.drawn) continue
    window.drawn = false
    seen = true
    finish()
    last = performance.now()
  }
  return last - start
}

/** Gives the charts `count` rows and lets the work run in; milliseconds until the picture was whole. */
window.begin = async (name, count) => {
  const { columns, next } = WORK[name](count)
  const ms = columns.length === 0 ? 0 : await settled(() => Promise.all(plots.map((plot, i) => plot.set(...columns[i]))))
  columns.length = 0 // what a library keeps of them is its own
  step = next
  for (const run_in = performance.now(); turn < 10 && performance.now() - run_in < 2000; turn++) {
    step(turn)
    await frame()
  }
  return ms
}

/** Calls the step each frame for so long (a slow one at least thrice): painted frames a second, their p99 gap in ms.
 *  Times are those of the frames, not of the calls. */
window.timed = async (seconds) => {
  window.drawn = false
  const gaps = []
  const begin = await frame()
  let last = begin
  for (; last - begin < seconds * 1000 || (gaps.length < 3 && last - begin < 15_000); turn++) {
    step(turn)
    const now = await frame()
    if (window.drawn) {
      gaps.push(now - last)
      last = now
    } else if (now - last > 15_000) break
    window.drawn = false
  }
  const sorted = gaps.toSorted((a, b) => a - b)
  return { fps: (1000 * gaps.length) / Math.max(last - begin, 1), p99: sorted[Math.floor(sorted.length * 0.99)] ?? NaN }
}

const extent = (values) => values.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity, -Infinity])

const swing = ([low, high], i) => {
  const shift = (high - low) * 0.2 * Math.sin(i / 30)
  return [low + shift, high + shift]
}

const zoom = ([low, high], i) => {
  const more = (high - low) * 0.1 * Math.sin(i / 30)
  return [low - more, high + more]
}

/** A cloud with a number from 2 to 8 for each point, of which only a full picture can be painted. */
const zoomed = (count) => ({
  columns: [[...cloud(count), Float64Array.from({ length: count }, () => 2 + 6 * random())]],
  next: (i) => plots[0].pan(zoom([-4, 4], i), zoom([-4, 4], i)),
})

/** What each work gives to its charts at first, and what it does in each frame. */
const WORK = {
  empty: () => ({ columns: [], next: () => (window.drawn = true) }),
  rolling(count) {
    const walk = new Walk()
    return { columns: [walk.next(count)], next: () => plots[0].append(...walk.next(100), count) }
  },
  pan: (count) => ({ columns: [new Walk().next(count)], next: (i) => plots[0].pan(swing([0, count], i)) }),
  dashed: (count) => WORK.pan(count),
  tangled(count) {
    const [x, y] = [new Walk().next(count)[1], new Walk().next(count)[1]]
    const [across, up] = [extent(x), extent(y)]
    return { columns: [[x, y]], next: (i) => plots[0].pan(swing(across, i), swing(up, i + 20)) }
  },
  scatter: (count) => ({ columns: [cloud(count)], next: (i) => plots[0].pan(swing([-4, 4], i), swing([-4, 4], i + 20)) }),
  mapped: zoomed, outlined: zoomed, sized: zoomed, boxes: zoomed,
  bars: (count) => ({ columns: [new Walk().next(count)], next: (i) => plots[0].pan(zoom([0, count], i)) }),
  small(count) {
    const walks = Array.from({ length: 20 }, () => new Walk())
    let sent
    const next = () => {
      const due = Math.max(Math.round(performance.now() - (sent ??= performance.now() - 16)), 1)
      sent += due
      plots.forEach((plot, i) => plot.append(...walks[i].next(due), count))
    }
    return { columns: walks.map((walk) => walk.next(count)), next }
  },
  // Somebody else moves these, with the mouse.
  "drag line": (count) => ({ columns: [new Walk().next(count)], next: () => {} }),
  "drag scatter": (count) => ({ columns: [cloud(count)], next: () => {} }),
}
