// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { Gestures, wheel_px, type GestureSink } from "../../src/tools/gestures"
import { drag, fire, prepare, tap } from "./pointer"

let el: HTMLElement
let log: [string, unknown][]
let gestures: Gestures

beforeEach(() => {
  vi.useFakeTimers()
  el = document.createElement("div")
  prepare(el)
  log = []
  const sink = new Proxy({} as GestureSink, { get: (_, name: string) => (at: unknown) => (log.push([name, at]), name === "takes_wheel") })
  gestures = new Gestures(el, sink)
})

afterEach(() => {
  gestures.destroy()
  vi.useRealTimers()
})

const names = (): string[] => log.map(([name]) => name)

test("a press and release in one place is a tap, two in a row a double tap", () => {
  tap(el, 20, 30)
  expect(names()).toEqual(["tap"])
  tap(el, 21, 30)
  expect(names()).toEqual(["tap", "tap", "doubletap"])
})

test("a move beyond the slop is a drag with its origin, distance and steps", () => {
  drag(el, [10, 10], [50, 30])
  expect(names()).toEqual(["pan_start", "pan", "pan", "pan", "pan_end"])
  expect(log[3][1]).toMatchObject({ x0: 10, y0: 10, dx: 40, dy: 20, step_x: 20, step_y: 10 })
})

test("a small slip of the hand is still a tap", () => {
  fire(el, "pointerdown", { x: 10, y: 10 })
  fire(el, "pointermove", { x: 11, y: 11 })
  fire(el, "pointerup", { x: 11, y: 11 })
  expect(names()).toEqual(["tap"])
})

test("holding still is a press", () => {
  fire(el, "pointerdown", { x: 10, y: 10 })
  vi.advanceTimersByTime(600)
  fire(el, "pointerup", { x: 10, y: 10 })
  expect(names()).toEqual(["press", "pressup"])
})

test("two fingers pinch: their distance is a ratio, their middle a shift", () => {
  fire(el, "pointerdown", { x: 100, y: 100, id: 1, type: "touch" })
  fire(el, "pointerdown", { x: 200, y: 100, id: 2, type: "touch" })
  fire(el, "pointermove", { x: 300, y: 100, id: 2, type: "touch" })
  expect(names()).toEqual(["pinch_start", "pinch"])
  expect(log[1][1]).toMatchObject({ scale: 2, sx: 200, step_x: 50, step_y: 0 })
  fire(el, "pointerup", { x: 300, y: 100, id: 2, type: "touch" })
  fire(el, "pointerup", { x: 100, y: 100, id: 1, type: "touch" })
  expect(names()).toEqual(["pinch_start", "pinch", "pinch_end"])
})

test("a drag that the browser takes away is broken off", () => {
  fire(el, "pointerdown", { x: 10, y: 10, type: "touch" })
  fire(el, "pointermove", { x: 40, y: 10, type: "touch" })
  fire(el, "pointercancel", { x: 40, y: 10, type: "touch" })
  expect(names().at(-1)).toBe("pan_cancel")
})

test("the wheel is listened to only when somebody wants it", () => {
  const turn = (): boolean => el.dispatchEvent(new WheelEvent("wheel", { deltaY: 120, cancelable: true }))
  expect(turn()).toBe(true)
  gestures.listen_wheel(true)
  expect(turn()).toBe(false)
  expect(log.find(([name]) => name === "wheel")?.[1]).toMatchObject({ delta: -120 })
  gestures.listen_wheel(false)
  expect(turn()).toBe(true)
})

test("lines and pages of the wheel are px too", () => {
  expect(wheel_px({ deltaX: 0, deltaY: 3, deltaMode: 1 })).toBe(-48)
  expect(wheel_px({ deltaX: 0, deltaY: -1, deltaMode: 2 })).toBe(400)
  expect(wheel_px({ deltaX: 5, deltaY: 0, deltaMode: 0 })).toBe(-5)
})
