// Grids: lines at the ticks of an axis, and bands between them.
import type { Grid } from "../generated/models"
import type { Box } from "../layout/surface"
import type { Scale } from "../scales/scale"
import { desired_ticks, ticks, type TickerLike, type Ticks } from "../scales/ticks"
import type { GuideLooks } from "./guide_looks"
import { snapped } from "./guide_text"
import type { Canvas2D } from "./types"
import { set_fill, set_line, type LineLook } from "./visuals"

type Pair = [number, number]

interface Field {
  readonly level: boolean
  readonly scale: Scale
  /** Pixels between which the lines run, across the grid's dimension. */
  readonly cross: Pair
}

const as_pair = (given: unknown): Pair | null => (Array.isArray(given) ? [Math.min(...(given as Pair)), Math.max(...(given as Pair))] : null)

function clipped(ends: Pair, given: unknown, scale: Scale): Pair {
  const pair = as_pair(given)
  if (pair === null) return ends
  const pixels = pair.map(scale.to_screen).sort((a, b) => a - b)
  return [Math.max(ends[0], pixels[0]), Math.min(ends[1], pixels[1])]
}

/** The positions of a grid: its own ticker's, else those that its axis shows. */
export function grid_ticks(grid: Grid, scale: Scale, size: number, of_axis: Ticks | null): Ticks {
  const own = grid.ticker as TickerLike | null
  const bounds = as_pair(grid.bounds)
  const ticker = own ?? (grid.axis?.ticker as TickerLike | undefined) ?? null
  const desired = ticker === null ? 0 : desired_ticks(ticker, size, grid.dimension === 0 ? "level" : "upright").count
  const found = own === null && of_axis !== null ? of_axis : ticker === null ? { major: [], minor: [] } : ticks(ticker, scale, desired, bounds)
  if (bounds === null) return found
  const inside = (value: number): boolean => value >= bounds[0] && value <= bounds[1]
  return { major: found.major.filter(inside), minor: found.minor.filter(inside) }
}

function stroke_lines(ctx: Canvas2D, look: LineLook | null, values: readonly number[], { level, scale, cross }: Field, ratio: number): void {
  if (look === null) return
  ctx.save()
  set_line(ctx, look)
  ctx.beginPath()
  for (const value of values) {
    const at = snapped(scale.to_screen(value), look.width, ratio)
    ctx.moveTo(...(level ? [at, cross[0]] : [cross[0], at]) as Pair)
    ctx.lineTo(...(level ? [at, cross[1]] : [cross[1], at]) as Pair)
  }
  ctx.stroke()
  ctx.restore()
}

/** Edges of the bands; every second one is filled, counted from zero where ticks are evenly spaced, so that panning does not swap them. */
function band_edges(major: readonly number[], scale: Scale): { edges: number[]; first: number } {
  const step = major[1] - major[0]
  const even = scale.kind === "linear" && major.every((value, i) => Math.abs(value - major[0] - i * step) < step * 1e-6)
  if (!even) return { edges: [...major], first: 0 }
  const edges = [major[0] - step, ...major, major[major.length - 1] + step]
  return { edges, first: Math.abs(Math.round(edges[0] / step)) % 2 }
}

function fill_bands(ctx: Canvas2D, grid: Grid, looks: GuideLooks, major: readonly number[], { level, scale, cross }: Field, ends: Pair): void {
  const look = looks.fill(grid, "band")
  if (look === null || major.length < 2) return
  const { edges, first } = band_edges(major, scale)
  ctx.save()
  set_fill(ctx, look)
  for (let i = first; i < edges.length - 1; i += 2) {
    const [a, b] = [edges[i], edges[i + 1]].map((value) => Math.min(Math.max(scale.to_screen(value), ends[0]), ends[1])).sort((p, q) => p - q)
    if (level) ctx.fillRect(a, cross[0], b - a, cross[1] - cross[0])
    else ctx.fillRect(cross[0], a, cross[1] - cross[0], b - a)
  }
  ctx.restore()
}

/** Draws a grid inside the frame; `of_axis` are the ticks that its axis shows, `x` and `y` the frame's scales. */
export function draw_grid(ctx: Canvas2D, grid: Grid, frame: Box, x: Scale, y: Scale, of_axis: Ticks | null, looks: GuideLooks, ratio: number): void {
  const level = grid.dimension === 0
  const [scale, across] = level ? [x, y] : [y, x]
  const across_frame: Pair = [frame.x, frame.x + frame.width]
  const down_frame: Pair = [frame.y, frame.y + frame.height]
  const [ends, whole] = level ? [across_frame, down_frame] : [down_frame, across_frame]
  const field = { level, scale, cross: clipped(whole, grid.cross_bounds, across) }
  const { major, minor } = grid_ticks(grid, scale, ends[1] - ends[0], of_axis)
  fill_bands(ctx, grid, looks, major, field, clipped(ends, grid.bounds, scale))
  stroke_lines(ctx, looks.line(grid, "minor_grid"), minor, field, ratio)
  stroke_lines(ctx, looks.line(grid, "grid"), major, field, ratio)
}
