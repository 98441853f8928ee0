import { expect, test } from "vitest"
import { comeback_delay, retry_delay } from "../../src/protocol/delays"

const attempts = Array.from({ length: 20 }, (_, attempt) => attempt)

test("delays grow with each attempt, up to 15 s", () => {
  const longest = attempts.map((attempt) => retry_delay(attempt, () => 1))
  expect(longest[0]).toBe(250)
  expect(longest.at(-1)).toBe(15_000)
  longest.slice(1).forEach((delay, i) => expect(delay === 15_000 || delay > 1.5 * longest[i]!).toBe(true))
})

test("delays are spread: of pages that lost the same server each waits between half and all of the delay", () => {
  for (const attempt of attempts) expect(retry_delay(attempt, () => 0)).toBe(retry_delay(attempt, () => 1) / 2)
  expect(new Set(Array.from({ length: 100 }, () => retry_delay(9))).size).toBeGreaterThan(90)
})

test("who was asked to come back after 2 s does so within 1 s of that", () => {
  expect([0, 0.5, 1].map((random) => comeback_delay(2, () => random))).toEqual([1000, 2000, 3000])
})
