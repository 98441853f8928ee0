// Where marks would not show any more, because all that they would touch is done.

/** The places are looked for after so many marks for each pixel. */
const OFTEN = 1 / 6

/** Looked up by pixel: 1 where a mark whose centre lies there would not show. Counted in the pixels of a sheet. */
export class Hidden {
  places = new Uint8Array()
  private stride = 0
  private runs = new Int32Array()
  /** How far the marks so far go from the pixel of their centre. */
  private reach = 0
  private left = 0

  begin(stride: number, size: number): void {
    this.stride = stride
    this.reach = 0
    this.left = size * OFTEN
    if (this.places.length < size) this.places = new Uint8Array(size)
    else this.places.fill(0, 0, size)
  }

  /** Takes note of a mark that goes so far. */
  widen(reach: number): void {
    if (reach <= this.reach) return
    this.reach = reach
    this.places.fill(0)
  }

  /** Counts painted marks; true if it is time to look again. */
  is_time(marks: number): boolean {
    this.left -= marks
    return this.left < 0
  }

  /** Works out the places from 1 for each pixel of `places` that is done, 0 for others. */
  look(size: number): void {
    this.left = size * OFTEN
    this.along_rows(size)
    this.along_columns(size)
  }

  /** Leaves 1 where all pixels within reach to both sides are done; what lies outside counts as done. */
  private along_rows(size: number): void {
    const { stride, places, reach } = this
    const span = 2 * reach
    for (let at = 0; at < size; at += stride) {
      let run = span
      for (let x = 0; x < stride; x++) {
        run = places[at + x] !== 0 ? run + 1 : 0
        if (x >= reach) places[at + x - reach] = run > span ? 1 : 0
      }
      for (let x = stride - reach; x < stride; x++) places[at + x] = ++run > span ? 1 : 0
    }
  }

  private along_columns(size: number): void {
    const { stride, places, reach } = this
    const span = 2 * reach
    if (this.runs.length < stride) this.runs = new Int32Array(stride)
    const runs = this.runs.fill(span, 0, stride)
    for (let at = 0; at < size + reach * stride; at += stride) {
      const out = at - reach * stride
      for (let x = 0; x < stride; x++) {
        runs[x] = at >= size || places[at + x] !== 0 ? runs[x] + 1 : 0
        if (out >= 0) places[out + x] = runs[x] > span ? 1 : 0
      }
    }
  }
}
