async function plot([width, height], x, y, trace) {
  const el = document.body.appendChild(document.createElement("div"))
  const layout = { width, height, margin: { l: 40, r: 10, t: 10, b: 25 }, showlegend: false }
  await Plotly.newPlot(el, [{ x, y, type: `scatter${window.options.suffix}`, ...trace }], layout, { displayModeBar: false })
  return {
    append: (x, y, keep) => Plotly.extendTraces(el, { x: [x], y: [y] }, [0], keep),
    pan: (x, y) => Plotly.relayout(el, { "xaxis.range": x, ...(y === undefined ? {} : { "yaxis.range": y }) }),
  }
}

const line = { mode: "lines", line: { color: "#1f77b4", width: 1 } }
const points = (opacity) => ({ mode: "markers", marker: { color: "#1f77b4", size: 4, opacity } })

window.adapter = {
  line: (x, y) => plot([800, 400], x, y, line),
  scatter: (x, y, alpha) => plot([800, 400], x, y, points(alpha)),
  small: (columns) => Promise.all(columns.map(([x, y]) => plot([200, 150], x, y, line))),
}
