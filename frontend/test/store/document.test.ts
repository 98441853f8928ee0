import { expect, test, vi } from "vitest"
import { decode_frame, encode_frame } from "../../src/protocol/frame"
import { Document } from "../../src/store/document"
import type { Changes, Uplink } from "../../src/store/document"
import type { ColumnSource } from "../../src/store/source"
import { is_a } from "../../src/store/model"

function make() {
  const scheduled: (() => void)[] = []
  const document = new Document((run) => void scheduled.push(run))
  const sent: unknown[] = []
  const uplink: Uplink = {
    write: (writes) => sent.push(["write", writes]),
    event: (...event) => sent.push(["event", ...event]),
  }
  document.uplink = uplink
  const commits: Changes[] = []
  document.on_commit((changes) => commits.push(changes))
  const frame = () => scheduled.splice(0).forEach((run) => run())
  return { document, sent, commits, frame, scheduled }
}

function frame(kind: "snapshot" | "patch", head: unknown, options: { ack?: number; columns?: Uint8Array; revision?: number } = {}) {
  const columns = options.columns ?? new Uint8Array()
  return decode_frame(encode_frame({ kind, head, epoch: 7, revision: options.revision ?? 1, ack: options.ack ?? 0 }, columns))
}

const snapshot = frame("snapshot", {
  title: "demo",
  roots: ["3"],
  models: [
    ["1", "ColumnDataSource", { data: { x: { $: ["f8", 0, 2] }, name: ["a", "b"] }, name: "rows" }],
    ["3", "Column", { children: [{ $ref: "4" }] }],
    ["4", "Slider", { start: 0, end: 10, value: 3, title: "n", subscribed_events: { $set: ["button_click"] } }],
  ],
}, { columns: new Uint8Array(Float64Array.of(1.5, 2.5).buffer) })

function opened() {
  const made = make()
  made.document.apply(snapshot)
  const slider = made.document.get_model_by_id("4")
  if (!is_a(slider, "Slider")) throw new Error("no slider")
  const source = made.document.get_model_by_id("1") as ColumnSource
  return { ...made, slider, source }
}

test("a snapshot creates all models, resolves forward references and names the roots", () => {
  const { document, slider, source } = opened()
  expect(document.title).toBe("demo")
  expect(document.roots().map((model) => model.type)).toEqual(["Column"])
  expect((document.roots()[0] as unknown as { children: unknown[] }).children).toEqual([slider])
  expect(slider.value).toBe(3)
  expect(slider.step).toBe(1)
  expect(Array.from(source.column("x")!.numeric())).toEqual([1.5, 2.5])
  expect(source.data.name).toEqual(["a", "b"])
  expect(document.get_model_by_name("rows")).toBe(source)
})

test("any number of patches between two frames are one commit", () => {
  const { document, commits, frame: next, slider } = opened()
  document.apply(frame("patch", [["set", "4", { value: 4 }]]))
  document.apply(frame("patch", [["set", "4", { value: 5, title: "m" }]]))
  expect(commits).toEqual([])
  next()
  expect(commits).toHaveLength(1)
  expect(commits[0].get(slider)).toEqual(new Set(["value", "title"]))
})

test("a local write of a writable field is one message for all that one turn wrote", async () => {
  const { sent, slider } = opened()
  slider.value = 6
  slider.value = 7
  slider.value_throttled = 7
  await Promise.resolve()
  expect(sent).toEqual([["write", [["4", "value", 7], ["4", "value_throttled", 7]]]])
})

test("a local write of another field stays in the page and says so once", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined)
  const { sent, slider } = opened()
  slider.title = "mine"
  slider.title = "still mine"
  await Promise.resolve()
  expect(sent).toEqual([])
  expect(warn).toHaveBeenCalledTimes(1)
  expect(warn.mock.calls[0][0]).toContain('allow_writes(model, "title")')
  warn.mockRestore()
})

