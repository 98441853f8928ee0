// Notes when rows have been painted. Rows come in appends of `bench.rows`; the last x of each is when it was made.
// `bench.painted` gets [made, painted] for each append, both in seconds since 1970.
(() => {
  const COLOR = "#123456"
  const bench = window.bench
  bench.painted = []
  let noted = 0 // when the newest append on the screen was made
  let waiting = null // appends on a canvas whose frame has not ended

  const readers = {
    asgiplots() {
      const source = window.asgiplots?.documents[0]?.get_model_by_name("source")
      const x = source?.column("x")
      return x && { length: x.length, at: (i) => x.at(i) }
    },
    bokeh() {
      const source = window.Bokeh?.documents[0]?.get_model_by_name("source")
      const x = source?.get_column("x")
      return x && { length: x.length, at: (i) => x[i] }
    },
  }

  // A frame ends after its callbacks, when the browser has painted: the next task.
  const after_frame = new MessageChannel()
  after_frame.port1.onmessage = () => {
    const now = (performance.timeOrigin + performance.now()) / 1000 + bench.shift
    for (const made of waiting) bench.painted.push([made, now])
    waiting = null
  }
  let in_frame = false
  const request = window.requestAnimationFrame.bind(window)
  window.requestAnimationFrame = (callback) => request((time) => {
    in_frame = true
    try {
      callback(time)
    } finally {
      in_frame = false
    }
  })
  const note_later = () => after_frame.port2.postMessage(null)

  function note() {
    const x = readers[bench.kind]()
    if (!x || !(x.at(x.length - 1) > noted)) return
    const newest = x.at(x.length - 1)
    if (waiting === null) {
      waiting = []
      if (in_frame) note_later()
      else request(note_later)
    }
    // The first time all the window is new.
    const least = noted === 0 ? x.length - 1 : 0
    for (let i = x.length - 1; i >= least && x.at(i) > noted; i -= bench.rows) waiting.push(x.at(i))
    noted = newest
  }

  const uses = { stroke: "strokeStyle", fill: "fillStyle", fillRect: "fillStyle" }
  for (const context of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
    for (const [method, style] of Object.entries(uses)) {
      const paint = context.prototype[method]
      context.prototype[method] = function (...args) {
        if (this[style] === COLOR) note()
        return paint.apply(this, args)
      }
    }
    const put = context.prototype.putImageData
    context.prototype.putImageData = function (...args) {
      note()
      return put.apply(this, args)
    }
  }

  // The page's fine clock began with the system's and may have drifted: read both where a millisecond begins.
  const start = Date.now()
  while (Date.now() === start);
  bench.shift = (Date.now() - (performance.timeOrigin + performance.now())) / 1000
})()
