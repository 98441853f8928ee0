// Very many opaque marks of one colour and size. Marks at one place are painted once; what lies amid them is found by
// bits, 32 pixels at a time, and painted solid; single marks are stamped only where the cloud is thin and along its edges.
import { PHASES, type Family } from "./masks"
import type { Ink } from "./sheet"
import type { VeilSheet } from "./veil_sheet"

/** Places within a pixel that share a shape are taken together, two by two along each axis. */
const GROUPS = 4
/** Bits of a word, as a power of two. */
const WORD = 5

/** Pixels of one line that every mark of a group covers, from the one of its centre. */
interface Span { readonly from: number; readonly to: number; readonly lines: number[] }

export class Cloud {
  private stride = 0
  private size = 0
  /** By pixel: a bit for each place within it where a mark lies. */
  private places = new Uint16Array()
  /** By group and pixel: a bit if any of its marks lies there. */
  private groups: Int32Array[] = []
  private solid = new Int32Array()
  private line = new Int32Array()

  /** As large as a sheet; its lines are whole words. */
  begin(stride: number, size: number): void {
    this.stride = stride
    this.size = size
    const words = size >>> WORD
    if (this.places.length < size) {
      this.places = new Uint16Array(size)
      this.groups = Array.from({ length: GROUPS }, () => new Int32Array(words))
      this.solid = new Int32Array(words)
    } else for (const each of [this.places, this.solid, ...this.groups]) each.fill(0)
    if (this.line.length < stride >>> WORD) this.line = new Int32Array(stride >>> WORD)
  }

  /** Notes a mark whose centre lies in pixel `at`; the phases are places within it. */
  add(at: number, phase_x: number, phase_y: number): void {
    this.places[at] |= 1 << (phase_y * PHASES + phase_x)
    this.groups[(phase_y & 2) | (phase_x >> 1)][at >> WORD] |= 1 << (at & 31)
  }

  paint(sheet: VeilSheet, family: Family, ink: Ink): void {
    this.groups.forEach((marks, group) => {
      for (const span of spans_of(family, group)) this.spread(marks, span)
    })
    sheet.fill(this.solid, reach_of(family))
    const { places, size } = this
    const { hides } = sheet
    for (let at = 0; at < size; at++) {
      if (places[at] === 0 || hides[at] !== 0) continue
      for (let left = places[at]; left !== 0; left &= left - 1) {
        const phase = 31 - Math.clz32(left & -left)
        sheet.stamp(family.at(phase & 3, phase >> 2), at, ink)
      }
    }
  }

  /** Makes solid what these marks cover in the lines of the span. */
  private spread(marks: Int32Array, { from, to, lines }: Span): void {
    const { line, solid, stride } = this
    const words = stride >>> WORD
    for (let start = 0; start < marks.length; start += words) {
      if (!widen_line(marks, start, words, from, to, line)) continue
      for (const dy of lines) {
        const target = start + dy * words
        if (target < 0 || target + words > solid.length) continue
        for (let k = 0; k < words; k++) solid[target + k] |= line[k]
      }
    }
  }
}

/** Sets in `out` the bits `from` to `to` places after each bit of a line; false if the line is empty. */
function widen_line(bits: Int32Array, start: number, words: number, from: number, to: number, out: Int32Array): boolean {
  let any = 0
  for (let k = 0; k < words; k++) {
    const here = bits[start + k]
    const before = k > 0 ? bits[start + k - 1] : 0
    const after = k + 1 < words ? bits[start + k + 1] : 0
    let wide = from <= 0 && to >= 0 ? here : 0
    for (let d = Math.max(from, 1); d <= to; d++) wide |= (here << d) | (before >>> (32 - d))
    for (let d = Math.max(-to, 1); d <= -from; d++) wide |= (here >>> d) | (after << (32 - d))
    out[k] = wide
    any |= here
  }
  return any !== 0
}

/** What all four marks of a group cover for certain. Lines that are alike are one span. */
function spans_of(family: Family, group: number): Span[] {
  const [x, y] = [(group & 1) * 2, group & 2]
  const masks = [family.at(x, y), family.at(x + 1, y), family.at(x, y + 1), family.at(x + 1, y + 1)]
  const covered = (dx: number, dy: number): boolean => masks.every(({ left, top, width, height, fill }) =>
    dx >= left && dx < left + width && dy >= top && dy < top + height && fill[(dy - top) * width + dx - left] === 255)
  const reach = reach_of(family)
  const spans = new Map<string, Span>()
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      if (!covered(dx, dy)) continue
      const from = dx
      while (covered(dx + 1, dy)) dx++
      const name = `${from} ${dx}`
      if (!spans.has(name)) spans.set(name, { from, to: dx, lines: [] })
      spans.get(name)!.lines.push(dy)
    }
  }
  return [...spans.values()]
}

function reach_of(family: Family): number {
  let most = 0
  for (let k = 0; k < PHASES * PHASES; k++) most = Math.max(most, family.at(k & 3, k >> 2).reach)
  return most
}
