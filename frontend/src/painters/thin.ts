// A choice of rows where many lie in one pixel column. What an area covers of a column is told by a few of its rows
// as well as by all; extremes, which are thinner than a pixel can show, need no care as they do on lines.
import type { Scale } from "../scales/scale"
import type { Numbers } from "../store/numbers"
import { each_column, type Columns } from "./decimate"

/** From so many rows on a column is told by half of them, then by a quarter, and so on. */
const ENOUGH = 32
/** Spreads the rows that are chosen over their blocks, so that no rhythm in the data meets a rhythm of the choice. */
const SPREAD = 0x9e3779b1

/**
 * Visits rows from `from` to `to`; of a column with many the first, the last, and by chance one of each block between:
 * the same one in every frame, though rows are dropped meanwhile. `places` ascends.
 */
export function each_chosen(
  places: Numbers, window: readonly [from: number, to: number], scale: Scale, columns: Omit<Columns, "floor">,
  visit: (row: number) => void,
): void {
  const { first } = places
  each_column(places, window, scale, columns, (_, start, end) => {
    const bits = Math.max(0, Math.floor(Math.log2((end - start) / (ENOUGH / 2))))
    if (bits === 0) {
      for (let row = start; row < end; row++) visit(row)
      return
    }
    const size = 2 ** bits
    visit(start)
    for (let block = Math.floor((first + start) / size); block * size - first < end; block++) {
      const row = block * size - first + (Math.imul(block, SPREAD) >>> (32 - bits))
      if (row > start && row < end - 1) visit(row)
    }
    visit(end - 1)
  })
}
