import { describe, expect, it } from "vitest"
import { datetime_labels, resolution_of } from "../../src/scales/datetime_labels"
import { basic, basic_date, format_value } from "../../src/scales/format"
import { numeral } from "../../src/scales/numeral"
import { printf } from "../../src/scales/printf"
import { strftime } from "../../src/scales/strftime"
import { fetch_all } from "../../src/store/parts"
import { format } from "../../src/scales/tick_format"
import { basic_labels, log_labels } from "../../src/scales/tick_labels"

await fetch_all()

describe("numerals", () => {
  it.each<[number, string, string]>([
    [1234.567, "0,0", "1,235"], [1234.567, "0,0.00", "1,234.57"], [1234.5, "0", "1235"], [0, "0", "0"],
    [1234567.891, "0,0.0", "1,234,567.9"], [-1234.5, "0,0.0", "-1,234.5"], [-1234.5, "(0,0.0)", "(1,234.5)"], [12, "(0)", "12"],
    [5, "0[.]00", "5"], [5.5, "0[.]00", "5.50"], [5.25, "0[.]0[000]", "5.25"], [5.1, "0.0[000]", "5.1"], [5.12345, "0.0[000]", "5.1235"], [0.999, "0[.]00", "1"],
    [0.5, ".00", ".50"], [7, "000", "007"], [3, "+0", "+3"], [-3, "+0", "-3"],
    [0.1234, "0.0%", "12.3%"], [0.1234, "0 %", "12 %"], [0.07, "0%", "7%"], [1.1, "0.00%", "110.00%"],
    [1230, "0.0a", "1.2k"], [1.5e6, "0.0 a", "1.5 m"], [2e9, "0a", "2b"], [3.2e12, "0.0a", "3.2t"], [999960, "0.0a", "1.0m"], [1.5e6, "0 aK", "1500 k"],
    [1234, "$0,0.00", "$1,234.00"], [-1234, "$0,0", "-$1,234"], [1500000, "$0.0a", "$1.5m"], [12, "0.0 $", "12.0 $"],
    [1, "0o", "1st"], [2, "0o", "2nd"], [3, "0o", "3rd"], [4, "0o", "4th"], [11, "0o", "11th"], [112, "0o", "112th"], [21, "0o", "21st"],
    [2048, "0b", "2KB"], [2048, "0 ib", "2 KiB"], [3072, "0.0 bd", "3.1 KB"], [100, "0b", "100B"],
    [3661, "00:00:00", "1:01:01"], [12345.678, "0.00e+0", "1.23e+4"],
    [1.005, "0.00", "1.01"], [-0.001, "0.00", "0.00"], [3.14159, "0.3f", "3.142"], [1e21, "0,0", "1,000,000,000,000,000,000,000"],
    [12.5, "0.0 km/h", "12.5 km/h"], [5, "n = 0", "n = 5"],
  ])("%d as %s is %s", (value, pattern, expected) => expect(numeral(value, pattern)).toBe(expected))
  it("follow a language", () => {
    expect(numeral(1234567.5, "0,0.00", "de")).toBe("1.234.567,50")
    expect(numeral(1234.5, "0,0.0", "da-dk")).toBe("1.234,5")
  })
  it("round as told", () => {
    expect([numeral(2.7, "0", "en", "floor"), numeral(2.2, "0", "en", "ceil"), numeral(-2.7, "0", "en", "floor"), numeral(-2.2, "0", "en", "ceil")]).toEqual(["2", "3", "-3", "-2"])
  })
  it("say what is no number", () => {
    expect([NaN, Infinity, -Infinity].map((v) => numeral(v, "0.0"))).toEqual(["NaN", "∞", "-∞"])
  })
})

