import { readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { decode_frame, encode_frame } from "../../src/protocol/frame"
import { decode_value, encode_value } from "../../src/protocol/values"
import { Document } from "../../src/store/document"
import { Column } from "../../src/store/columns"
import { decode_column } from "../../src/store/source"

const GOLDEN = join(__dirname, "../../../tests/golden")

interface Expected {
  kind: number
  epoch: number
  revision: number
  ack: number
  origin: number
  operations: [string, ...never[]][]
  control: unknown
}

/** Frames that Python wrote, and what they hold according to Python. */
function golden(name: string) {
  const bytes = readFileSync(join(GOLDEN, `${name}.bin`))
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
  const text = readFileSync(join(GOLDEN, `${name}.json`), "utf8")
  return { frame: decode_frame(buffer), expected: JSON.parse(text) as Expected }
}

const NUMBERS: Record<string, number> = { nan: NaN, inf: Infinity, "-inf": -Infinity }

/** The expectation with its special numbers. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== "object" || value === null) return value
  if ("$num" in value) return NUMBERS[value.$num as string]
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

/** Arrays of any kind and rank as nested lists. */
function listed(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    const [, ...rest] = (value as unknown as { shape?: number[] }).shape ?? []
    const flat = Array.from(value as Float64Array)
    const size = rest.reduce((product, n) => product * n, 1)
    return rest.length === 0 ? flat : Array.from({ length: flat.length / size }, (_, i) => flat.slice(i * size, (i + 1) * size))
  }
  return Array.isArray(value) ? value.map(listed) : value
}

describe("frames that Python wrote", () => {
  test.each(["columns", "values", "operations", "control"])("%s: the header", (name) => {
    const { frame, expected } = golden(name)
    expect(frame.kind).toBe(["snapshot", "patch", "control"][expected.kind - 1])
    for (const field of ["epoch", "revision", "ack", "origin"] as const) expect(frame[field]).toBe(expected[field])
  })

  test("columns of every type", () => {
    const { frame, expected } = golden("columns")
    const [[, , columns]] = frame.head as [string, string, Record<string, unknown>][]
    const wanted = plain(expected.operations[0][2]) as Record<string, unknown>
    for (const [name, encoded] of Object.entries(columns)) {
      const { values, type } = decode_column(encoded, frame.area)
      expect([name, listed(Array.from(new Column(values, type).values()))]).toEqual([name, wanted[name]])
    }
  })

  test("numbers are viewed in place, at multiples of eight", () => {
    const { frame } = golden("columns")
    const [[, , columns]] = frame.head as [string, string, Record<string, unknown>][]
    const numbers = new Column(decode_column(columns.float64, frame.area).values).numeric()
    expect(numbers.buffer).toBe(frame.area.buffer)
    expect(numbers.byteOffset % 8).toBe(0)
  })

  test("values of every sort", () => {
    const { frame, expected } = golden("values")
    const [[, , encoded]] = frame.head as [string, string, unknown][]
    const values = decode_value(encoded, frame.area) as Record<string, unknown>
    const wanted = plain(expected.operations[0][2]) as Record<string, unknown>
    expect(values.map).toEqual(new Map<unknown, unknown>([[1, "one"], ["$odd", 2]]))
    expect(values.set).toEqual(new Set(wanted.set as string[]))
    expect(listed(values.bytes)).toEqual(wanted.bytes)
    const { map: _map, set: _set, bytes: _bytes, ...rest } = values
    for (const [name, value] of Object.entries(rest)) expect([name, value]).toEqual([name, wanted[name]])
  })

  test("operations of every sort", () => {
    const { frame } = golden("operations")
    const document = new Document(() => undefined)
    const before = decode_frame(encode_frame({
      kind: "snapshot",
      head: { roots: ["p9"], models: [["p1", "ColumnDataSource", { data: { x: [1, 2, 3], y: [1, 2, 3], z: [[[1, 1, 1], [2, 2, 2]]] } }], ["p9", "Div", {}]] },
    }))
    const heard: unknown[] = []
    document.events.connect((...event) => heard.push(event))
    document.apply(before)
    document.apply(frame)
    const [figure] = document.roots()
    expect(figure.get("x_range")).toBe(document.get_model_by_id("p3"))
    expect(document.get_model_by_id("p3")!.get("start")).toBe(1.5)
    expect(document.get_model_by_id("p1")!.get("data")).toEqual({
      x: Float64Array.of(9.5, 7, 8, 1, 1, 2, 3), y: Float64Array.of(1, 2, 3, 2, -1, -2, -3), z: [[[1, 1, 1], [5, 2, 6]]],
    })
    expect(document.get_model_by_id("p9")).toBeNull()
    expect(document.title).toBe("golden")
    expect(document.modules.get("Clock")).toBe("models/clock.js")
    expect(heard).toEqual([["ready", { n: 1 }]])
  })
})

describe("frames that are none", () => {
  const whole = encode_frame({ kind: "patch", head: [["title", "x"]] })
  const changed = (index: number, byte: number) => {
    const copy = whole.slice(0)
    new Uint8Array(copy)[index] = byte
    return copy
  }
  test.each([
    ["too short", whole.slice(0, 20), "expected a frame of 24 bytes or more, got 20"],
    ["other bytes", changed(0, 0), "expected a frame, got other bytes"],
    ["another version", changed(1, 9), "expected version 1 of the protocol, got 9: reload the page"],
    ["an unknown kind", changed(2, 7), "expected a frame of kind 1, 2 or 3, got 7"],
    ["cut in its head", whole.slice(0, 30), "the frame ends inside its head"],
  ])("%s", (_name, bytes, message) => {
    expect(() => decode_frame(bytes)).toThrow(message)
  })

  test("a column beyond the end", () => {
    const { area } = decode_frame(encode_frame({ kind: "patch", head: [] }, new Uint8Array(8)))
    expect(() => decode_value({ $: ["f8", 0, 2] }, area)).toThrow("expected 2 values of f8 at 0, but the frame ends before")
    expect(() => decode_value({ $: ["f9", 0, 1] }, area)).toThrow('expected a column type of the protocol, got "f9"')
  })
})

test("any value that a message may carry survives the way there and back", () => {
  const area = { buffer: new ArrayBuffer(0), start: 0 }
  const leaf = fc.oneof(fc.string(), fc.boolean(), fc.constant(null), fc.double({ noDefaultInfinity: false }))
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("any")), fc.dictionary(fc.stringMatching(/^[a-z]*$/), tie("any")),
      fc.array(fc.tuple(fc.integer(), tie("any"))).map((pairs) => new Map(pairs)), fc.uniqueArray(fc.string()).map((items) => new Set(items))),
  })).any
  fc.assert(fc.property(value, (one) => {
    const there = JSON.parse(JSON.stringify(encode_value(one))) as unknown
    const back = decode_value(there, area)
    expect(JSON.stringify(encode_value(back))).toBe(JSON.stringify(there))
  }))
})
