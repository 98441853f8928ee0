// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { Pace } from "../../src/page/pace"

let now = 0
let hidden = false
let next: (() => void)[] = []
let said: [ms: number, hidden: boolean][] = []
let pace: Pace

beforeEach(() => {
  now = 10_000
  hidden = false
  next = []
  const own: typeof said = []
  said = own
  vi.spyOn(performance, "now").mockImplementation(() => now)
  vi.spyOn(document, "hidden", "get").mockImplementation(() => hidden)
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => next.push(run))
  pace = new Pace((...what) => own.push(what))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Paints `seconds` long, a frame every `ms`. */
function paint(seconds: number, ms: number) {
  for (const end = now + 1000 * seconds; now < end;) {
    pace.begin()
    step(ms)
  }
}

function step(ms: number) {
  now += ms
  const due = next
  next = []
  for (const run of due) run()
}

function show(seen: boolean) {
  hidden = !seen
  document.dispatchEvent(new Event("visibilitychange"))
}

test("a page says once how fast it paints, and again when that has changed by a quarter", () => {
  paint(5, 16.7)
  expect(said).toEqual([[17, false]])
  paint(3, 20)
  expect(said).toHaveLength(1)
  paint(3, 30)
  expect(said.at(-1)).toEqual([30, false])
  expect(said.length).toBeLessThan(4)
})

test("a slow page speaks every second", () => {
  paint(10.5, 100)
  expect(said.length).toBeGreaterThan(8)
  expect(said.length).toBeLessThan(12)
  expect(said.at(-1)).toEqual([100, false])
})

test("a page that was held up once is not slow", () => {
  paint(2, 16)
  paint(0.1, 5000)
  paint(5, 16)
  expect(said).toEqual([[16, false]])
})

test("one that paints nothing says nothing, and asks for no frames", () => {
  pace.begin()
  step(16)
  expect(next).toEqual([])
  step(5000)
  expect(said).toEqual([])
})

test("a page says when it is hidden and when it is seen, and the time between counts for no frame", () => {
  paint(2, 16)
  pace.begin()
  show(false)
  now += 60_000
  show(true)
  step(16)
  paint(5, 16)
  expect(said).toEqual([[16, false], [16, true], [16, false]])
})

test("a server that knows nothing is told again", () => {
  paint(2, 16)
  pace.restate()
  expect(said).toHaveLength(1)
  paint(2, 16)
  expect(said).toEqual([[16, false], [16, false]])
  show(false)
  pace.restate()
  expect(said.at(-1)).toEqual([0, true])
})
