/** Joins the parts of a large frame: a browser takes many middling messages faster than a large one. */
export class Parts {
  private frame: Uint8Array<ArrayBuffer> | null = null
  private filled = 0

  /** The next messages are parts of a frame of so many bytes. */
  expect(bytes: number): void {
    this.frame = new Uint8Array(bytes)
    this.filled = 0
  }

  /** Takes a message; returns the frame that it is or completes, null while parts are lacking. */
  add(message: ArrayBuffer): ArrayBuffer | null {
    const { frame } = this
    if (frame === null) return message
    frame.set(new Uint8Array(message), this.filled)
    this.filled += message.byteLength
    if (this.filled < frame.length) return null
    this.frame = null
    return frame.buffer
  }
}
