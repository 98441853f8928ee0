/** Stands in for the browser's canvases where only pixels are put and read. */
export class PixelCanvas {
  readonly pixels: Uint32Array
  /** Pixels put on any canvas since `reset`. */
  static put = 0
  static made = 0

  constructor(readonly width: number, readonly height: number) {
    this.pixels = new Uint32Array(width * height)
    PixelCanvas.made++
  }

  static reset(): void {
    PixelCanvas.put = PixelCanvas.made = 0
  }

  getContext(): { putImageData: (image: FakeImageData, x: number, y: number) => void } {
    return {
      putImageData: (image, left, top) => {
        const colors = new Uint32Array(image.data.buffer)
        for (let k = 0; k < colors.length; k++) {
          const [x, y] = [left + (k % image.width), top + Math.floor(k / image.width)]
          if (x >= this.width || y >= this.height) throw new RangeError(`expected pixels within the canvas, got (${x}, ${y})`)
          this.pixels[y * this.width + x] = colors[k]
        }
        PixelCanvas.put += colors.length
      },
    }
  }

  /** The colours of a part, row by row. */
  read([x, y, width, height]: readonly [number, number, number, number]): number[] {
    return Array.from({ length: width * height }, (_, k) => this.pixels[(y + Math.floor(k / width)) * this.width + x + (k % width)])
  }
}

class FakeImageData {
  constructor(readonly data: Uint8ClampedArray, readonly width: number, readonly height: number) {}
}

Object.assign(globalThis, { OffscreenCanvas: PixelCanvas, ImageData: FakeImageData })
