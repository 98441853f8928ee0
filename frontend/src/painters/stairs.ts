// Lines in steps: a level for each row, and an upright where the level of one row gives way to that of the next.
//
//     before          after          center
//        ┌──●      ●──┐              ●─┐
//     ●──┘            └──●             └─●
import type { Box } from "../layout/surface"
import type { Step } from "../generated/models"
import { Polyline } from "./stroke"
import type { Canvas2D } from "./types"
import type { LineLook } from "./visuals"

export type StepMode = Step["mode"]

/** Steps to a pixel that stand for more. */
const FINE = 4

/** Where between two neighbouring rows the upright stands, in pixels. */
export function upright(mode: StepMode, from: number, to: number): number {
  return mode === "before" ? from : mode === "after" ? to : (from + to) / 2
}

/** Strokes steps through the points that it is fed. */
export class Stairs extends Polyline {
  override readonly is_level = true
  private x = NaN
  private y = NaN

  constructor(ctx: Canvas2D, look: LineLook, frame: Box, private readonly mode: StepMode) {
    super(ctx, look, frame)
  }

  override point(x: number, y: number): void {
    const at = upright(this.mode, this.x, x)
    if (Number.isFinite(at + this.y + y)) {
      if (at !== this.x) super.point(at, this.y)
      if (at !== x) super.point(at, y)
    }
    super.point(x, y)
    this.x = x
    this.y = y
  }

  /** Many small steps look like a slope, but are not as thick. */
  override skip_to(x: number, y: number): void {
    const { x: x0, y: y0 } = this
    const count = Math.ceil(Math.min(Math.abs(x - x0), Math.abs(y - y0)) * FINE)
    for (let i = 1; i < count; i++) this.point(x0 + ((x - x0) * i) / count, y0 + ((y - y0) * i) / count)
    this.point(x, y)
  }

  override gap(): void {
    super.gap()
    this.x = NaN
  }
}
