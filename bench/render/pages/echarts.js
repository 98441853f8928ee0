// Sampling is on for lines and the large mode for points: without them it is slower.
function plot([width, height], x, y, series) {
  const el = document.body.appendChild(document.createElement("div"))
  el.style.cssText = `width: ${width}px; height: ${height}px`
  const chart = echarts.init(el, null, { renderer: "canvas" })
  let [xs, ys] = [x, y]
  const join = (old, values, keep) => {
    const start = Math.max(old.length + values.length - keep, 0)
    const out = new Float64Array(old.length + values.length - start)
    out.set(old.subarray(start))
    out.set(values, out.length - values.length)
    return out
  }
  const finished = new Promise((resolve) => chart.on("finished", resolve))
  chart.setOption({
    animation: false, grid: { left: 40, right: 10, top: 10, bottom: 25 },
    xAxis: { type: "value", min: "dataMin", max: "dataMax" }, yAxis: { type: "value", scale: true },
    dataset: { source: { x: xs, y: ys } }, series: [{ encode: { x: "x", y: "y" }, ...series }],
  })
  return {
    finished,
    append: (x, y, keep) => {
      xs = join(xs, x, keep)
      ys = join(ys, y, keep)
      chart.setOption({ dataset: { source: { x: xs, y: ys } } })
    },
    pan: ([min, max], y) => chart.setOption({ xAxis: { min, max }, ...(y === undefined ? {} : { yAxis: { min: y[0], max: y[1] } }) }),
  }
}

const line = { type: "line", showSymbol: false, sampling: "lttb", lineStyle: { color: "#1f77b4", width: 1 } }
const points = (opacity) => ({ type: "scatter", large: true, symbolSize: 4, itemStyle: { color: "#1f77b4", opacity } })
const done = async (made) => (await made.finished, made)

window.adapter = {
  line: (x, y) => done(plot([800, 400], x, y, line)),
  scatter: (x, y, alpha) => done(plot([800, 400], x, y, points(alpha))),
  small: (columns) => Promise.all(columns.map(([x, y]) => done(plot([200, 150], x, y, line)))),
}
