// Uses what the page's document offers to anybody: columns, ranges.
const figures = () => [...asgiplots.documents[0].models.values()].filter(({ type }) => type === "Figure")

window.adapter = async (size, kind, alpha, index) => {
  const figure = figures()[index]
  const [{ data_source: source, glyph }] = figure.renderers
  if (kind === "scatter") glyph.fill_alpha = { value: alpha }
  return {
    set: (x, y, v) => void (source.data = v === undefined ? { x, y } : { x, y, v }),
    append: (x, y, keep) => source.stream({ x, y }, keep),
    pan: ([x0, x1], y) => {
      figure.x_range.setv({ start: x0, end: x1 })
      if (y !== undefined) figure.y_range.setv({ start: y[0], end: y[1] })
    },
  }
}