describe("printf", () => {
  it.each<[string, unknown, string]>([
    ["%d", 3.9, "3"], ["%5d|", 42, "   42|"], ["%-5d|", 42, "42   |"], ["%05d", -42, "-0042"], ["%+d", 42, "+42"], ["% d", 42, " 42"],
    ["%.2f", 1.239, "1.24"], ["%f", 1.5, "1.500000"], ["%8.3f", 3.14159, "   3.142"], ["%e", 12345.678, "1.234568e+04"], ["%.1e", 0.00012, "1.2e-04"],
    ["%g", 0.0001, "0.0001"], ["%g", 1e10, "1e+10"], ["%g", 100, "100"], ["%G", 1e-10, "1E-10"],
    ["%x", 255, "ff"], ["%X", 255, "FF"], ["%#x", 255, "0xff"], ["%o", 8, "10"], ["%b", 5, "101"],
    ["%s!", "hi", "hi!"], ["%.1s", "hi", "h"], ["%5s", "hi", "   hi"], ["%c", 65, "A"],
    ["%d%%", 50, "50%"], ["%d mu", 4, "4 mu"], ["%,d", 1234567, "1,234,567"], ["%5.1f mu", 2, "  2.0 mu"], ["%y", 1, "%y"], ["%.3d", 7, "007"], ["%d", NaN, "nan"],
  ])("%s of %s is %s", (pattern, value, expected) => expect(printf(pattern, value)).toBe(expected))
})

describe("strftime", () => {
  const ms = Date.UTC(2024, 2, 4, 5, 6, 7, 89)
  it.each<[string, string]>([
    ["%F", "2024-03-04"], ["%T", "05:06:07"], ["%Y-%m-%d %H:%M:%S", "2024-03-04 05:06:07"], ["%b %d, %Y", "Mar 04, 2024"], ["%A %B %e", "Monday March  4"],
    ["%a %-d %b", "Mon 4 Mar"], ["%3N", "089"], ["%f", "089000"], ["%N", "089000000"], ["%I:%M %p", "05:06 AM"], ["%P", "am"], ["%R", "05:06"], ["%D", "03/04/24"],
    ["%j", "064"], ["%y", "24"], ["%C", "20"], ["%k|%l", " 5| 5"], ["%^a", "MON"], ["100%%", "100%"], ["%J", "%J"], ["%z %Z", "+0000 UTC"], ["%q", "1"],
  ])("%s is %s", (pattern, expected) => expect(strftime(ms, pattern)).toBe(expected))
  it("keeps microseconds and never rounds into the next second", () => {
    expect(strftime(1000.123456, "%S.%6N")).toBe("01.000123")
    expect(strftime(1999.9999999, "%S.%3N")).toBe("01.999")
    expect(strftime(-0.5, "%3N")).toBe("999")
  })
  it("says NaT for what is no date", () => expect(strftime(NaN, "%F")).toBe("NaT"))
})

describe("tick labels", () => {
  it.each<[number[], string[]]>([
    [[0, 0.5, 1], ["0.0", "0.5", "1.0"]], [[0, 2, 4], ["0", "2", "4"]], [[-1, 0, 1], ["−1", "0", "1"]], [[0.1, 0.15, 0.2], ["0.10", "0.15", "0.20"]],
    [[0, 50000, 100000], ["0", "5e+4", "1e+5"]], [[0, 150000, 300000], ["0", "1.5e+5", "3.0e+5"]], [[0, 0.0005, 0.001], ["0", "5e−4", "1e−3"]], [[], []], [[3], ["3"]],
    [[1000.25, 1000.5], ["1000.25", "1000.50"]],
  ])("of %j are %j", (ticks, expected) => expect(basic_labels(ticks)).toEqual(expected))
  it("take precision and power limits", () => {
    expect(basic_labels([0, 1], { precision: 2 })).toEqual(["0.00", "1.00"])
    expect(basic_labels([0, 200000], { use_scientific: false })).toEqual(["0", "200000"])
    expect(basic_labels([0, 200000], { power_limit_high: 7 })).toEqual(["0", "200000"])
  })
  it("say large numbers close to each other without a power, where that is shorter", () => {
    expect(basic_labels([1e9, 1e9 + 1, 1e9 + 2])).toEqual(["1000000000", "1000000001", "1000000002"])
    expect(basic_labels([1e9, 1.5e9])).toEqual(["1.0e+9", "1.5e+9"])
    expect(basic_labels([1.00001e-9, 1.00002e-9])).toEqual(["1.00001e−9", "1.00002e−9"])
    expect(basic_labels([1e9, 1e9 + 1], { precision: 6 })[0]).toBe("1.000000e+9")
  })
  it("of powers are raised", () => {
    expect(log_labels([0.01, 1, 1e10])).toEqual(["10⁻²", "10⁰", "10¹⁰"])
    expect(log_labels([1, 10, 100], 10, 2)).toEqual(["1", "10", "10²"])
    expect(log_labels([1, 2, 5, 10])).toEqual(["1", "2", "5", "10"])
    expect(log_labels([8, 16], 2)).toEqual(["2³", "2⁴"])
  })
  it("come from any formatter model", () => {
    expect(format({ type: "NumeralTickFormatter", format: "$0a" } as never, [1000])).toEqual(["$1k"])
    expect(format({ type: "PrintfTickFormatter", format: "%d°" } as never, [20])).toEqual(["20°"])
    expect(format({ type: "BasicTickFormatter" }, [1.5])).toEqual(["1.5"])
    expect(format({ type: "LogTickFormatter" }, [100])).toEqual(["10²"])
    expect(format({ type: "DatetimeTickFormatter" }, [0, 365 * 864e5])).toEqual(["1970", "1971"])
  })
})

