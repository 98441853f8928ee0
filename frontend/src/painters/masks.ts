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
  /** How far it goes from that pixel, to any side. */
  readonly reach: number
  readonly fill: Uint8Array
  /** Null where fill and line are one picture. */
  readonly line: Uint8Array | null
  /** What `veil_sheet.ts` worked out last. */
  veil: { readonly alpha: number; readonly through: Float32Array } | null
}

/** What a mark's outline depends on. */
export interface Outline {
  readonly kind: string
  readonly filled: boolean
  readonly line: LineLook | null
  /** Fill and line have one colour between them. */
  readonly one_color: boolean
}

const CAPACITY = 20_000
let cached = 0
const masks = new Map<string, Map<number, Family>>()

function name_of({ kind, filled, line, one_color }: Outline, ratio: number): string {
  const stroke = line === null ? "" : [line.width, line.join, line.cap, line.dash, line.dash_offset].join()
  return `${kind} ${filled} ${stroke} ${one_color} ${ratio}`
}

/** Masks of one outline by what varies from row to row, made when they are first asked for. */
export class MaskSet {
  private readonly known: Map<number, Family>

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

  /** `key` tells radius and angle apart. */
  family(key: number, radius: number, angle: number): Family {
    let family = this.known.get(key)
    if (family === undefined) this.known.set(key, (family = new Family(this.outline, this.ratio, radius, angle)))
    return family
  }
}

/** The masks of one mark at all places within a pixel. */
export class Family {
  private readonly known: (Mask | undefined)[] = new Array<Mask | undefined>(PHASES * PHASES).fill(undefined)

  constructor(
    private readonly outline: Outline, private readonly ratio: number, private readonly radius: number, private readonly angle: number,
  ) {}

  /** The phases are quarters of a device pixel. */
  at(phase_x: number, phase_y: number): Mask {
    return (this.known[phase_y * PHASES + phase_x] ??= this.make(phase_x / PHASES, phase_y / PHASES))
  }

  private make(dx: number, dy: number): Mask {
    cached++
    const { outline: { kind, filled, line, one_color }, ratio, radius, angle } = this
    const half = Math.ceil((radius * REACH + (line?.width ?? 0)) * ratio) + 1
    const size = 2 * half + 2
    const draw = (fills: boolean, lines: boolean): Uint8Array => coverage(size, ratio, (ctx) => {
      const pen = new MarkPen(ctx)
      const fill = fills ? { color: "#000000", alpha: 1 } : null
      const stroke = lines && line !== null ? { ...line, color: "#000000", alpha: 1 } : null
      const centre = (d: number): number => (half + d) / ratio
      if (pen.take({ fill, line: stroke }, kind)) pen.draw(centre(dx), centre(dy), radius, angle)
      pen.done()
    })
    return one_color ? trimmed(draw(filled, true), null, size, half) : trimmed(draw(filled, false), draw(false, true), size, half)
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
function trimmed(fill: Uint8Array, line: Uint8Array | null, size: number, half: number): Mask {
  let [left, top, right, bottom] = [size, size, 0, 0]
  for (let i = 0; i < fill.length; i++) {
    if (fill[i] === 0 && (line === null || line[i] === 0)) continue
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
  const reach = Math.max(half - left, half - top, right - 1 - half, bottom - 1 - half, 0)
  return { left: left - half, top: top - half, width, height, reach, fill: cut(fill), line: line === null ? null : cut(line), veil: null }
}