test("a field that the app opened is sent like those that every viewer may write", async () => {
  const { document, sent, slider } = opened()
  document.apply(frame("patch", [["set", "4", { open_fields: { $set: ["title"] } }]]))
  slider.title = "mine"
  await Promise.resolve()
  expect(sent).toEqual([["write", [["4", "title", "mine"]]]])
})

test("the server's value is ignored for a field whose local write is not acknowledged", async () => {
  const { document, slider } = opened()
  slider.value = 6
  document.apply(frame("patch", [["set", "4", { value: 1 }]]))
  expect(slider.value).toBe(6)
  await Promise.resolve()
  document.apply(frame("patch", [["set", "4", { value: 2, title: "t" }]]))
  expect(slider.value).toBe(6)
  expect(slider.title).toBe("t")
  document.apply(frame("patch", [["set", "4", { value: 8 }]], { ack: 1 }))
  expect(slider.value).toBe(8)
})

test("writes go before an event that follows them", () => {
  const { document, sent, slider } = opened()
  slider.value = 9
  document.send_event("nobody_listens", slider)
  document.send_event("button_click", slider, { at: NaN })
  expect(sent).toEqual([["write", [["4", "value", 9]]], ["event", "button_click", "4", { at: { $num: "nan" } }]])
})

test("stream, patch and columns change the source in place", () => {
  const { document, source } = opened()
  const before = source.column("x")!.version
  document.apply(frame("patch", [["stream", "1", { x: [3], name: ["c"] }, 2]]))
  expect(Array.from(source.column("x")!.numeric())).toEqual([2.5, 3])
  expect(source.data.name).toEqual(["b", "c"])
  document.apply(frame("patch", [["patch", "1", { x: [[0, 9], [[0, 2, 1], [7, 8]]] }]]))
  expect(Array.from(source.column("x")!.numeric())).toEqual([7, 8])
  document.apply(frame("patch", [["columns", "1", { x: [1, { $num: "nan" }] }]]))
  expect(Array.from(source.column("x")!.numeric())).toEqual([1, NaN])
  expect(source.column("name")!.length).toBe(2)
  expect(source.column("x")!.version).toBeGreaterThan(before + 2)
})

test("a script may write into a column and emit a change", () => {
  const { source } = opened()
  const heard = vi.fn()
  source.on_change("data", heard)
  const x = source.data.x as Float64Array
  x[0] = 100
  source.data.extra = [5, 6]
  source.change.emit()
  expect(source.column("x")!.extent()).toEqual([2.5, 100])
  expect(Array.from(source.column("extra")!.numeric())).toEqual([5, 6])
  expect(heard).toHaveBeenCalledTimes(1)
})

test("a second snapshot keeps models that stay, resets what it leaves out and drops the rest", () => {
  const { document, slider } = opened()
  document.apply(frame("patch", [["set", "4", { step: 5 }]]))
  document.apply(frame("snapshot", { roots: ["4"], models: [["4", "Slider", { start: 0, end: 1, value: 0 }]] }))
  expect(document.get_model_by_id("4")).toBe(slider)
  expect(slider.step).toBe(1)
  expect([...document.models.keys()]).toEqual(["4"])
})

test("a snapshot tells of nothing that is as it was: what shows it stays as it is", () => {
  const { document, frame: next, commits, slider } = opened()
  next()
  commits.length = 0
  document.apply(snapshot)
  next()
  expect(commits.flatMap((changes) => [...changes]).map(([model, fields]) => [model.type, ...fields])).toEqual([
    ["ColumnDataSource", "data"],
  ])
  expect(document.get_model_by_id("4")).toBe(slider)
})

test("a snapshot leaves what a person did meanwhile and the server has not applied", async () => {
  const { document, slider } = opened()
  slider.value = 8
  await Promise.resolve()
  document.apply(snapshot)
  expect(slider.value).toBe(8)
  document.apply(frame("snapshot", snapshot.head, { ack: 99, columns: new Uint8Array(16) }))
  expect(slider.value).toBe(3)
})

