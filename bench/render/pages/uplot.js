// Two ways to stream: as its own demo does, plain arrays of which a slice is shown; and with typed arrays that slide in
// a buffer of twice their length, so that an append copies only what it appends, mostly.
class Sliced {
  constructor(values) {
    this.all = Array.from(values)
    this.length = values.length
  }
  append(values) {
    for (const value of values) this.all.push(value)
    if (this.all.length > 2 * this.length) this.all = this.all.slice(-this.length)
    return this.view()
  }
  view() { return this.all.slice(-this.length) }
}

class Sliding {
  constructor(values) {
    this.buffer = new Float64Array(values.length * 2)
    this.buffer.set(values)
    this.start = 0
    this.end = values.length
  }
  append(values, keep) {
    if (this.end + values.length > this.buffer.length) {
      this.buffer.copyWithin(0, this.start, this.end)
      this.end -= this.start
      this.start = 0
    }
    this.buffer.set(values, this.end)
    this.end += values.length
    this.start = Math.max(this.start, this.end - keep)
    return this.view()
  }
  view() { return this.buffer.subarray(this.start, this.end) }
}

/** uPlot wants x to ascend. */
function sorted(x, y) {
  const order = Uint32Array.from(x.keys()).sort((a, b) => x[a] - x[b])
  return [Float64Array.from(order, (i) => x[i]), Float64Array.from(order, (i) => y[i])]
}

window.prepare = (x, y) => sorted(x, y)
window.adapter = async ([width, height], kind, alpha) => {
  const Kept = window.options.typed ? Sliding : Sliced
  const series = kind === "scatter"
    ? { stroke: null, paths: () => null, points: { show: true, size: 4, fill: `rgba(31, 119, 180, ${alpha})`, stroke: null, width: 0, space: 0 } }
    : { stroke: "#1f77b4", width: 1, dash: kind === "dashed" ? [6, 6] : [], points: { show: false } }
  const made = new uPlot({
    width, height, legend: { show: false }, cursor: { show: false },
    scales: { x: { time: false } }, series: [{}, series],
  }, [[], []], document.body)
  let xs, ys
  return {
    set: (x, y) => {
      [xs, ys] = [new Kept(x), new Kept(y)]
      made.setData([xs.view(), ys.view()])
    },
    append: (x, y, keep) => made.setData([xs.append(x, keep), ys.append(y, keep)]),
    pan: ([min, max], y) => made.batch(() => {
      made.setScale("x", { min, max })
      if (y !== undefined) made.setScale("y", { min: y[0], max: y[1] })
    }),
  }
}
