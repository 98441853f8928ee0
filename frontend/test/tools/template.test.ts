// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { format_value } from "../../src/scales/format"
import { card_content } from "../../src/tools/hover_card"
import { fill_template, formatter_key, parse_template, parts_text, type Lookup } from "../../src/tools/template"

const columns: Record<string, unknown> = {
  price: 1234.5, "two words": "yes", name: "<img src=x onerror=alert(1)>", color: "tomato", url: "javascript:alert(1)", markup: "<b>bold</b>", größe: 3,
}
const variables: Record<string, unknown> = { index: 7, x: 1.5, name: "price" }
const lookup: Lookup = {
  column: (name) => columns[name],
  variable: (name) => variables[name],
  format: (value, { format }) => format_value(value, format ?? null),
}
const filled = (template: string): string => parts_text(fill_template(template, lookup))

test.each([
  ["$@price{0,0.00}", "$1,234.50"],
  ["@{two words}!", "yes!"],
  ["row $index at ($x, @missing)", "row 7 at (1.5, ???)"],
  ["@$name", "1234.5"],
  ["@größe cm", "3 cm"],
  ["nothing here", "nothing here"],
  ["$unknown", "$unknown"],
])("%s is filled", (template, text) => {
  expect(filled(template)).toBe(text)
})

test("colours are chips, with their text when asked", () => {
  expect(fill_template("$swatch:color", lookup)).toEqual([{ swatch: "tomato" }])
  expect(fill_template("$color[hex, swatch]:color", lookup)).toEqual([{ text: "tomato" }, { swatch: "tomato" }])
  expect(fill_template("$color:color", lookup)).toEqual([{ text: "tomato" }])
})

test("a template is parsed once", () => {
  expect(parse_template("@price")).toBe(parse_template("@price"))
})

test("formatters are found however the column is written", () => {
  expect(formatter_key("@{two words}")).toBe("@two words")
  expect(formatter_key("@price")).toBe("@price")
  expect(formatter_key("$x")).toBe("$x")
})

function shown(tooltips: string | [string, string][]): HTMLElement {
  const el = document.createElement("div")
  el.append(card_content(tooltips, [{ lookup, color: null }], 0))
  return el
}

test("data is text in a list of labels and values, markup only with {safe}", () => {
  const el = shown([["name", "@name"], ["safe", "@markup{safe}"]])
  expect(el.querySelector("img")).toBeNull()
  expect(el.textContent).toContain("<img src=x onerror=alert(1)>")
  expect(el.querySelector("b")?.textContent).toBe("bold")
})

test("data is text in the app's own HTML, and never runs from an attribute", () => {
  const el = shown("<div class='app' title='@name'><a href='@url'>@name</a><i onclick='@name'>x</i></div>")
  expect(el.querySelector("img")).toBeNull()
  expect(el.querySelector(".app")?.getAttribute("title")).toBe("<img src=x onerror=alert(1)>")
  expect(el.querySelector("a")?.hasAttribute("href")).toBe(false)
  expect(el.querySelector("i")?.hasAttribute("onclick")).toBe(false)
})

test.each([
  "javascript:alert(1)", "JavaScript:alert(1)", " \tjava\tscript:alert(1)", "java\nscript:alert(1)", "\u0001javascript:alert(1)",
  "javascript\r\n:alert(1)", "vbscript:x", "data:text/html,<script>alert(1)</script>", "DATA:Text/html,x", "http://[",
])("an address %j from data is not one to follow", (url) => {
  const el = document.createElement("div")
  const hostile = { ...lookup, column: () => url }
  el.append(card_content("<a href='@url'>x</a><img src='@url'><a href='/rows/@url'>y</a>", [{ lookup: hostile, color: null }], 0))
  expect([...el.querySelectorAll("a, img")].map((one) => one.hasAttribute("href") || one.hasAttribute("src"))).toEqual([false, false, true])
})

test.each(["https://a.org/?q=1", "/rows/7", "rows/javascript:7", "data:image/png;base64,AA", "mailto:ada@example.org"])("an address %j from data is kept", (url) => {
  const el = document.createElement("div")
  el.append(card_content("<a href='@url'>x</a>", [{ lookup: { ...lookup, column: () => url }, color: null }], 0))
  expect(el.querySelector("a")?.getAttribute("href")).toBe(url)
})

test("rows that found no room are counted", () => {
  const el = document.createElement("div")
  el.append(card_content([["a", "b"]], [{ lookup, color: "red" }, { lookup, color: null }], 3))
  expect(el.querySelectorAll(".ap-card-rows").length).toBe(2)
  expect(el.querySelector<HTMLElement>(".ap-card-series")?.style.getPropertyValue("--ap-series")).toBe("red")
  expect(el.textContent).toContain("and 3 more")
})
