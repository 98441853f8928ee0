/** The contents of a tooltip card: rows of label and value, or the app's own HTML with the values put in as text. */
import { fill_template, parts_text, type Lookup, type Part } from "./template"

export type Tooltips = string | readonly (readonly [string, string])[]

function element(name: string, class_name: string): HTMLElement {
  const el = document.createElement(name)
  el.className = class_name
  return el
}

function swatch(color: string): HTMLElement {
  const chip = element("span", "ap-swatch")
  chip.style.backgroundColor = color
  return chip
}

function fragment_of(html: string): DocumentFragment {
  const holder = document.createElement("template")
  holder.innerHTML = html
  return holder.content
}

function part_node(part: Part): Node {
  if ("text" in part) return document.createTextNode(part.text)
  return "swatch" in part ? swatch(part.swatch) : fragment_of(part.html)
}

function list_section(rows: readonly (readonly [string, string])[], lookup: Lookup): HTMLElement {
  const section = element("div", "ap-card-section ap-card-rows")
  for (const [label, template] of rows) {
    const value = element("span", "ap-card-value")
    value.append(...fill_template(template, lookup).map(part_node))
    if (label === "") {
      value.classList.add("ap-card-wide")
      section.append(value)
      continue
    }
    const name = element("span", "ap-card-label")
    name.textContent = label
    section.append(name, value)
  }
  return section
}

const ACTIVE_ATTRIBUTE = /^(on|srcdoc$|formaction$)/i
const ADDRESS_ATTRIBUTE = /^(href|src|action|xlink:href)$/i
const SCRIPT_ADDRESS = /^(javascript|vbscript|data:text)/i

/** Asks the browser how it reads the address: it overlooks tabs, line ends and the like. */
function is_script(address: string): boolean {
  return !URL.canParse(address, document.baseURI) || SCRIPT_ADDRESS.test(new URL(address, document.baseURI).href)
}

/** Values go into attributes as text, never into ones that would run them. */
function fill_attributes(el: Element, lookup: Lookup): void {
  for (const { name, value } of [...el.attributes]) {
    if (!/[@$]/.test(value)) continue
    const filled = parts_text(fill_template(value, lookup))
    if (filled === value) continue
    if (ACTIVE_ATTRIBUTE.test(name) || (ADDRESS_ATTRIBUTE.test(name) && is_script(filled))) el.removeAttribute(name)
    else el.setAttribute(name, filled)
  }
}

const templates = new Map<string, DocumentFragment>()

function html_section(template: string, lookup: Lookup): HTMLElement {
  const known = templates.get(template) ?? fragment_of(template)
  templates.set(template, known)
  const content = known.cloneNode(true) as DocumentFragment
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  const nodes: Node[] = []
  while (walker.nextNode() !== null) nodes.push(walker.currentNode)
  for (const node of nodes) {
    if (node instanceof Element) fill_attributes(node, lookup)
    else if (/[@$]/.test(node.nodeValue ?? "")) (node as Text).replaceWith(...fill_template(node.nodeValue ?? "", lookup).map(part_node))
  }
  const section = element("div", "ap-card-section")
  section.append(content)
  return section
}

/** One row of a card; `color` marks its series where the card speaks of several. */
export interface Entry {
  lookup: Lookup
  color: string | null
}

/** One section per row, and how many rows were left out. */
export function card_content(tooltips: Tooltips, entries: readonly Entry[], left_out: number): DocumentFragment {
  const content = document.createDocumentFragment()
  for (const { lookup, color } of entries) {
    const section = typeof tooltips === "string" ? html_section(tooltips, lookup) : list_section(tooltips, lookup)
    if (color !== null) {
      section.classList.add("ap-card-series")
      section.style.setProperty("--ap-series", color)
    }
    content.append(section)
  }
  if (left_out > 0) {
    const note = element("div", "ap-card-note")
    note.textContent = `and ${left_out} more`
    content.append(note)
  }
  return content
}
