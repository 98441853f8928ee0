import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { marker, MARKERS } from "../../src/painters/markers"

test("every marker that apps may name is drawn", () => {
  const enums = readFileSync(new URL("../../../src/asgiplots/schema/enums.py", import.meta.url), "utf8")
  const [, list] = /^MarkerType = Literal\[([^\]]*)\]/m.exec(enums)!
  const names = [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name)
  expect(Object.keys(MARKERS).sort()).toEqual(names.sort())
})

test("an unknown marker is a circle", () => {
  expect(marker("?")).toBe(MARKERS.circle)
})
