import { CONTROL, HEADER_BYTES, MAGIC, PATCH, SNAPSHOT, VERSION } from "../generated/messages"
import type { ColumnArea } from "./values"

/**
 * A frame, little-endian:
 *
 *     0  u8 magic 0xA5 | u8 version 1 | u8 kind | u8 flags
 *     4  u32 head bytes | u32 epoch | u32 revision | u32 ack | u32 origin
 *    24  head: JSON in UTF-8, zeros up to a multiple of 8
 *        raw columns, each at a multiple of 8
 */
export interface Frame {
  readonly kind: FrameKind
  readonly epoch: number
  readonly revision: number
  /** The highest message number of this viewer that the sender has applied. */
  readonly ack: number
  /** The viewer whose write this is; 0: the app. */
  readonly origin: number
  readonly head: unknown
  readonly area: ColumnArea
}

export type FrameKind = "snapshot" | "patch" | "control"

const CODES: Record<FrameKind, number> = { snapshot: SNAPSHOT, patch: PATCH, control: CONTROL }
const KINDS = new Map(Object.entries(CODES).map(([kind, code]) => [code, kind as FrameKind]))

/** Reads a frame in place: columns are views into `buffer`, nothing is copied. */
export function decode_frame(buffer: ArrayBuffer): Frame {
  if (buffer.byteLength < HEADER_BYTES) throw new RangeError(`expected a frame of ${HEADER_BYTES} bytes or more, got ${buffer.byteLength}`)
  const header = new DataView(buffer, 0, HEADER_BYTES)
  if (header.getUint8(0) !== MAGIC) throw new TypeError("expected a frame, got other bytes")
  if (header.getUint8(1) !== VERSION) {
    throw new TypeError(`expected version ${VERSION} of the protocol, got ${header.getUint8(1)}: reload the page`)
  }
  const kind = KINDS.get(header.getUint8(2))
  if (kind === undefined) throw new TypeError(`expected a frame of kind 1, 2 or 3, got ${header.getUint8(2)}`)
  const head_bytes = header.getUint32(4, true)
  if (HEADER_BYTES + head_bytes > buffer.byteLength) throw new RangeError("the frame ends inside its head")
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, HEADER_BYTES, head_bytes))) as unknown
  const start = HEADER_BYTES + Math.ceil(head_bytes / 8) * 8
  return {
    kind,
    head,
    epoch: header.getUint32(8, true),
    revision: header.getUint32(12, true),
    ack: header.getUint32(16, true),
    origin: header.getUint32(20, true),
    area: { buffer, start },
  }
}

/** Builds a frame's bytes from a head and its column area. */
export function encode_frame(
  frame: Partial<Omit<Frame, "area" | "kind">> & { kind: FrameKind },
  columns: Uint8Array = new Uint8Array(),
): ArrayBuffer {
  const head = new TextEncoder().encode(JSON.stringify(frame.head ?? null))
  const start = HEADER_BYTES + Math.ceil(head.length / 8) * 8
  const buffer = new ArrayBuffer(start + columns.length)
  const header = new DataView(buffer)
  header.setUint8(0, MAGIC)
  header.setUint8(1, VERSION)
  header.setUint8(2, CODES[frame.kind])
  const words = [head.length, frame.epoch, frame.revision, frame.ack, frame.origin]
  words.forEach((word, i) => header.setUint32(4 + 4 * i, word ?? 0, true))
  new Uint8Array(buffer).set(head, HEADER_BYTES)
  new Uint8Array(buffer).set(columns, start)
  return buffer
}
