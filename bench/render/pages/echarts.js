// Sampling is on for lines and the large mode for points: without them it is slower.
const looks = {
  line: () => ({ type: "line", showSymbol: false, sampling: "lttb", lineStyle: { color: "#1f77b4", width: 1 } }),
  scatter: (opacity) => ({ type: "scatter", large: true, symbolSize: 4, itemStyle: { color: "#1f77b4", opacity } }),
}

const join = (old, values, keep) => {
  const start = Math.max(old.length + values.length - keep, 0)
  const out = new Float64Array(old.length + values.length - start)
  out.set(old.subarray(start))
  out.set(values, out.length - values.length)
  return out
}

window.adapter = async ([width, height], kind, alpha) => {
  const el = document.body.appendChild(document.createElement("div"))
  el.style.cssText = `width: ${width}px; height: ${height}px`
  const chart = echarts.init(el, null, { renderer: "canvas" })
  let [xs, ys] = [new Float64Array(1), new Float64Array(1)]
  const put = (x, y) => {
    [xs, ys] = [x, y]
    chart.setOption({ dataset: { dimensions: ["x", "y"], source: { x, y } } })
  }
  chart.setOption({
    animation: false, grid: { left: 40, right: 10, top: 10, bottom: 25 },
    xAxis: { type: "value", min: "dataMin", max: "dataMax" }, yAxis: { type: "value", scale: true },
    dataset: { dimensions: ["x", "y"], source: { x: xs, y: ys } }, series: [{ encode: { x: "x", y: "y" }, ...looks[kind](alpha) }],
  })
  return {
    set: put,
    append: (x, y, keep) => put(join(xs, x, keep), join(ys, y, keep)),
    pan: ([min, max], y) => chart.setOption({ xAxis: { min, max }, ...(y === undefined ? {} : { yAxis: { min: y[0], max: y[1] } }) }),
  }
}
