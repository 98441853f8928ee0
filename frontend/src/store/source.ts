import type { ColumnArea, ColumnRef, Dtype } from "../protocol/values"
import { decode_value, tag_of, view_column } from "../protocol/values"
import type { CellPatch } from "./cells"
import type { ColumnType } from "./columns"
import { Column } from "./columns"
import { Model } from "./model"

const TYPES: Partial<Record<Dtype, ColumnType>> = { b1: "bool", dt: "datetime", td: "timedelta" }

/** A column as a frame carries it: values that `Column` takes, and what they mean where the frame says so. */
export interface EncodedColumn {
  values: ArrayLike<unknown>
  type: ColumnType | undefined
}

/** Decodes one column of a frame; plain numbers are viewed in place. */
export function decode_column(value: unknown, area: ColumnArea, resolve?: (id: string) => unknown): EncodedColumn {
  if (typeof value === "object" && value !== null && tag_of(value) === "$") {
    const ref = (value as { $: ColumnRef }).$
    const values = view_column(ref, area)
    return { values, type: values.shape === undefined ? TYPES[ref[0]] : undefined }
  }
  return { values: decode_value(value, area, resolve) as ArrayLike<unknown>, type: undefined }
}

/** ColumnDataSource in the browser: columns by name, and the habits of scripts around `data`. */
export class ColumnSource extends Model {
  private readonly columns = new Map<string, Column>()
  private face: Record<string, ArrayLike<unknown>> | null = null

  /** The columns as arrays by name. Numbers are live: write into them, then `change.emit()`. */
  get data(): Record<string, ArrayLike<unknown>> {
    if (this.face === null) {
      this.face = {}
      for (const [name, column] of this.columns) this.face[name] = column.values()
    }
    return this.face
  }

  set data(data: Record<string, ArrayLike<unknown>>) {
    this.set("data", data)
  }

  /** Number of rows: that of the longest column. */
  get length(): number {
    let length = 0
    for (const column of this.columns.values()) length = Math.max(length, column.length)
    return length
  }

  get column_names(): string[] {
    return [...this.columns.keys()]
  }

  column(name: string): Column | undefined {
    return this.columns.get(name)
  }

  get_column(name: string): ArrayLike<unknown> | null {
    return this.columns.get(name)?.values() ?? null
  }

  get_length(): number {
    return this.length
  }

  /** Appends rows to every column, then drops rows at the start until at most `rollover` are left. */
  stream(rows: Record<string, ArrayLike<unknown>>, rollover: number | null = null): void {
    const encoded = Object.fromEntries(Object.entries(rows).map(([name, values]) => [name, { values, type: undefined }]))
    this.append_columns(encoded, rollover)
    this.document.note_local(this, "data")
    this.tell("data")
    this.tell("streaming")
  }

  /** Writes single cells and slices: `{column: [[index, value], …]}`. */
  patch(cells: Record<string, CellPatch[]>): void {
    this.patch_columns(cells)
    this.document.note_local(this, "data")
    this.tell("data")
    this.tell("patching")
  }

  /** `stream` without telling anybody. */
  append_columns(rows: Record<string, EncodedColumn>, rollover: number | null): void {
    for (const name of Object.keys(rows)) {
      const { values, type } = rows[name]
      const column = this.columns.get(name)
      if (column === undefined) this.columns.set(name, new Column(values, type))
      else column.append(values, rollover, type)
    }
    this.face = null
  }

  /** `patch` without telling anybody. */
  patch_columns(cells: Record<string, CellPatch[]>): void {
    for (const name of Object.keys(cells)) {
      const column = this.columns.get(name)
      if (column === undefined) throw new Error(`expected a column of the source to patch, got "${name}"`)
      column.patch(cells[name])
    }
    this.face = null
  }

  /** Replaces these columns and keeps the others, without telling anybody. */
  replace_columns(columns: Record<string, EncodedColumn>): void {
    for (const name of Object.keys(columns)) this.replace(name, new Column(columns[name].values, columns[name].type))
    this.face = null
  }

  override get(field: string): unknown {
    return field === "data" ? this.data : super.get(field)
  }

  override put(field: string, value: unknown): boolean {
    if (field !== "data") return super.put(field, value)
    this.replace_all(value as Record<string, ArrayLike<unknown>>)
    return true
  }

  override clear(field: string): boolean {
    if (field !== "data") return super.clear(field)
    const had_columns = this.columns.size > 0
    this.replace_all({})
    return had_columns
  }

  override has(field: string): boolean {
    return field === "data" ? this.columns.size > 0 : super.has(field)
  }

  override set_field_names(): string[] {
    return this.columns.size > 0 ? ["data", ...super.set_field_names()] : super.set_field_names()
  }

  /** Takes over what a script wrote into the arrays of `data`, or put there under new names. */
  protected override emit_change(): void {
    if (this.face !== null) this.replace_all(this.face)
    this.tell("data")
    super.emit_change()
  }

  private replace_all(data: Record<string, ArrayLike<unknown>>): void {
    for (const name of [...this.columns.keys()]) if (!(name in data)) this.columns.delete(name)
    for (const name of Object.keys(data)) {
      const column = this.columns.get(name)
      if (column !== undefined && column.is_numeric && data[name] === column.values()) column.touch()
      else this.replace(name, new Column(data[name]))
    }
    this.face = null
  }

  /** Versions go on growing over a replacement, so that nobody takes the new column for the old one. */
  private replace(name: string, column: Column): void {
    column.version = (this.columns.get(name)?.version ?? -1) + 1
    this.columns.set(name, column)
  }
}
