const FIRST = 250
const LONGEST = 15_000
const GROWTH = 1.8

/** Milliseconds to wait before attempt number `attempt` (from 0): growing, and spread so that viewers do not come at once. */
export function retry_delay(attempt: number, random: () => number = Math.random): number {
  const longest = Math.min(FIRST * GROWTH ** attempt, LONGEST)
  return longest * (0.5 + random() / 2)
}

/** Milliseconds to wait when the server asked to come back after `seconds`. */
export function comeback_delay(seconds: number, random: () => number = Math.random): number {
  return seconds * 1000 * (0.5 + random())
}
