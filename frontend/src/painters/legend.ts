// Legends: their entries, where they lie, and how they are drawn.
import type { GlyphRenderer, Legend, LegendItem } from "../generated/models"
import { anchored, legend_layout, type LegendBoxes, type Size } from "../layout/legend_layout"
import type { Box, LegendEntry } from "../layout/surface"
import { layout_text, type TextBlock } from "../layout/text"
import type { SourceLike } from "./data"
import type { GuideLooks } from "./guide_looks"
import { draw_block, measure } from "./guide_text"
import type { RendererView } from "./renderer"
import { draw_panel, sides_of } from "./text_box"
import type { Canvas2D } from "./types"
import { set_fill } from "./visuals"

interface Entry {
  readonly item: LegendItem
  readonly text: string
  readonly block: TextBlock
  /** The row whose look the swatch shows. */
  readonly index: number
}

export interface PlacedLegend extends Size {
  readonly legend: Legend
  readonly entries: readonly Entry[]
  readonly title: TextBlock | null
  readonly boxes: LegendBoxes
}

const cell_text = (cell: unknown): string => (Array.isArray(cell) ? cell.join(", ") : String(cell))

/** Labels of an item: its text, or one for each value of the column it names, with the first row of that value. */
function labels_of(item: LegendItem): [text: string, index: number][] {
  const label = item.label as { value?: string | null; field?: string }
  if (label.field === undefined) return label.value === null || label.value === undefined ? [] : [[label.value, item.index ?? 0]]
  const source = item.renderers[0]?.data_source as unknown as SourceLike | undefined
  const cells = source?.column(label.field)?.values() ?? []
  const first = new Map<string, number>()
  for (let i = 0; i < cells.length; i++) {
    const text = cell_text(cells[i])
    if (!first.has(text)) first.set(text, i)
  }
  return [...first]
}

/** True if the entries come from a column. */
export const follows_data = (legend: Legend): boolean => legend.items.some(({ label }) => "field" in label)

function entries_of(legend: Legend, looks: GuideLooks): Entry[] {
  const { style } = looks.text(legend, "label")
  return legend.items.filter((item) => item.visible).flatMap((item) =>
    labels_of(item).map(([text, index]) => ({ item, text, index, block: layout_text(text, style, measure) })))
}

/** Lays a legend out in the room there is. */
export function place_legend(legend: Legend, room: Size, looks: GuideLooks): PlacedLegend {
  const entries = legend.visible ? entries_of(legend, looks) : []
  const text = legend.title ?? ""
  const title = text === "" ? null : layout_text(text, looks.text(legend, "title").style, measure)
  const height = looks.get<number | "auto">(legend, "label_height")
  const boxes = legend_layout({
    labels: entries.map(({ block }) => block), title, title_gap: legend.title_standoff,
    orientation: legend.orientation, ncols: legend.ncols, nrows: legend.nrows, room,
    swatch: { width: legend.glyph_width, height: looks.get(legend, "glyph_height") },
    label_gap: looks.get(legend, "label_standoff"),
    least_label: { width: legend.label_width, height: height === "auto" ? 0 : height },
    spacing: legend.spacing, padding: sides_of(looks.get(legend, "padding")),
  })
  const shown = entries.length > 0
  return { legend, entries, title, boxes, width: shown ? boxes.width : 0, height: shown ? boxes.height : 0 }
}

/** Upper left corner of a legend within the frame or its panel. */
export function legend_corner(placed: PlacedLegend, box: Box, beside: boolean): [number, number] {
  const { legend } = placed
  const [x, y] = anchored(placed, box, legend.location, beside ? 0 : legend.margin)
  return [Math.round(x), Math.round(y)]
}

const is_shown = (renderer: GlyphRenderer): boolean => renderer.visible && !renderer.muted

export type ViewOf = (renderer: GlyphRenderer) => RendererView | undefined

const moved = (box: Box, x: number, y: number): Box => ({ ...box, x: box.x + x, y: box.y + y })

function draw_entry(ctx: Canvas2D, placed: PlacedLegend, i: number, x: number, y: number, view_of: ViewOf, looks: GuideLooks): void {
  const { legend, entries, boxes } = placed
  const { item, index, block } = entries[i]
  const { swatch, label, entry } = boxes.entries[i]
  ctx.save()
  for (const renderer of item.renderers) view_of(renderer)?.legend(ctx, moved(swatch, x, y), index)
  ctx.restore()
  const look = looks.text(legend, "label")
  draw_block(ctx, block, look, x + label.x + label.width / 2, y + label.y + label.height / 2)
  const veil = looks.fill(legend, "inactive")
  if (legend.click_policy === "none" || veil === null || item.renderers.some(is_shown)) return
  ctx.save()
  set_fill(ctx, veil)
  ctx.fillRect(x + entry.x, y + entry.y, entry.width, entry.height)
  ctx.restore()
}

export function draw_legend(ctx: Canvas2D, placed: PlacedLegend, [x, y]: [number, number], view_of: ViewOf, looks: GuideLooks): void {
  const { legend, entries, boxes, title } = placed
  if (entries.length === 0) return
  draw_panel(ctx, legend, looks, x + 0.5, y + 0.5, boxes.width - 1, boxes.height - 1)
  if (title !== null && boxes.title !== null) {
    draw_block(ctx, title, looks.text(legend, "title"), x + boxes.title.x + title.width / 2, y + boxes.title.y + title.height / 2)
  }
  entries.forEach((_, i) => draw_entry(ctx, placed, i, x, y, view_of, looks))
}

/** The entries that answer clicks, where they were drawn. */
export function clickable_entries({ legend, entries, boxes }: PlacedLegend, [x, y]: [number, number]): LegendEntry[] {
  if (legend.click_policy === "none") return []
  return entries.map(({ item, text }, i) => ({
    legend, item, label: text, renderers: item.renderers, box: moved(boxes.entries[i].entry, x, y),
  }))
}