const HOUR = 3600e3
const DAY = 24 * HOUR
const axis = {
  seconds: "%T", minsec: "%T", minutes: "%H:%M", hours: "%H:%M", days: "%b %d", months: "%b %Y", boundary_scaling: false, context_which: "all" as const,
  context: { hours: "%b %d, %Y", days: "%Y", months: "", years: "", boundary_scaling: false, hide_repeats: true },
}

describe("date labels", () => {
  it.each([
    [0.0005, "microseconds"], [1, "milliseconds"], [1000, "seconds"], [15000, "minsec"], [60e3, "minutes"], [15 * 60e3, "hourmin"],
    [HOUR, "hours"], [DAY, "days"], [31 * DAY, "months"], [366 * DAY, "years"],
  ])("steps of %d ms are %s", (step, expected) => expect(resolution_of([0, step, 2 * step, 3 * step, 4 * step])).toBe(expected))
  const eve = Date.UTC(2024, 2, 4, 22)
  it("say the day below the hours, where it changes", () => {
    expect(datetime_labels([eve, eve + HOUR, eve + 2 * HOUR, eve + 3 * HOUR], axis)).toEqual(["22:00\nMar 04, 2024", "23:00", "00:00\nMar 05, 2024", "01:00"])
  })
  it("speak of the day at midnight, of no larger unit at its beginning", () => {
    expect(datetime_labels([eve, eve + HOUR, eve + 2 * HOUR])).toEqual(["22h", "23h", "03/05"])
    expect(datetime_labels([Date.UTC(2023, 11, 31), Date.UTC(2024, 0, 1)])).toEqual(["12/31", "01/01"])
  })
  it("can strip zeros, hide repeats and put context elsewhere", () => {
    expect(datetime_labels([5, 6], { strip_leading_zeros: true, boundary_scaling: false })).toEqual(["5ms", "6ms"])
    expect(datetime_labels([0, DAY], { days: "%b", hide_repeats: true, boundary_scaling: false })).toEqual(["Jan", ""])
    expect(datetime_labels([0, DAY], { days: "%d", boundary_scaling: false, context: "%Y", context_location: "left" })).toEqual(["1970 01", "02"])
  })
})

describe("one value for a tooltip", () => {
  it.each<[unknown, string | null, string]>([
    [3, null, "3"], [3.14159, null, "3.142"], [123456.789, null, "1.235e+5"], [0.000012345, null, "1.234e-5"], ["red", null, "red"], [null, null, "???"], [NaN, null, "NaN"], [["A", "x"], null, "A, x"],
    [3.14159, "0.00", "3.14"], [3.14159, "%.1f", "3.1"], [0, "%F", "1970-01-01"], [0, "%Y-%m-%d", "1970-01-01"], [1234, "$0,0", "$1,234"], ["red", "0.0", "red"], [5, "%d units", "5 units"],
  ])("%s in %s is %s", (value, pattern, expected) => expect(format_value(value, pattern)).toBe(expected))
  it("obeys the tool's formatters", () => {
    expect(format_value(0, "%d", "datetime")).toBe("01")
    expect(format_value(0, null, "datetime")).toBe("1970-01-01")
    expect(format_value(1.5, "%d", "raw")).toBe("1.5")
    expect(basic(Infinity)).toBe("∞")
    expect(basic_date(90061001)).toBe("1970-01-02 01:01:01.001")
  })
})
