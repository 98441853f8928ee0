// A legend as boxes: entries in columns and rows, each a swatch with a label beside it.
import type { Box } from "./surface"

export interface Size { readonly width: number; readonly height: number }

export interface LegendInputs {
  /** Sizes of the labels. */
  readonly labels: readonly Size[]
  readonly title: Size | null
  readonly title_gap: number
  readonly orientation: "horizontal" | "vertical"
  readonly ncols: number | "auto"
  readonly nrows: number | "auto"
  readonly swatch: Size
  readonly label_gap: number
  readonly least_label: Size
  /** Between entries. */
  readonly spacing: number
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** Width and height that may be filled; entries wrap into more rows or columns. */
  readonly room: Size
}

export interface LegendEntryBox { readonly entry: Box; readonly swatch: Box; readonly label: Box }

/** Boxes relative to the legend's upper left corner. */
export interface LegendBoxes extends Size {
  readonly entries: readonly LegendEntryBox[]
  readonly title: Box | null
}

/** Level gap between entries that lie side by side. */
const COLUMN_GAP = 14

interface Cells { columns: number; rows: number; widths: number[]; height: number }

function entry_size(inputs: LegendInputs, label: Size): Size {
  return {
    width: inputs.swatch.width + inputs.label_gap + Math.max(label.width, inputs.least_label.width),
    height: Math.max(inputs.swatch.height, label.height, inputs.least_label.height),
  }
}

/** The column and row of entry `i`: a vertical legend fills columns first. */
function cell(i: number, { columns, rows }: Pick<Cells, "columns" | "rows">, orientation: string): [column: number, row: number] {
  return orientation === "vertical" ? [Math.floor(i / rows), i % rows] : [i % columns, Math.floor(i / columns)]
}

function cells_for(inputs: LegendInputs, columns: number): Cells {
  const sizes = inputs.labels.map((label) => entry_size(inputs, label))
  const rows = Math.ceil(sizes.length / columns)
  const widths = new Array<number>(Math.min(columns, sizes.length)).fill(0)
  sizes.forEach(({ width }, i) => {
    const [column] = cell(i, { columns, rows }, inputs.orientation)
    widths[column] = Math.max(widths[column] ?? 0, width)
  })
  return { columns: widths.length, rows, widths, height: Math.max(0, ...sizes.map(({ height }) => height)) }
}

const total_width = ({ widths }: Cells): number => widths.reduce((sum, width) => sum + width, 0) + Math.max(0, widths.length - 1) * COLUMN_GAP

/** As many columns as asked for, else as many as the orientation wants and the room allows. */
function choose_cells(inputs: LegendInputs): Cells {
  const count = Math.max(1, inputs.labels.length)
  if (inputs.ncols !== "auto") return cells_for(inputs, Math.min(inputs.ncols, count))
  if (inputs.nrows !== "auto") return cells_for(inputs, Math.ceil(count / inputs.nrows))
  const { padding, room } = inputs
  if (inputs.orientation === "vertical") {
    const height = room.height - padding.top - padding.bottom - (inputs.title?.height ?? 0)
    const each = cells_for(inputs, 1).height + inputs.spacing
    const fitting = Math.max(1, Math.floor((height + inputs.spacing) / Math.max(each, 1)))
    return cells_for(inputs, Math.ceil(count / fitting))
  }
  let columns = count
  while (columns > 1 && total_width(cells_for(inputs, columns)) > room.width - padding.left - padding.right) columns--
  return cells_for(inputs, columns)
}

function entry_boxes(inputs: LegendInputs, cells: Cells, top: number): LegendEntryBox[] {
  const { padding, swatch, label_gap, labels } = inputs
  return labels.map((label, i) => {
    const [column, row] = cell(i, cells, inputs.orientation)
    const x = padding.left + cells.widths.slice(0, column).reduce((sum, width) => sum + width + COLUMN_GAP, 0)
    const y = top + row * (cells.height + inputs.spacing)
    const { height } = cells
    return {
      entry: { x, y, width: cells.widths[column], height },
      swatch: { x, y: y + (height - swatch.height) / 2, ...swatch },
      label: { x: x + swatch.width + label_gap, y: y + (height - label.height) / 2, ...label },
    }
  })
}

export function legend_layout(inputs: LegendInputs): LegendBoxes {
  const { padding, title } = inputs
  const cells = choose_cells(inputs)
  const top = padding.top + (title === null ? 0 : title.height + inputs.title_gap)
  const inner = Math.max(total_width(cells), title?.width ?? 0)
  return {
    entries: entry_boxes(inputs, cells, top),
    title: title === null ? null : { x: padding.left, y: padding.top, ...title },
    width: padding.left + inner + padding.right,
    height: top + cells.rows * (cells.height + inputs.spacing) - inputs.spacing + padding.bottom,
  }
}

const HORIZONTAL: Record<string, number> = { left: 0, center: 0.5, right: 1 }
const VERTICAL: Record<string, number> = { top: 0, center: 0.5, bottom: 1 }

/** "top_left" as parts of the free width and height; one word means the middle of that side. */
export function anchor_parts(anchor: string): [x: number, y: number] {
  const words = anchor.split("_")
  if (words.length === 2) return [HORIZONTAL[words[1]] ?? 0.5, VERTICAL[words[0]] ?? 0.5]
  return [HORIZONTAL[anchor] ?? 0.5, VERTICAL[anchor] ?? 0.5]
}

/**
 * Upper left corner of something of `size` in `box`: at an anchor with a margin, or its lower left corner at (x, y) from
 * the box's lower left. What is larger than the box starts where the box does, so that its beginning is seen.
 */
export function anchored(size: Size, box: Box, location: string | readonly [number, number], margin: number): [x: number, y: number] {
  if (typeof location !== "string") return [box.x + location[0], box.y + box.height - location[1] - size.height]
  const [px, py] = anchor_parts(location)
  return [
    box.x + margin + Math.max(0, box.width - 2 * margin - size.width) * px,
    box.y + margin + Math.max(0, box.height - 2 * margin - size.height) * py,
  ]
}
