// Sampling is on for lines and the large mode for points: without them it is slower.
const looks = {
  line: () => ({ type: "line", showSymbol: false, sampling: "lttb", lineStyle: { color: "#1f77b4", width: 1 } }),
  tangled: () => ({ ...looks.line(), sampling: undefined }), // it would show another line
  dashed: () => ({ ...looks.line(), lineStyle: { color: "#1f77b4", width: 1, type: "dashed" } }),
  scatter: (opacity) => ({ type: "scatter", large: true, symbolSize: 4, itemStyle: { color: "#1f77b4", opacity } }),
}

/** Its quickest shape of data: x and y in turn in one typed array. */
const in_turn = (x, y) => {
  const pairs = new Float64Array(2 * x.length)
  for (let i = 0; i < x.length; i++) [pairs[2 * i], pairs[2 * i + 1]] = [x[i], y[i]]
  return pairs
}

const join = (old, values, keep) => {
  const start = Math.max(old.length + values.length - 2 * keep, 0)
  const out = new Float64Array(old.length + values.length - start)
  out.set(old.subarray(start))
  out.set(values, out.length - values.length)
  return out
}

window.adapter = async ([width, height], kind, alpha) => {
  const el = document.body.appendChild(document.createElement("div"))
  el.style.cssText = `width: ${width}px; height: ${height}px`
  const chart = echarts.init(el, null, { renderer: "canvas" })
  let pairs = new Float64Array()
  const put = (data) => {
    pairs = data
    chart.setOption({ series: [{ data }] })
  }
  chart.setOption({
    animation: false, grid: { left: 40, right: 10, top: 10, bottom: 25 },
    xAxis: { type: "value", min: "dataMin", max: "dataMax" }, yAxis: { type: "value", scale: true },
    series: [{ data: pairs, ...looks[kind](alpha) }],
  })
  return {
    set: (x, y) => put(in_turn(x, y)),
    append: (x, y, keep) => put(join(pairs, in_turn(x, y), keep)),
    pan: ([min, max], y) => chart.setOption({ xAxis: { min, max }, ...(y === undefined ? {} : { yAxis: { min: y[0], max: y[1] } }) }),
  }
}
