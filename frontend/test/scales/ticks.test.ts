import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { factor_map } from "../../src/scales/factors"
import { linear_scale, log_scale } from "../../src/scales/scale"
import { desired_ticks, tick_factors, ticks } from "../../src/scales/ticks"
import { adaptive_ticks, log_ticks, nice_interval } from "../../src/scales/ticks_linear"
import { time_ticks } from "../../src/scales/ticks_time"

describe("round steps", () => {
  it.each([
    [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0, 10, [0, 2, 4, 6, 8, 10]],
    [-1.05, 1.05, [-1, -0.5, 0, 0.5, 1]],
    [0, 12.566, [0, 2, 4, 6, 8, 10, 12]],
    [0, 100, [0, 20, 40, 60, 80, 100]],
    [1.2e6, 1.9e6, [1.2e6, 1.3e6, 1.4e6, 1.5e6, 1.6e6, 1.7e6, 1.8e6, 1.9e6]],
    [0.1, 0.35, [0.1, 0.15, 0.2, 0.25, 0.3, 0.35]],
  ])("from %d to %d", (low, high, expected) => expect(adaptive_ticks(low, high, 6).major).toEqual(expected))

  it("lie inside, are even, and are about as many as wished", () => {
    const end = fc.double({ noNaN: true, min: -1e9, max: 1e9 })
    fc.assert(fc.property(end, fc.double({ noNaN: true, min: 1e-3, max: 1e9 }), fc.integer({ min: 2, max: 12 }), (low, span, desired) => {
      const { major } = adaptive_ticks(low, low + span, desired)
      expect(major.length).toBeGreaterThanOrEqual(1)
      expect(major.length).toBeLessThanOrEqual(desired * 2 + 1)
      const slack = span * 1e-6 + Math.abs(low) * 1e-14
      major.forEach((tick) => expect(tick >= low - slack && tick <= low + span + slack).toBe(true))
    }))
  })
  it("obey the ticker's limits", () => {
    expect(nice_interval(1, 6, { min_interval: 1 })).toBe(1)
    expect(nice_interval(10, 6, { max_interval: 1 })).toBe(1)
    expect(nice_interval(64, 6, { base: 2, mantissas: [1] })).toBe(8)
  })
  it("divide into minor ticks, the major ones left out", () => {
    expect(adaptive_ticks(0, 1, 2, { num_minor_ticks: 5 }).minor.map((v) => Number(v.toFixed(6)))).toEqual([0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9])
    expect(adaptive_ticks(0, 1, 6, { num_minor_ticks: 0 }).minor).toEqual([])
  })
})

describe("log ticks", () => {
  it.each([
    [1, 1000, [1, 10, 100, 1000]],
    [1, 1e12, [1, 1e2, 1e4, 1e6, 1e8, 1e10, 1e12]],
    [1, 50, [1, 2, 5, 10, 20, 50]],
    [0.01, 1, [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]],
    [200, 800, [200, 300, 400, 500, 600, 700, 800]],
  ])("from %d to %d", (low, high, expected) => expect(log_ticks(low, high, 6).major.map((v) => Number(v.toPrecision(12)))).toEqual(expected))
  it("have the whole numbers between powers as minor ones", () => {
    expect(log_ticks(1, 1000, 6).minor.slice(0, 9)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 20])
    expect(log_ticks(1, 1e12, 6).minor).toEqual([1e1, 1e3, 1e5, 1e7, 1e9, 1e11])
  })
})

const at = (text: string): number => Date.parse(text + "Z")
const dates = (low: string, high: string, desired = 6): string[] =>
  time_ticks(at(low), at(high), desired).major.map((ms) => new Date(ms).toISOString().replace(/(T00:00:00)?\.000Z$/, "").replace("Z", ""))

