// The page of the snapshot tests: draws cases on a canvas and hands out the pixels.
import type { Box } from "../../src/layout/surface"
import { fetch_all } from "../../src/store/parts"
import "../../src/painters"
import { thread } from "../../src/painters/line"
import { draw_stage, set_stage, type Case } from "./stage"

const FINE = 4
/** Of so many pixels to one, none holds more than a row. */
const ENDLESS = 1e9

function canvas_of([width, height]: [number, number], ratio: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement("canvas")
  canvas.width = width * ratio
  canvas.height = height * ratio
  const ctx = canvas.getContext("2d")!
  ctx.fillStyle = "white"
  ctx.fillRect(0, 0, canvas.width, canvas.height)
  ctx.scale(ratio, ratio)
  document.body.replaceChildren(canvas)
  return [canvas, ctx]
}

const page = {
  /** Draws a case and returns it as a PNG data URL. */
  draw(what: Case): string {
    const [canvas, ctx] = canvas_of(what.size, what.ratio ?? 1)
    draw_stage(ctx, set_stage(what), what.hover)
    return canvas.toDataURL("image/png")
  },

  /** The same with every row drawn, on `FINE` by `FINE` pixels for each: the mean of those is what a pixel should show. */
  fine(what: Case): string {
    const [canvas, ctx] = canvas_of(what.size, (what.ratio ?? 1) * FINE)
    const stage = set_stage(what)
    draw_stage(ctx, { ...stage, view: { ...stage.view, ratio: ENDLESS } }, what.hover)
    return canvas.toDataURL("image/png")
  },

  /** Swatches of each renderer, one beside the other. */
  legend(what: Case): string {
    const [canvas, ctx] = canvas_of(what.size, what.ratio ?? 1)
    set_stage(what).renderers.forEach((renderer, i) => {
      const box: Box = { x: 10 + i * 40, y: 10, width: 20, height: 20 }
      renderer.legend(ctx, box, 0)
    })
    return canvas.toDataURL("image/png")
  },

  /** The same line stroked point by point, for comparison with the one that the painter thins. */
  stroke(what: Case): string {
    const [canvas, ctx] = canvas_of(what.size, what.ratio ?? 1)
    const { view } = set_stage(what)
    const { glyph: [, fields], data } = what.renderers[0]
    const { x, y, shown } = data as { x: number[]; y: number[]; shown?: number[] }
    ctx.strokeStyle = String(fields.line_color ?? "black")
    ctx.lineWidth = Number(fields.line_width ?? 1)
    ctx.globalAlpha = Number(fields.line_alpha ?? 1)
    ctx.lineJoin = (fields.line_join ?? "bevel") as CanvasLineJoin
    ctx.lineCap = (fields.line_cap ?? "butt") as CanvasLineCap
    ctx.setLineDash((fields.line_dash ?? []) as number[])
    ctx.beginPath()
    let joined = false
    x.forEach((value, i) => {
      const [sx, sy] = [shown?.[i] === 0 ? NaN : view.x.to_screen(value), view.y.to_screen(y[i])]
      if (!Number.isFinite(sx + sy)) joined = false
      else if (joined) ctx.lineTo(sx, sy)
      else ctx.moveTo(sx, sy)
      if (Number.isFinite(sx + sy)) joined = true
    })
    ctx.stroke()
    return canvas.toDataURL("image/png")
  },
}

export type SnapshotPage = typeof page
void Promise.all([fetch_all(), thread.load()]).then(() => Object.assign(window, { page }))
