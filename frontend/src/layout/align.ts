// Frames of figures that stand exactly above one another get the same left and right borders, those side by side the
// same top and bottom ones: so axes of a column or a grid line up.
import type { Insets } from "./figure_layout"
import type { Box } from "./surface"

export interface FramePlace {
  /** The figure's outer box, all in the same coordinates. */
  readonly box: Box
  /** The borders that the figure needs by itself. */
  readonly natural: Insets
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

/** Boxes within a pixel count as equal. */
const key = (a: number, b: number): string => `${Math.round(a)} ${Math.round(b)}`

function widest(places: readonly FramePlace[], key_of: (box: Box) => string, side: keyof Insets): Map<string, number> {
  const found = new Map<string, number>()
  for (const { box, natural } of places) {
    const group = key_of(box)
    found.set(group, Math.max(found.get(group) ?? 0, natural[side]))
  }
  return found
}

const column_of = ({ x, width }: Box): string => key(x, width)
const row_of = ({ y, height }: Box): string => key(y, height)

/** The borders that each figure has to have, in the order given. */
export function aligned(places: readonly FramePlace[]): Insets[] {
  const [left, right] = [widest(places, column_of, "left"), widest(places, column_of, "right")]
  const [top, bottom] = [widest(places, row_of, "top"), widest(places, row_of, "bottom")]
  return places.map(({ box }) => ({
    left: left.get(column_of(box))!, right: right.get(column_of(box))!, top: top.get(row_of(box))!, bottom: bottom.get(row_of(box))!,
  }))
}

export const same_insets = (a: Insets, b: Insets): boolean =>
  a.top === b.top && a.right === b.right && a.bottom === b.bottom && a.left === b.left
