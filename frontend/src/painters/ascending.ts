import type { GlyphData } from "./data"
import { is_ascending } from "./spatial"

/** True if x ascends without NaN; looked up once per version of the column. */
export function ascending_x(data: GlyphData): boolean {
  const xs = data.coords("x", "x")
  return data.memo("ascending", [...data.deps("x"), xs], () => is_ascending(xs))
}
