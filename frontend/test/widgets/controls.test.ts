// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { find, input, make_page, press } from "./make"

test("a button tells its handlers, and nobody when there are none", () => {
  const { show, events } = make_page()
  const { model, el } = show("Button", { label: "Go", button_type: "primary", subscribed_events: new Set(["button_click"]) })
  const button = find<HTMLButtonElement>(el, "button")
  expect([button.textContent, button.dataset.type]).toEqual(["Go", "primary"])
  button.click()
  expect(events).toEqual([["button_click", model.id, {}]])
  find<HTMLButtonElement>(show("Button").el, "button").click()
  expect(events.length).toBe(1)
})

test("a label is text, and follows the model", () => {
  const { show, commit } = make_page()
  const { model, el } = show("Button", { label: "<b>bold</b>" })
  expect(find(el, "button").textContent).toBe("<b>bold</b>")
  model.label = "Stop"
  model.disabled = true
  commit()
  expect(find<HTMLButtonElement>(el, "button").textContent).toBe("Stop")
  expect(find<HTMLButtonElement>(el, "button").disabled).toBe(true)
})

test("a toggle writes its state and shows it", async () => {
  const { show, written, commit, events } = make_page()
  const { model, el } = show("Toggle", { subscribed_events: new Set(["button_click"]) })
  const button = find<HTMLButtonElement>(el, "button")
  button.click()
  expect(model.active).toBe(true)
  expect(button.getAttribute("aria-pressed")).toBe("true")
  expect(await written()).toEqual([["active", true]])
  expect(events).toEqual([["button_click", model.id, {}]])
  model.active = false
  commit()
  expect(button.getAttribute("aria-pressed")).toBe("false")
})

test("a slider writes its value while dragged and the throttled one at the end", async () => {
  const { show, written } = make_page()
  const { el } = show("Slider", { title: "n", start: 0, end: 10, value: 2, step: 0.5 })
  const range = find<HTMLInputElement>(el, "input")
  input(range, "3.5", "input")
  expect(await written()).toEqual([["value", 3.5]])
  input(range, "4", "input", "change")
  expect((await written()).slice(1)).toEqual([["value", 4], ["value_throttled", 4]])
})

test("a slider shows its value in its format, also to readers", () => {
  const { show, model, commit } = make_page()
  const { model: slider, el } = show("Slider", { title: "Price", start: 0, end: 1e6, value: 1500, format: "$0,0" })
  expect(find(el, "output").textContent).toBe("$1,500")
  expect(find(el, "input").getAttribute("aria-valuetext")).toBe("$1,500")
  expect(find<HTMLLabelElement>(el, "label").htmlFor).toBe(find(el, "input").id)
  slider.format = model("PrintfTickFormatter", { format: "%.1f" })
  commit()
  expect(find(el, "output").textContent).toBe("1500.0")
})

test("a slider follows its limits, direction and orientation", () => {
  const { show, commit } = make_page()
  const { model, el } = show("Slider", { start: 0, end: 10, value: 2, orientation: "vertical", direction: "rtl", show_value: false })
  const range = find<HTMLInputElement>(el, "input")
  expect([range.dir, range.getAttribute("aria-orientation"), range.getAttribute("aria-label")]).toEqual(["rtl", "vertical", "Slider"])
  model.setv({ start: 5, end: 20, value: 11 })
  commit()
  expect([range.min, range.max, range.value]).toEqual(["5", "20", "11"])
})

test("a text field writes each key as value_input, and value when done", async () => {
  const { show, written, events } = make_page()
  const { el } = show("TextInput", { title: "Name", subscribed_events: new Set(["value_submit"]) })
  const field = find<HTMLInputElement>(el, "input")
  input(field, "ab", "input")
  expect(await written()).toEqual([["value_input", "ab"]])
  input(field, "abc", "input", "change")
  expect((await written()).slice(1)).toEqual([["value_input", "abc"], ["value", "abc"]])
  press(field, "Enter")
  expect(events.map(([name, , values]) => [name, values])).toEqual([["value_submit", { value: "abc" }]])
})

