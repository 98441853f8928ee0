// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest"
import { encode_frame } from "../../src/protocol/frame"
import { LivePage } from "../../src/page/live"
import { Scripts } from "../../src/page/scripts"
import type { Builders } from "../../src/page/views"
import type { Model } from "../../src/store/model"
import type { View } from "../../src/widgets/view"

/** Shows a model's text and remembers what it was told. */
class WordView implements View {
  readonly el = document.createElement("p")
  readonly told: string[][] = []
  destroyed = false
  constructor(readonly model: Model) {
    this.el.textContent = String(model.get("text"))
  }
  update(fields: Set<string>) {
    this.told.push([...fields])
  }
  destroy() {
    this.destroyed = true
    this.el.remove()
  }
}

const made: WordView[] = []
const builders: Builders = {
  Div: (model: Model) => made[made.push(new WordView(model)) - 1],
  Button: () => {
    throw new RangeError("no room for a button")
  },
}

const base64 = (head: unknown) =>
  Buffer.from(encode_frame({ kind: "snapshot", head: { title: "words", ...(head as object) } })).toString("base64")

function show(head: unknown, config = {}) {
  const element = document.querySelector("script")!
  const page = new LivePage({ frame: base64(head), ...config }, element, builders, new Scripts({}))
  page.start()
  return page.document
}

const div = (id: string, text: string, fields = {}) => [id, "Div", { text, ...fields }]
const commit = () => new Promise((resolve) => requestAnimationFrame(resolve))

beforeEach(() => {
  made.length = 0
  document.body.innerHTML = '<script type="application/json" id="asgiplots">{}</script>'
})

test("roots stand in the page in their order, each under the class asgiplots", () => {
  show({ roots: ["2", "1"], models: [div("1", "one"), div("2", "two")] })
  expect([...document.querySelectorAll(".asgiplots > p")].map((el) => el.textContent)).toEqual(["two", "one"])
  expect(document.title).toBe("words")
})

test("a template's places take the roots they name, the rest stands together", () => {
  document.body.innerHTML += '<i data-root="left"></i><b data-root="1"></b><u data-root-id="9"></u><s data-roots></s><em id="own"></em>'
  show({
    roots: ["5", "6", "7", "8", "9"],
    models: [div("5", "five", { name: "left" }), div("6", "six"), div("7", "seven"), div("8", "eight"), div("9", "nine")],
  }, { places: { 8: "own" } })
  const text = (selector: string) => document.querySelector(selector)!.textContent
  expect([text("i"), text("b"), text("s"), text("em"), text("u")]).toEqual(["five", "six", "seven", "eight", "nine"])
})

test("roots that come, go and change places leave the others where they are, and the focus with them", () => {
  const page = show({ roots: ["1", "2"], models: [div("1", "one"), div("2", "two"), div("3", "three")] })
  const [one, two] = made
  one!.el.tabIndex = 0
  one!.el.focus()
  const roots = (...ids: string[]) => {
    page.root_ids = ids
    page.roots_change.emit()
    return [...document.querySelectorAll(".asgiplots > p")].map((el) => el.textContent)
  }
  expect(roots("1", "2", "3")).toEqual(["one", "two", "three"])
  expect(roots("1", "3", "2")).toEqual(["one", "three", "two"])
  expect(document.activeElement).toBe(one!.el)
  expect(roots("3", "2", "1")).toEqual(["three", "two", "one"])
  expect(roots("2", "1")).toEqual(["two", "one"])
  expect(made.slice(0, 2)).toEqual([one, two])
})

test("a view that cannot be made says so in its place, and the others stand", () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined)
  show({ roots: ["1", "2", "3"], models: [["1", "Button", {}], ["2", "Slider", { value: 1 }], div("3", "fine")] })
  const titles = [...document.querySelectorAll(".ap-failure-title")].map((el) => el.textContent)
  expect(titles).toEqual(["RangeError: no room for a button", "TypeError: expected a model that can be shown, got Slider 2"])
  expect(document.querySelector("p")!.textContent).toBe("fine")
  quiet.mockRestore()
})

test("views hear of their model's changes once per frame, until they are destroyed", async () => {
  const page = show({ roots: ["1"], models: [div("1", "one"), div("2", "two")] })
  const model = page.get_model_by_id("1")!
  model.setv({ text: "a", width: 10 })
  model.setv({ text: "b" })
  await commit()
  expect(made[0].told).toEqual([["text", "width"]])
  page.root_ids = ["2"]
  page.roots_change.emit()
  expect(made[0].destroyed).toBe(true)
  model.setv({ text: "c" })
  await commit()
  expect(made[0].told).toHaveLength(1)
  expect(document.querySelectorAll(".asgiplots")).toHaveLength(1)
})

const module = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`

test("a custom model is drawn by its module", async () => {
  const url = module(`export default class Gauge {
    constructor({ model, el }) { this.model = model; this.el = el }
    render() { this.el.textContent = "level " + this.model.level }
    update(changed) { this.el.textContent = [...changed] + " " + this.model.level }
  }`)
  const page = show({ roots: ["1"], models: [["1", "Gauge", { level: 3, visible: true }]], modules: { Gauge: url } })
  const text = () => document.querySelector(".ap-custom")!.textContent
  await vi.waitFor(() => expect(text()).toBe("level 3"))
  page.get_model_by_id("1")!.setv({ level: 4 })
  await commit()
  expect(text()).toBe("level 4")
})

test.each([
  ["export default class { render() { throw new Error('no ink') } }", "Error: no ink"],
  ["export default class { async render() { throw new Error('late') } }", "Error: late"],
  ["export const other = 1", "TypeError: expected a class as the default export of its module"],
])("an error of a custom model stays in its place: %s", async (code, message) => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined)
  show({ roots: ["1", "2"], models: [["1", "Gauge", {}], div("2", "fine")], modules: { Gauge: module(code) } })
  await vi.waitFor(() => expect(document.querySelector(".ap-failure-title")!.textContent).toContain(message))
  expect(document.querySelector("p")!.textContent).toBe("fine")
  quiet.mockRestore()
})

test("a theme colours the places of its document, and the whole page where it is ours", () => {
  document.body.className = ""
  show({ roots: ["1"], models: [div("1", "one")], theme: "dark" })
  const theme = (el: Element | null) => (el as HTMLElement).dataset.theme
  expect([theme(document.querySelector(".asgiplots")), theme(document.documentElement)]).toEqual(["dark", undefined])
  document.body.className = "asgiplots-page"
  show({ roots: ["1"], models: [div("1", "one")], theme: "light" })
  expect(theme(document.documentElement)).toBe("light")
  show({ roots: ["1"], models: [div("1", "one")] })
  expect(theme(document.documentElement)).toBeUndefined()
})
