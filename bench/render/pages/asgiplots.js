// Uses what the page's document offers to anybody: columns, ranges.
const models = () => [...asgiplots.documents[0].models.values()]
const figures = () => models().filter(({ type }) => type === "Figure")
const source_of = (figure) => figure.renderers[0].data_source

function plot(figure) {
  const source = source_of(figure)
  return {
    set: (x, y) => void (source.data = { x, y }),
    append: (x, y, keep) => source.stream({ x, y }, keep),
    pan: ([x0, x1], y) => {
      figure.x_range.setv({ start: x0, end: x1 })
      if (y !== undefined) figure.y_range.setv({ start: y[0], end: y[1] })
    },
  }
}

window.adapter = {
  line: async (x, y) => {
    const made = plot(figures()[0])
    made.set(x, y)
    return made
  },
  scatter: async (x, y, alpha) => {
    const [figure] = figures()
    figure.renderers[0].glyph.fill_alpha = { value: alpha }
    const made = plot(figure)
    made.set(x, y)
    return made
  },
  small: async (columns) => figures().map((figure, i) => {
    const made = plot(figure)
    made.set(...columns[i])
    return made
  }),
}