describe("date ticks", () => {
  it.each([
    ["2024-03-04T10:00:00", "2024-03-04T10:00:00.500", ["2024-03-04T10:00:00", "2024-03-04T10:00:00.100", "2024-03-04T10:00:00.200", "2024-03-04T10:00:00.300", "2024-03-04T10:00:00.400", "2024-03-04T10:00:00.500"]],
    ["2024-03-04T10:00:03", "2024-03-04T10:01:00", ["2024-03-04T10:00:10", "2024-03-04T10:00:20", "2024-03-04T10:00:30", "2024-03-04T10:00:40", "2024-03-04T10:00:50", "2024-03-04T10:01:00"]],
    ["2024-03-04T22:10:00", "2024-03-05T02:00:00", ["2024-03-04T22:30:00", "2024-03-04T23:00:00", "2024-03-04T23:30:00", "2024-03-05", "2024-03-05T00:30:00", "2024-03-05T01:00:00", "2024-03-05T01:30:00", "2024-03-05T02:00:00"]],
    ["2024-02-27T00:00:00", "2024-03-03T00:00:00", ["2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02", "2024-03-03"]],
    ["2024-01-20T00:00:00", "2024-03-01T00:00:00", ["2024-01-22", "2024-02-01", "2024-02-08", "2024-02-15", "2024-02-22", "2024-03-01"]],
    ["2024-01-10T00:00:00", "2024-12-20T00:00:00", ["2024-03-01", "2024-05-01", "2024-07-01", "2024-09-01", "2024-11-01"]],
    ["2018-06-01T00:00:00", "2024-06-01T00:00:00", ["2019-01-01", "2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01"]],
    ["1900-01-01T00:00:00", "2024-06-01T00:00:00", ["1900-01-01", "1920-01-01", "1940-01-01", "1960-01-01", "1980-01-01", "2000-01-01", "2020-01-01"]],
  ])("from %s to %s", (low, high, expected) => expect(dates(low, high)).toEqual(expected))
  it("go below the millisecond", () => {
    expect(time_ticks(0, 0.01, 5).major).toEqual([0, 0.002, 0.004, 0.006, 0.008, 0.01])
  })
  it("take minor ticks from the calendar", () => {
    const { minor } = time_ticks(at("2024-01-01T00:00:00"), at("2024-07-01T00:00:00"), 3, 5)
    expect(minor.map((ms) => new Date(ms).getUTCDate())).toEqual(minor.map(() => 1))
  })
  it("are few and inside for every span", () => {
    const span = fc.double({ noNaN: true, min: 1, max: 1e13 })
    fc.assert(fc.property(span, fc.integer({ min: 2, max: 12 }), (length, desired) => {
      const low = at("1999-12-31T23:00:00")
      const { major } = time_ticks(low, low + length, desired)
      expect(major.length).toBeLessThanOrEqual(desired * 2.5 + 2)
      major.forEach((tick) => expect(tick >= low && tick <= low + length).toBe(true))
    }))
  })
})

describe("ticker models", () => {
  const scale = linear_scale(0, 10, 0, 600)
  it("fixed ones keep what is visible", () => {
    expect(ticks({ type: "FixedTicker", ticks: [-1, 2, 5, 30], minor_ticks: [1] }, scale, 6)).toEqual({ major: [2, 5], minor: [1] })
  })
  it("single intervals, also on a flipped axis", () => {
    expect(ticks({ type: "SingleIntervalTicker", interval: 2.5, num_minor_ticks: 0 }, linear_scale(10, 0, 0, 600), 6).major).toEqual([0, 2.5, 5, 7.5, 10])
  })
  it("a count that nobody set follows the axis length", () => {
    const ticker = { type: "BasicTicker", desired_num_ticks: 6 }
    expect([desired_ticks(ticker, 120, "level"), desired_ticks(ticker, 720, "level"), desired_ticks(ticker, 5000, "level")].map(({ count }) => count)).toEqual([4, 10, 10])
    expect(desired_ticks(ticker, 240, "upright")).toEqual({ count: 5, is_fixed: false })
    expect(desired_ticks({ ...ticker, desired_num_ticks: 3 }, 1000, "level")).toEqual({ count: 3, is_fixed: true })
  })
  it("bounds cut ticks off", () => {
    expect(ticks({ type: "BasicTicker" }, scale, 6, [3, 7]).major).toEqual([4, 6])
  })
  it("categories have one tick each", () => {
    const map = factor_map({ factors: ["a", "b", "c"] })
    const { major } = ticks({ type: "CategoricalTicker" }, linear_scale(0, 2, 0, 100, map), 6)
    expect(major).toEqual([0.5, 1.5])
    expect(tick_factors(map, major)).toEqual(["a", "b"])
  })
  it("log tickers work on log scales", () => {
    expect(ticks({ type: "LogTicker" }, log_scale(1, 1e4, 0, 500), 6).major).toEqual([1, 10, 100, 1000, 1e4])
  })
  it("an interval far too small for the view gives none instead of millions", () => {
    expect(ticks({ type: "SingleIntervalTicker", interval: 1e-9 }, scale, 6)).toEqual({ major: [], minor: [] })
  })
})