test("an app's own kind has the fields it came with; each of its writes goes alone", async () => {
  const { document, sent } = make()
  document.apply(frame("snapshot", {
    roots: ["1"],
    models: [["1", "Gauge", { unit: "V", level: 2 }]],
    modules: { Gauge: "models/gauge.js" },
  }))
  const gauge = document.roots()[0] as unknown as { unit: string; level: number; tags: unknown[] }
  expect([gauge.unit, gauge.level, gauge.tags]).toEqual(["V", 2, []])
  gauge.level = 3
  gauge.unit = "A"
  await Promise.resolve()
  expect(sent).toEqual([["write", [["1", "level", 3]]], ["write", [["1", "unit", "A"]]]])
})

test("a default that is a model is made on first read, and is the same from then on", () => {
  const { document } = make()
  const plot = document.create("Figure") as unknown as { title: { text: string }; x_range: unknown }
  expect(plot.title.text).toBe("")
  expect(plot.title).toBe(plot.title)
  expect(plot.x_range).not.toBe((document.create("Figure") as unknown as { x_range: unknown }).x_range)
})

test("models that come with a frame are not changes", () => {
  const { document, commits, frame: next } = opened()
  document.apply(frame("patch", [["add", [["9", "Slider", { value: 1 }]]]]))
  next()
  expect(commits).toEqual([])
})

test("listeners hear local changes at once, each field by its name", () => {
  const { slider } = opened()
  const any = vi.fn()
  const title = vi.fn()
  const stop = slider.on_change(any)
  slider.properties.value.change.connect(title)
  slider.setv({ value: 5, value_throttled: 5 })
  slider.value = 5
  expect(any.mock.calls).toEqual([["value"], ["value_throttled"]])
  expect(title).toHaveBeenCalledTimes(1)
  stop()
  slider.value = 6
  expect(any).toHaveBeenCalledTimes(2)
})

test("what a person set is kept for a session that begins anew, until the app changes it", () => {
  const { document, slider } = opened()
  slider.value = 5
  slider.value_throttled = 5
  slider.value = 6
  expect(document.kept()).toEqual([["4", "Slider", "value_throttled", 5], ["4", "Slider", "value", 6]])
  document.flush()
  document.apply(frame("patch", [["set", "4", { value: 6 }]], { ack: 9 }))
  expect(document.kept()).toHaveLength(2)
  document.apply(frame("patch", [["set", "4", { value: 0 }]], { ack: 9 }))
  expect(document.kept()).toEqual([["4", "Slider", "value_throttled", 5]])
  document.apply(frame("patch", [["drop", ["4"]]]))
  expect(document.kept()).toEqual([])
})

const published = (collaborative: boolean, start: number) =>
  frame("snapshot", {
    title: "", roots: ["9"], collaborative, models: [["9", "Range1d", { start, end: 10 }], ["8", "Slider", { value: 1 }]],
  })

test("in a document that is not collaborative zoom and selection stay in the page, other writes go up", () => {
  const { document, sent } = make()
  document.apply(published(false, 0))
  const [range, slider] = ["9", "8"].map((id) => document.get_model_by_id(id)!)
  range.set("start", 4)
  slider.set("value", 2)
  document.flush()
  expect(sent).toEqual([["write", [["8", "value", 2]]]])
  expect(document.kept()).toEqual([["8", "Slider", "value", 2]])
  document.apply(published(false, 0))
  expect(range.get("start")).toBe(4)
  document.apply(frame("patch", [["set", "9", { start: 2 }]]))
  expect(range.get("start")).toBe(2)
  document.apply(published(false, 3))
  expect(range.get("start")).toBe(3)
})

test("where the app says so, zoom and selection are everybody's", () => {
  const { document, sent } = make()
  document.apply(published(false, 0))
  document.apply(frame("patch", [["collaborative", true]]))
  document.get_model_by_id("9")!.set("start", 4)
  document.flush()
  expect(sent).toEqual([["write", [["9", "start", 4]]]])
})
