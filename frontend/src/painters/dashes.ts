// Dashes where a line is not stroked by the browser.
import type { LineLook } from "./visuals"

/** The shortest dash, a dot, in units of the line's length. */
const DOT = 0.01

/** Cuts a line into dashes by its length. */
export class Dashes {
  /** What is left of the dash or gap that the line has come to. */
  left = 0
  /** Of dashes and gaps in turn. */
  private readonly lengths: readonly number[]
  private readonly whole: number
  private readonly first: number
  private place = 0

  /** `scale`: units of length in a CSS pixel. Dashes are shorter by what their round ends add, so that they have the ink of those with straight ends. */
  constructor({ dash, dash_offset, cap, width }: LineLook, scale: number) {
    const wanted = (dash.length % 2 === 0 ? dash : [...dash, ...dash]).map((length) => length * scale)
    const ends = cap === "butt" ? (width * scale * Math.PI) / 4 : 0
    const cut = wanted.map((length, i) => (i % 2 === 0 ? length - Math.max(length - ends, DOT) : 0))
    this.lengths = wanted.map((length, i) => length - cut[i] + (i % 2 === 0 ? 0 : (cut[i - 1] + cut[(i + 1) % cut.length]) / 2))
    this.whole = wanted.reduce((sum, length) => sum + length, 0)
    this.first = dash_offset * scale - cut[0] / 2
    this.restart()
  }

  get is_drawn(): boolean {
    return this.place % 2 === 0
  }

  restart(): void {
    this.place = 0
    this.left = this.lengths[0]
    this.skip(this.first)
  }

  skip(length: number): void {
    this.cut(((length % this.whole) + this.whole) % this.whole, () => undefined)
  }

  /** Goes on by `length`, and tells the parts of it that are drawn. */
  cut(length: number, draw: (from: number, to: number) => void): void {
    for (let done = 0; done < length; ) {
      const step = Math.min(this.left, length - done)
      if (this.is_drawn) draw(done, done + step)
      done += step
      this.left -= step
      while (this.left <= 0) this.left = this.lengths[(this.place = (this.place + 1) % this.lengths.length)]
    }
  }
}
