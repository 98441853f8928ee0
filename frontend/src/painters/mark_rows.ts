// What is known of the marks of all rows before any is drawn.
import type { Numbers } from "../store/numbers"
import type { GlyphData } from "./data"
import { combine, type Coded, type NumberField } from "./fields"
import { shape_looks, type Look } from "./visuals"

export type MarkStyle = readonly [look: Look, kind: string]

/** Marks of all rows: places in data units, radii in CSS pixels, angles as `ctx.rotate` takes them. */
export interface Marks {
  readonly xs: Numbers
  readonly ys: Numbers
  readonly radius: NumberField
  readonly angle: NumberField
  readonly style: Coded<MarkStyle>
}

/** Look and marker of each row. */
export function mark_styles(data: GlyphData, kind: Coded<string>): Coded<MarkStyle> {
  const look = shape_looks(data)
  return data.memo("style", [look, kind], () => combine<[Look, string]>([look, kind]))
}
