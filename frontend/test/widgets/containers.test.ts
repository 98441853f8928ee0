// @vitest-environment happy-dom
import { expect, test, vi } from "vitest"
import { find, make_page } from "./make"

test("a row shows its children in order and keeps those that stay", () => {
  const { show, model, commit } = make_page()
  const [a, b, c] = ["a", "b", "c"].map((label) => model("Button", { label }))
  const { model: row, el } = show("Row", { children: [a, b], spacing: 12 })
  const texts = (): (string | null)[] => [...el.children].map(({ textContent }) => textContent)
  expect(texts()).toEqual(["a", "b"])
  expect(el.style.gap).toBe("12px")
  const kept = el.children[1]
  row.children = [c, b]
  commit()
  expect(texts()).toEqual(["c", "b"])
  expect(el.children[1]).toBe(kept)
})

test("a child that went and came back is built anew", () => {
  const { show, model, commit } = make_page()
  const a = model("Button", { label: "a" })
  const { model: column, el } = show("Column", { children: [a] })
  column.children = []
  commit()
  expect(el.children.length).toBe(0)
  column.children = [a]
  commit()
  expect(el.children.length).toBe(1)
})

test("children are sized for the direction of their container", () => {
  const { show, model, commit } = make_page()
  const slider = model("Slider", { start: 0, end: 1, value: 0, sizing_mode: "stretch_width" })
  const { el } = show("Row", { children: [slider] })
  const box = el.children[0] as HTMLElement
  expect(box.style.flex).toMatch(/^1 1/)
  expect(box.style.margin).toBe("5px")
  slider.setv({ sizing_mode: null, width: 120 })
  commit()
  expect(box.style.width).toBe("120px")
})

test("classes, styles and attributes of the app come and go", () => {
  const { show, commit } = make_page()
  const { model, el } = show("Div", { css_classes: ["mine"], styles: { background_color: "red", "font-size": "20px" }, html_id: "here", html_attributes: { "data-a": "1", onclick: "x()" } })
  expect(el.classList.contains("mine")).toBe(true)
  expect([el.style.backgroundColor, el.style.fontSize, el.id, el.dataset.a, el.hasAttribute("onclick")]).toEqual(["red", "20px", "here", "1", false])
  model.setv({ css_classes: ["yours"], styles: { color: "blue" } })
  commit()
  expect([el.className, el.style.backgroundColor, el.style.color]).toEqual(["ap-widget ap-div yours", "", "blue"])
})

test("stylesheets hold inside their element, :host is the element", () => {
  const { show, commit } = make_page()
  const { model, el } = show("Column", { children: [], stylesheets: [":host(.a) { color: red } b { color: blue }"] })
  expect(find(el, "style").textContent).toBe(`[data-sheet="${el.dataset.sheet}"] {\n&.a { color: red } b { color: blue }\n}`)
  model.stylesheets = []
  commit()
  expect(el.querySelector("style")).toBeNull()
})

test("what is not visible takes no room", () => {
  const { show, commit } = make_page()
  const { model, el } = show("Spacer", { width: 50, height: 20 })
  expect([el.hidden, el.style.width, el.style.height]).toEqual([false, "50px", "20px"])
  model.visible = false
  commit()
  expect(el.hidden).toBe(true)
})

test("a toolbar in a layout shows tools, names alike together", async () => {
  const { show, model } = make_page()
  const tools = [model("PanTool"), model("PanTool"), model("ResetTool")]
  const { el } = show("Toolbar", { tools })
  await vi.waitFor(() => expect(el.querySelector(".ap-toolbar")).not.toBeNull())
  expect([...find(el, ".ap-toolbar").querySelectorAll("button")].map((one) => one.getAttribute("aria-label"))).toEqual(["Pan", "Reset"])
})

test("children inherit the sizing mode of their container, and keep sizes of their own", () => {
  const { show, model } = make_page()
  const wide = model("Div", { sizing_mode: "inherit" })
  const narrow = model("Div", { sizing_mode: "inherit", width: 300 })
  const row = model("Row", { children: [narrow, wide], sizing_mode: "inherit" })
  const { el } = show("Column", { children: [row], sizing_mode: "stretch_width" })
  const [first, second] = [...el.children[0].children] as HTMLElement[]
  expect((el.children[0] as HTMLElement).style.alignSelf).toBe("stretch")
  expect([first.style.width, first.style.flex]).toEqual(["300px", "0 0 auto"])
  expect(second.style.flex).toMatch(/^1 1/)
})

test("a stretched control gives up the width that its kind usually has", () => {
  const { show, model } = make_page()
  const sliders = ["stretch_width", null].map((sizing_mode) => model("Slider", { start: 0, end: 1, value: 0, sizing_mode, width: sizing_mode && 300 }))
  const { el } = show("Column", { children: sliders })
  expect([...el.children].map((one) => (one as HTMLElement).style.width)).toEqual(["auto", ""])
})
