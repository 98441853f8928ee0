import { expect, test, vi } from "vitest"
import type { ModelBase } from "../../src/generated/models"
import { Late } from "../../src/painters/late"
import { Document } from "../../src/store/document"

const glyph = (): ModelBase & { version: number } => new Document(() => undefined).create("Line") as unknown as ModelBase & { version: number }

test("a glyph that asked too early changes when the part is here", async () => {
  const fetch = vi.fn(() => Promise.resolve("part"))
  const [late, line] = [new Late(fetch), glyph()]
  expect([late.get(line), late.get(line)]).toEqual([null, null])
  const before = line.version
  await late.load()
  expect(line.version).toBeGreaterThan(before)
  expect(late.get(line)).toBe("part")
  expect(fetch).toHaveBeenCalledOnce()
})

test("a glyph changes too when the part is lost", async () => {
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined)
  const [late, line] = [new Late(() => Promise.reject(new Error("gone"))), glyph()]
  late.get(line)
  const before = line.version
  await late.load()
  expect([late.is_lost, line.version > before, error.mock.calls.length]).toEqual([true, true, 1])
  error.mockRestore()
})