test("a text field shows what the app sets, its affixes and its limits", () => {
  const { show, commit } = make_page()
  const { model, el } = show("TextInput", { value: "old", prefix: "$", max_length: 5, placeholder: "price" })
  const field = find<HTMLInputElement>(el, "input")
  expect([field.value, field.maxLength, field.placeholder, field.getAttribute("aria-label")]).toEqual(["old", 5, "price", "price"])
  expect([...el.querySelectorAll<HTMLElement>(".ap-affix")].map(({ hidden, textContent }) => hidden ? null : textContent)).toEqual(["$", null])
  model.value = ""
  commit()
  expect(field.value).toBe("")
})

test("a description is linked to its field", () => {
  const { show } = make_page()
  const { el } = show("TextInput", { title: "Name", description: "As in the legend" })
  const id = find(el, "input").getAttribute("aria-describedby")!
  expect(document.getElementById(id)?.textContent).toBe("As in the legend")
  expect(find(el, ".ap-help").hidden).toBe(false)
})

test("a select takes values, pairs and groups", async () => {
  const { show, written, commit } = make_page()
  const { model, el } = show("Select", { title: "Fruit", options: { Fruit: ["apple", [2, "pear"]], Nuts: ["hazel"] }, value: 2 })
  const field = find<HTMLSelectElement>(el, "select")
  expect([...el.querySelectorAll("optgroup")].map(({ label }) => label)).toEqual(["Fruit", "Nuts"])
  expect(field.selectedIndex).toBe(1)
  field.selectedIndex = 2
  field.dispatchEvent(new Event("change"))
  expect(await written()).toEqual([["value", "hazel"]])
  model.options = ["a", "b"]
  commit()
  expect(field.options.length).toBe(2)
  expect(field.selectedIndex).toBe(-1)
  model.value = "b"
  commit()
  expect(field.selectedIndex).toBe(1)
})

test("check boxes write the places of those checked", async () => {
  const { show, written, commit } = make_page()
  const { model, el } = show("CheckboxGroup", { labels: ["a", "b", "c"], active: [0], inline: true })
  const boxes = [...el.querySelectorAll<HTMLInputElement>("input")]
  expect(boxes.map(({ checked }) => checked)).toEqual([true, false, false])
  boxes[2].checked = true
  boxes[2].dispatchEvent(new Event("change"))
  expect(await written()).toEqual([["active", [0, 2]]])
  model.active = [1]
  commit()
  expect(boxes.map(({ checked }) => checked)).toEqual([false, true, false])
  expect(find(el, ".ap-checks").classList.contains("ap-inline")).toBe(true)
})

test("radio buttons are one tab stop, and arrow keys choose", async () => {
  const { show, written, events } = make_page()
  const { model, el } = show("RadioButtonGroup", { labels: ["a", "b", "c"], active: 0, subscribed_events: new Set(["button_click"]) })
  const buttons = [...el.querySelectorAll<HTMLButtonElement>("[role=radio]")]
  expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1])
  buttons[0].focus()
  press(buttons[0], "ArrowLeft")
  expect(document.activeElement).toBe(buttons[2])
  expect(model.active).toBe(2)
  expect(buttons.map((one) => one.getAttribute("aria-checked"))).toEqual(["false", "false", "true"])
  buttons[1].click()
  expect(await written()).toEqual([["active", 2], ["active", 1]])
  expect(events.map(([name]) => name)).toEqual(["button_click", "button_click"])
})

test("a div shows HTML, or its text as it is written", () => {
  const { show, commit } = make_page()
  const { model, el } = show("Div", { text: "<b>bold</b>" })
  expect(find(el, "b").textContent).toBe("bold")
  model.render_as_text = true
  commit()
  expect(el.textContent).toBe("<b>bold</b>")
})
