import { expect, test } from "vitest"
import { KINDS } from "../../src/generated/models"
import { Model } from "../../src/store/model"
import { ColumnSource } from "../../src/store/source"

// A field is read as a property of its model: one that has the name of a method would never be seen.
test("no field has the name of something that all models have", () => {
  const members = new Set([...Object.getOwnPropertyNames(Model.prototype), "id", "facts", "document", "version"])
  const fields = Object.entries(KINDS).flatMap(([kind, { defaults, writable }]) =>
    [...Object.keys(defaults), ...(writable ?? [])].map((field) => [kind, field] as const),
  )
  expect(fields.filter(([, field]) => members.has(field))).toEqual([])
})

test("no field of a source but its data has the name of something that sources have", () => {
  const members = Object.getOwnPropertyNames(ColumnSource.prototype)
  const fields = ["DataSource", "ColumnarDataSource", "ColumnDataSource"].flatMap((kind) => Object.keys(KINDS[kind].defaults))
  expect(fields.filter((field) => members.includes(field) && field !== "data")).toEqual([])
})
