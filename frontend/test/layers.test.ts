import { readFileSync, readdirSync } from "node:fs"
import { dirname, join, relative, resolve, sep } from "node:path"
import { expect, test } from "vitest"

/** A room imports only itself and rooms that stand before it. Files at the root may import every room. */
const ROOMS = ["generated", "protocol", "store", "scales", "layout", "painters", "tools", "widgets", "page"]
const SOURCE = resolve(__dirname, "../src")

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? files(path) : path.endsWith(".ts") ? [path] : []
  })
}

/** Every module a file names: static, type-only, re-exported and dynamic imports. */
function imports(path: string): string[] {
  const text = readFileSync(path, "utf8")
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)["'](\.[^"']+)["']/g)
  return [...found].map(([, target]) => relative(SOURCE, resolve(dirname(path), target)).split(sep).join("/"))
}

/** Edges of `path` that go against the order, as sentences. */
function wrong_edges(path: string): string[] {
  const name = relative(SOURCE, path).split(sep).join("/")
  const own = ROOMS.indexOf(name.split("/")[0])
  if (own < 0) return []
  return imports(path)
    .filter((target) => {
      const room = ROOMS.indexOf(target.split("/")[0])
      return room > own || room < 0
    })
    .map((target) => `${name} imports ${target}`)
}

test("rooms import only rooms above them", () => {
  expect(files(SOURCE).flatMap(wrong_edges)).toEqual([])
})

test("no module imports itself through others", () => {
  const edges = new Map(files(SOURCE).map((path) => {
    const name = relative(SOURCE, path).split(sep).join("/").replace(/\.ts$/, "")
    return [name, imports(path).map((target) => target.replace(/\.ts$/, ""))]
  }))
  const done = new Set<string>()
  const visit = (name: string, trail: string[]): string[] => {
    if (trail.includes(name)) return [[...trail.slice(trail.indexOf(name)), name].join(" → ")]
    if (done.has(name)) return []
    const cycles = (edges.get(name) ?? []).flatMap((target) => visit(target, [...trail, name]))
    done.add(name)
    return cycles
  }
  expect([...edges.keys()].flatMap((name) => visit(name, []))).toEqual([])
})

test("every folder of the source is a room", () => {
  const folders = readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  expect(folders.filter((name) => !ROOMS.includes(name) && name !== "styles")).toEqual([])
})
