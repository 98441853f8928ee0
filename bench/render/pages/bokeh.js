const field = (name) => ({ field: name })
const mapped = () => ({
  field: "v", transform: new Bokeh.LinearColorMapper({ palette: Bokeh.Palettes.Viridis256, low: 2, high: 8 }),
})
const draw = {
  line: (figure, source) => figure.line(field("x"), field("y"), { source, color: "#1f77b4" }),
  dashed: (figure, source) => figure.line(field("x"), field("y"), { source, color: "#1f77b4", line_dash: "dashed" }),
  scatter: (figure, source, alpha) =>
    figure.scatter(field("x"), field("y"), { source, size: 4, fill_color: "#1f77b4", fill_alpha: alpha, line_color: null }),
  mapped: (figure, source) => figure.scatter(field("x"), field("y"), { source, size: 4, fill_color: mapped(), line_color: null }),
  outlined: (figure, source) => figure.scatter(field("x"), field("y"), { source, size: 6, fill_color: "#1f77b4", line_color: "white" }),
  sized: (figure, source) => figure.scatter(field("x"), field("y"), { source, size: field("v"), fill_color: "#1f77b4", line_color: null }),
  bars: (figure, source) => figure.vbar(field("x"), 4, field("y"), 0, { source, fill_color: "#1f77b4", line_color: null }),
  boxes: (figure, source) =>
    figure.rect(field("x"), field("y"), 0.05, 0.1, { source, fill_color: "#1f77b4", fill_alpha: 0.5, line_color: null }),
}

window.adapter = async ([width, height], kind, alpha) => {
  const el = document.body.appendChild(document.createElement("div"))
  const source = new Bokeh.ColumnDataSource({ data: { x: [], y: [], v: [] } })
  const figure = Bokeh.Plotting.figure({ width, height, tools: "", toolbar_location: null, ...window.options })
  const fill = draw[kind] ?? draw.line
  fill(figure, source, alpha)
  const view = await Bokeh.Plotting.show(figure, el)
  await view.ready
  return {
    set: (x, y, v) => void (source.data = v === undefined ? { x, y } : { x, y, v }),
    append: (x, y, keep) => source.stream({ x, y }, keep),
    pan: ([start, end], y) => {
      figure.x_range.setv({ start, end })
      if (y !== undefined) figure.y_range.setv({ start: y[0], end: y[1] })
    },
  }
}
