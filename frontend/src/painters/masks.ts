// Marks as small grey pictures: how much of each pixel the fill covers, and how much the line.
import { MarkPen, REACH } from "./mark_pen"
import type { LineLook } from "./visuals"

/** Places within a pixel that are told apart, along each axis. */
export const PHASES = 4

/** Coverage (0 to 255) of the pixels around a mark, row by row. */
export interface Mask {
  /** Place of the first pixel from the one that holds the mark's centre. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly fill: Uint8Array
  readonly line: Uint8Array
}

/** What a mark's outline depends on. */
export interface Outline {
  readonly kind: string
  readonly filled: boolean
  readonly line: LineLook | null
}

const CAPACITY = 20_000
let cached = 0
const masks = new Map<string, Map<number, Mask>>()

function name_of({ kind, filled, line }: Outline, ratio: number): string {
  const stroke = line === null ? "" : [line.width, line.join, line.cap, line.dash, line.dash_offset].join()
  return `${kind} ${filled} ${stroke} ${ratio}`
}

/** Masks of one outline by what varies from row to row, made when they are first asked for. */
export class MaskSet {
  private readonly known: Map<number, Mask>

  constructor(private readonly outline: Outline, private readonly ratio: number) {
    if (cached > CAPACITY) {
      masks.clear()
      cached = 0
    }
    const name = name_of(outline, ratio)
    let known = masks.get(name)
    if (known === undefined) masks.set(name, (known = new Map()))
    this.known = known
  }

  /** `key` tells radius and angle apart; the phases are quarters of a device pixel. */
  get(key: number, radius: number, angle: number, phase_x: number, phase_y: number): Mask {
    const place = (key * PHASES + phase_x) * PHASES + phase_y
    let mask = this.known.get(place)
    if (mask === undefined) {
      mask = this.make(radius, angle, phase_x / PHASES, phase_y / PHASES)
      this.known.set(place, mask)
      cached++
    }
    return mask
  }

  private make(radius: number, angle: number, dx: number, dy: number): Mask {
    const { kind, filled, line } = this.outline
    const half = Math.ceil((radius * REACH + (line?.width ?? 0)) * this.ratio) + 1
    const size = 2 * half + 2
    const draw = (look: { fill: boolean; line: boolean }): Uint8Array => coverage(size, this.ratio, (ctx) => {
      const pen = new MarkPen(ctx)
      const fill = look.fill ? { color: "#000000", alpha: 1 } : null
      const stroke = look.line && line !== null ? { ...line, color: "#000000", alpha: 1 } : null
      const centre = (d: number): number => (half + d) / this.ratio
      if (pen.take({ fill, line: stroke }, kind)) pen.draw(centre(dx), centre(dy), radius, angle)
      pen.done()
    })
    return trimmed(draw({ fill: filled, line: false }), draw({ fill: false, line: true }), size, half)
  }
}

let scratch: OffscreenCanvasRenderingContext2D | null = null

/** The opacity of what `draw` leaves on an empty square canvas. */
function coverage(size: number, ratio: number, draw: (ctx: OffscreenCanvasRenderingContext2D) => void): Uint8Array {
  scratch ??= new OffscreenCanvas(64, 64).getContext("2d", { willReadFrequently: true })!
  const { canvas } = scratch
  if (canvas.width < size) canvas.width = canvas.height = size
  scratch.setTransform(1, 0, 0, 1, 0, 0)
  scratch.clearRect(0, 0, size, size)
  scratch.setTransform(ratio, 0, 0, ratio, 0, 0)
  draw(scratch)
  const { data } = scratch.getImageData(0, 0, size, size)
  return Uint8Array.from({ length: size * size }, (_, i) => data[i * 4 + 3])
}

/** The part of both pictures that holds anything. */
function trimmed(fill: Uint8Array, line: Uint8Array, size: number, half: number): Mask {
  let [left, top, right, bottom] = [size, size, 0, 0]
  for (let i = 0; i < fill.length; i++) {
    if (fill[i] === 0 && line[i] === 0) continue
    const [x, y] = [i % size, Math.floor(i / size)]
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
  }
  const width = Math.max(right - left, 0)
  const height = Math.max(bottom - top, 0)
  const cut = (values: Uint8Array): Uint8Array =>
    Uint8Array.from({ length: width * height }, (_, i) => values[(top + Math.floor(i / width)) * size + left + (i % width)])
  return { left: left - half, top: top - half, width, height, fill: cut(fill), line: cut(line) }
}
