async function plot([width, height], x, y, draw) {
  const el = document.body.appendChild(document.createElement("div"))
  const source = new Bokeh.ColumnDataSource({ data: { x, y } })
  const figure = Bokeh.Plotting.figure({ width, height, tools: "", toolbar_location: null, ...window.options })
  draw(figure, source)
  const view = await Bokeh.Plotting.show(figure, el)
  await view.ready
  return {
    append: (x, y, keep) => source.stream({ x, y }, keep),
    pan: ([start, end], y) => {
      figure.x_range.setv({ start, end })
      if (y !== undefined) figure.y_range.setv({ start: y[0], end: y[1] })
    },
  }
}

const line = (figure, source) => figure.line({ field: "x" }, { field: "y" }, { source, color: "#1f77b4" })
const points = (alpha) => (figure, source) =>
  figure.scatter({ field: "x" }, { field: "y" }, { source, size: 4, fill_color: "#1f77b4", fill_alpha: alpha, line_color: null })

window.adapter = {
  line: (x, y) => plot([800, 400], x, y, line),
  scatter: (x, y, alpha) => plot([800, 400], x, y, points(alpha)),
  small: (columns) => Promise.all(columns.map(([x, y]) => plot([200, 150], x, y, line))),
}
