import type { CrosshairTool } from "../generated/models"
import { in_frame } from "./frame"
import { along, type ToolHost, type ToolRecord, type ToolView } from "./tool"
import { token } from "./box_overlay"

/** The shipped black becomes a quiet colour of the page, seen on a dark one too. */
function color_of(tool: CrosshairTool, el: Element): string {
  return tool.line_color === "black" ? token(el, "--ap-muted", "black") : tool.line_color
}

function line(ctx: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  ctx.moveTo(x0, y0)
  ctx.lineTo(x1, y1)
}

class Crosshair implements ToolView {
  private at: { sx: number; sy: number } | null = null
  private readonly off: () => void

  constructor(private readonly tool: CrosshairTool, private readonly host: ToolHost) {
    this.off = host.surface.add_overlay((ctx) => this.draw(ctx))
  }

  move({ sx, sy }: { sx: number; sy: number }): void {
    this.place(in_frame(this.host.surface.frame, sx, sy) ? { sx, sy } : null)
  }

  leave(): void {
    this.place(null)
  }

  cancel(): void {
    this.place(null)
  }

  destroy(): void {
    this.off()
  }

  private place(at: { sx: number; sy: number } | null): void {
    if (at === null && this.at === null) return
    this.at = at
    this.host.surface.repaint("overlay")
  }

  private draw(ctx: CanvasRenderingContext2D): void {
    if (this.at === null) return
    const { surface } = this.host
    const { x, y, width, height } = surface.frame
    const { dimensions, line_alpha, line_width } = this.tool
    const [sx, sy] = [Math.round(this.at.sx) + 0.5, Math.round(this.at.sy) + 0.5]
    ctx.save()
    ctx.strokeStyle = color_of(this.tool, surface.el)
    ctx.globalAlpha = line_alpha
    ctx.lineWidth = line_width
    ctx.beginPath()
    if (dimensions !== "height") line(ctx, x, sy, x + width, sy)
    if (dimensions !== "width") line(ctx, sx, y, sx, y + height)
    ctx.stroke()
    ctx.restore()
  }
}

export const crosshair_tool: ToolRecord<CrosshairTool> = {
  slot: "inspect",
  icon: () => "crosshair",
  label: (tool) => `Crosshair${along(tool.dimensions)}`,
  create: (tool, host) => new Crosshair(tool, host),
}
