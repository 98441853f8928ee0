/** Where a pointer is on a figure: in the frame, beside it over an axis, or in a corner. */
import type { Box, PlotSurface } from "../layout/surface"
import type { Dimensions } from "./tool"
import type { Rect } from "./viewport"

export const rect_of = ({ x, y, width, height }: Box): Rect => ({ x0: x, x1: x + width, y0: y, y1: y + height })

export function in_frame({ x, y, width, height }: Box, sx: number, sy: number): boolean {
  return sx >= x && sx <= x + width && sy >= y && sy <= y + height
}

/** The dimensions that a gesture at this point means: over an axis only that axis', in a corner none. */
export function dimensions_at(frame: Box, sx: number, sy: number, wanted: Dimensions): { x: boolean; y: boolean } {
  const across = sx >= frame.x && sx <= frame.x + frame.width
  const down = sy >= frame.y && sy <= frame.y + frame.height
  return { x: across && wanted !== "height", y: down && wanted !== "width" }
}

/** Data coordinates of a point; on a categorical axis the factor under it. */
export function data_at(surface: PlotSurface, sx: number, sy: number): { x: unknown; y: unknown } {
  const { x, y } = surface
  const [at_x, at_y] = [x.to_data(sx), y.to_data(sy)]
  return { x: x.factors?.nearest(at_x) ?? at_x, y: y.factors?.nearest(at_y) ?? at_y }
}
