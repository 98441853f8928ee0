const looks = {
  line: () => ({ mode: "lines", line: { color: "#1f77b4", width: 1 } }),
  dashed: () => ({ mode: "lines", line: { color: "#1f77b4", width: 1, dash: "dash" } }),
  scatter: (opacity) => ({ mode: "markers", marker: { color: "#1f77b4", size: 4, opacity } }),
}

window.adapter = async ([width, height], kind, alpha) => {
  const el = document.body.appendChild(document.createElement("div"))
  const layout = { width, height, margin: { l: 40, r: 10, t: 10, b: 25 }, showlegend: false }
  const trace = { x: [], y: [], type: `scatter${window.options.suffix}`, ...(looks[kind] ?? looks.line)(alpha) }
  await Plotly.newPlot(el, [trace], layout, { displayModeBar: false })
  return {
    set: (x, y) => Plotly.restyle(el, { x: [x], y: [y] }),
    append: (x, y, keep) => Plotly.extendTraces(el, { x: [x], y: [y] }, [0], keep),
    pan: (x, y) => Plotly.relayout(el, { "xaxis.range": x, ...(y === undefined ? {} : { "yaxis.range": y }) }),
  }
}
