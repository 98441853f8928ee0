import { expect, test } from "vitest"
import { KINDS } from "../../src/generated/models"
import { GLYPHS } from "../../src/painters"
import PARTS from "../../src/store/part_kinds.json"
import { declare_part, fetch_all, fetch_for, is_here } from "../../src/store/parts"
import { BUILDERS } from "../../src/widgets"
import "../../src/scales/tick_format"

const concrete = (base: string): string[] => {
  const below = (kind: string): boolean => kind === base || (KINDS[kind].base !== null && below(KINDS[kind].base))
  const bases = new Set(Object.values(KINDS).map((fact) => fact.base))
  return Object.keys(KINDS).filter((kind) => below(kind) && !bases.has(kind))
}

test("every part names kinds that there are, each once", () => {
  const named = Object.values(PARTS).flat()
  expect(named.filter((kind) => !(kind in KINDS))).toEqual([])
  expect(new Set(named).size).toBe(named.length)
})

test("all glyphs and widgets are here once the parts are, and those of a part only then", async () => {
  expect(is_here("Scatter")).toBe(false)
  expect(is_here("Line")).toBe(true)
  await fetch_for(["Scatter", "Line"])
  expect([is_here("Scatter"), is_here("Circle"), is_here("VBar")]).toEqual([true, true, false])
  await fetch_all()
  expect(concrete("Glyph").filter((kind) => !(kind in GLYPHS))).toEqual([])
  expect(concrete("Widget").filter((kind) => !(kind in BUILDERS))).toEqual([])
  expect(fetch_for(Object.keys(KINDS))).toBeNull()
})

test("a part that does not come is told of, and nothing waits for it", async ({ onTestFinished }) => {
  const said: unknown[] = []
  const { error } = console
  onTestFinished(() => void (console.error = error))
  console.error = (...words) => said.push(words)
  declare_part("boxes", () => Promise.reject(new Error("offline")))
  await fetch_for(["VBar"])
  expect(is_here("VBar")).toBe(true)
  expect(said).toHaveLength(1)
})
