import type { Control, HelloMessage, ViewerMessage } from "../generated/messages"
import type { Frame } from "./frame"
import { decode_frame } from "./frame"
import { comeback_delay, retry_delay } from "./delays"
import { Outbox } from "./outbox"
import { Parts } from "./parts"

/**
 * opening ─→ connected ─→ reconnecting ─→ connected …
 *    └──────────┴──────────────┴────────→ ended
 */
export type State = "opening" | "connected" | "reconnecting" | "ended"

/** The part of a WebSocket that is used here. */
export interface Socket {
  /** "asgiplots" where hello was said with the request. */
  readonly protocol: string
  binaryType: string
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number; reason: string }) => void) | null
  send(text: string): void
  close(code?: number): void
}

export interface ConnectionOptions {
  /** Proof of the page's right to its session, for the first time: the server then gives one to come back with. */
  token: string
  /** Random id of this page, the same over reconnections. */
  viewer: string
  open(): Socket
  /** What a person has set in the page, for a session that began anew. */
  kept(): HelloMessage["kept"]
  on_frame(frame: Frame): void
  /** `ack` is the last message that the server has applied. */
  on_control(control: Control, ack: number): void
  on_state(state: State, reason: string): void
  random?: () => number
}

type Numbered = Extract<ViewerMessage, { n: number }>
type Unnumbered<M = Numbered> = M extends Numbered ? Omit<M, "n"> : never

const PING_AFTER = 25_000
const PONG_WITHIN = 10_000

/** One viewer's connection: it comes back by itself, and every message is applied once. */
export class Connection {
  state: State = "opening"
  private readonly outbox = new Outbox()
  private parts = new Parts()
  private socket: Socket | null = null
  /** True between the server's hello and the loss of the socket. */
  private ready = false
  private attempt = 0
  private cursor: { epoch: number; revision: number } | null = null
  private retry: ReturnType<typeof setTimeout> | undefined
  private silence: ReturnType<typeof setTimeout> | undefined
  private comeback: number | null = null
  private token: string
  /** The last message that was there when the server was told what the page had set. */
  private told = 0

  constructor(private readonly options: ConnectionOptions) {
    this.token = options.token
  }

  /** Opens the socket; from then on the connection keeps itself up. */
  connect(): void {
    clearTimeout(this.retry)
    this.retry = undefined
    const socket = this.options.open()
    this.socket = socket
    this.parts = new Parts()
    socket.binaryType = "arraybuffer"
    socket.onopen = () => this.say_hello(socket)
    socket.onmessage = ({ data }) => this.receive(socket, data)
    socket.onclose = ({ code, reason }) => this.lost(socket, code, reason)
    this.watch()
  }

  /** Tries again now, if it waits for the next attempt. */
  hurry(): void {
    if (this.retry !== undefined) this.connect()
  }

  write(writes: [id: string, field: string, value: unknown][]): number {
    return this.post({ type: "write", writes })
  }

  event(name: string, model: string | null, values: Record<string, unknown>): number {
    return this.post({ type: "event", name, model, values })
  }

  /** Says that the page is being closed: the server need not wait for it. */
  leave(): void {
    this.tell({ type: "leave" })
    this.end("the page was closed")
  }

  /** Sends what is of no use later: without a connection it is dropped. */
  tell(message: ViewerMessage): void {
    if (this.ready) this.socket?.send(JSON.stringify(message))
  }

  private post(message: Unnumbered): number {
    const { n, text } = this.outbox.add(message)
    if (this.ready) this.socket?.send(text)
    return n
  }

  private say_hello(socket: Socket): void {
    if (socket.protocol === "asgiplots") return // said with the request
    const { epoch = null, revision = null } = this.cursor ?? {}
    const { token, options: { viewer, kept } } = this
    this.told = this.outbox.last
    socket.send(JSON.stringify({
      type: "hello", token, viewer, epoch, revision, sent: this.told, kept: epoch === null ? [] : kept(),
    }))
  }

  private receive(socket: Socket, data: unknown): void {
    if (socket !== this.socket || !(data instanceof ArrayBuffer)) return
    this.watch()
    const whole = this.parts.add(data)
    const frame = whole && this.decode(whole)
    if (frame === null) return
    this.outbox.acknowledge(frame.ack)
    if (frame.kind === "control") {
      this.control(frame.head as Control, frame)
      return
    }
    this.cursor = { epoch: frame.epoch, revision: frame.revision }
    this.options.on_frame(frame)
  }

  /** A server that speaks another language is not spoken to any more. */
  private decode(data: ArrayBuffer): Frame | null {
    try {
      return decode_frame(data)
    } catch (error) {
      this.end((error as Error).message)
      return null
    }
  }

  private control(control: Control, frame: Frame): void {
    if (control.type === "parts") {
      this.parts.expect(control.bytes)
      return
    }
    const ack = control.type === "hello" ? this.greeted(frame, control.token) : frame.ack
    if (control.type === "comeback") this.comeback = control.after
    if (control.type === "refused") this.outbox.drop(control.n)
    this.options.on_control(control, ack)
    if (control.type === "ended") this.end(control.reason)
  }

  /** The server knows us: it gets what it has not applied. A session that began anew was told all that in the hello. */
  private greeted(frame: Frame, token = this.token): number {
    const began_anew = this.cursor !== null && this.cursor.epoch !== frame.epoch
    const ack = began_anew ? this.told : frame.ack
    this.outbox.acknowledge(ack)
    this.token = token
    this.ready = true
    this.attempt = 0
    for (const text of this.outbox.unacknowledged()) this.socket?.send(text)
    this.enter("connected", "")
    return ack
  }

  private lost(socket: Socket, code: number, reason: string): void {
    if (socket !== this.socket) return
    this.ready = false
    this.socket = null
    clearTimeout(this.silence)
    if (this.state === "ended") return
    if (code >= 4000) {
      this.end(reason)
      return
    }
    const { random } = this.options
    const delay = this.comeback === null ? retry_delay(this.attempt++, random) : comeback_delay(this.comeback, random)
    this.comeback = null
    this.retry = setTimeout(() => this.connect(), delay)
    this.enter("reconnecting", reason)
  }

  /** A server that is silent for long is asked for a sign of life, then given up. */
  private watch(): void {
    clearTimeout(this.silence)
    this.silence = setTimeout(() => {
      if (this.ready) this.socket?.send('{"type":"ping"}')
      this.silence = setTimeout(() => this.drop(), PONG_WITHIN)
    }, PING_AFTER)
  }

  /** Gives the socket up without waiting for the other side to close it. */
  private drop(): void {
    const socket = this.socket
    if (socket === null) return
    socket.close()
    this.lost(socket, 1006, "the server does not answer")
  }

  private end(reason: string): void {
    clearTimeout(this.retry)
    clearTimeout(this.silence)
    this.enter("ended", reason)
    this.ready = false
    this.socket?.close(1000)
  }

  private enter(state: State, reason: string): void {
    if (this.state === state) return
    this.state = state
    this.options.on_state(state, reason)
  }
}
