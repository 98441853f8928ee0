/** What the variables and columns of a tooltip stand for, at one row of one renderer. */
import type { GlyphRenderer, HoverTool, Image, Spec } from "../generated/models"
import type { PlotSurface } from "../layout/surface"
import type { Scale } from "../scales/scale"
import { matrix_of } from "../painters/matrix"
import { format_value, type FieldFormatter } from "../scales/format"
import type { ColumnSource } from "../store/source"
import { data_at } from "./frame"
import { formatter_key, type Lookup } from "./template"

export interface HoverRow {
  renderer: GlyphRenderer
  index: number
  /** Where the row is held on the figure. */
  snap: { sx: number; sy: number }
}

const SECOND = 1000

const source_of = (renderer: GlyphRenderer): ColumnSource => renderer.data_source as unknown as ColumnSource

function spec_at(spec: Spec<unknown>, source: ColumnSource, index: number): number {
  if ("value" in spec) return Number(spec.value)
  return "field" in spec ? Number(source.column(spec.field)?.at(index)) : NaN
}

/** The number of an image under a point, in parts of its width and height; undefined outside. */
function cell_at(cells: unknown, { origin }: Image, u: number, v: number): number | undefined {
  const { width, height, values } = matrix_of(cells)
  const [across, up] = [origin.endsWith("right") ? 1 - u : u, origin.startsWith("top") ? 1 - v : v]
  const [i, j] = [Math.floor(up * height), Math.floor(across * width)]
  return i < 0 || j < 0 || i >= height || j >= width ? undefined : values[i * width + j]
}

function image_value(cells: unknown, { renderer, index }: HoverRow, at: { x: unknown; y: unknown }): unknown {
  const glyph = renderer.glyph as Image
  const [x, y, dw, dh] = [glyph.x, glyph.y, glyph.dw, glyph.dh].map((spec) => spec_at(spec, source_of(renderer), index))
  return cell_at(cells, glyph, (Number(at.x) - x) / dw, (Number(at.y) - y) / dh)
}

function has_dates(guides: readonly { type: string }[]): boolean {
  return guides.some(({ type }) => type === "DatetimeAxis")
}

/** The colour that a renderer's marks have in common, null where each row has its own. */
export function color_of({ glyph }: GlyphRenderer): string | null {
  const { fill_color, line_color } = glyph as { fill_color?: unknown; line_color?: unknown }
  const plain = [fill_color, line_color].map((spec) => (spec as { value?: unknown } | null)?.value ?? spec)
  return plain.find((value): value is string => typeof value === "string") ?? null
}

/** Under the pointer a date is as exact as a pixel is. */
function pointed_date(value: unknown, scale: Scale): unknown {
  const per_px = Math.abs((scale.domain[1] - scale.domain[0]) / (scale.range[1] - scale.range[0]))
  return typeof value === "number" && per_px > SECOND / 2 ? Math.round(value / SECOND) * SECOND : value
}

/** Looks names up for one row, with the pointer at `at`. */
export class RowLookup implements Lookup {
  private readonly formatters: Map<string, FieldFormatter>

  constructor(private readonly surface: PlotSurface, tool: Pick<HoverTool, "formatters">, private readonly row: HoverRow,
              private readonly at: { sx: number; sy: number }) {
    this.formatters = new Map(Object.entries(tool.formatters).map(([key, kind]) => [formatter_key(key), kind as FieldFormatter]))
  }

  column(name: string): unknown {
    const value = source_of(this.row.renderer).column(name)?.at(this.row.index)
    if (this.row.renderer.glyph.type !== "Image" || typeof value !== "object") return value
    return image_value(value, this.row, data_at(this.surface, this.at.sx, this.at.sy))
  }

  variable(name: string): unknown {
    const { surface, row: { renderer, index, snap }, at } = this
    switch (name) {
      case "index": return index
      case "name": return renderer.name ?? ""
      case "sx": return Math.round(at.sx)
      case "sy": return Math.round(at.sy)
      case "snap_sx": return Math.round(snap.sx)
      case "snap_sy": return Math.round(snap.sy)
      case "x": return data_at(surface, at.sx, at.sy).x
      case "y": return data_at(surface, at.sx, at.sy).y
      case "snap_x": return data_at(surface, snap.sx, snap.sy).x
      case "snap_y": return data_at(surface, snap.sx, snap.sy).y
      default: return undefined
    }
  }

  format(value: unknown, { key, format }: { key: string; format?: string }): string {
    const formatter = this.formatters.get(key) ?? (this.is_date(key) ? "datetime" : null)
    const is_pointer = formatter === "datetime" && key.startsWith("$")
    const exact = is_pointer ? pointed_date(value, key.endsWith("x") ? this.surface.x : this.surface.y) : value
    return format_value(exact, format ?? null, formatter)
  }

  private is_date(key: string): boolean {
    if (key.startsWith("@")) return source_of(this.row.renderer).column(key.slice(1))?.type === "datetime"
    const { above, below, left, right } = this.surface.model
    if (/^\$(snap_)?x$/.test(key)) return has_dates([...above, ...below])
    return /^\$(snap_)?y$/.test(key) && has_dates([...left, ...right])
  }
}
