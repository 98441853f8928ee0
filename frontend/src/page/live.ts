import { Connection } from "../protocol/connection"
import type { Socket, State } from "../protocol/connection"
import type { Control } from "../generated/messages"
import { decode_frame } from "../protocol/frame"
import type { Frame } from "../protocol/frame"
import { Document } from "../store/document"
import { Badge } from "./badge"
import { describe_error, failure_card } from "./cards"
import type { PageConfig } from "./config"
import { base64_bytes, socket_url } from "./config"
import { catch_up, take_early } from "./early"
import { Frames } from "./frames"
import { Pace } from "./pace"
import { Roots } from "./roots"
import type { Scripts } from "./scripts"
import type { Builders } from "./views"
import { Views } from "./views"

/** One document of the page: its models, its views, and its connection if it is live. */
export class LivePage {
  readonly document = new Document()
  private readonly views: Views
  private readonly roots: Roots
  private readonly frames = new Frames((frame) => this.apply(frame))
  private badge: Badge | null = null
  private pace: Pace | null = null
  private opened = false
  /** What went wrong last since the last snapshot, as shown. */
  private failure: HTMLElement | null = null

  constructor(private readonly config: PageConfig, private readonly beside: Element, builders: Builders, scripts: Scripts) {
    const base = config.ws === undefined ? document.baseURI : new URL(config.ws, document.baseURI).href
    this.views = new Views(this.document, builders, base)
    this.roots = new Roots(this.document, this.views, config, beside)
    this.document.run_script = scripts.run
    this.document.on_commit((changes) => {
      this.pace?.begin()
      this.views.commit(changes)
    })
    this.document.roots_change.connect(() => this.roots.show())
    this.document.events.connect((name, values) => this.dispatch(name, values))
    if (beside.id === "asgiplots") this.document.title_change.connect((title) => void (document.title = title))
  }

  /** Shows what the page carries, or connects to the server. */
  start(): void {
    const { frame, ws, token } = this.config
    if (frame !== undefined) this.frames.take(decode_frame(base64_bytes(frame)))
    else if (ws !== undefined) this.connect(ws, token ?? "")
    else throw new Error("expected a frame or the address of a websocket in the page's configuration")
  }

  private connect(ws: string, token: string): void {
    const url = socket_url(ws, document.baseURI)
    const early = take_early(url, token)
    const sockets = early === null ? [] : [early.socket]
    const connection = new Connection({
      token,
      viewer: early?.viewer ?? crypto.getRandomValues(new Uint32Array(4)).join("-"),
      open: () => (sockets.pop() ?? new WebSocket(url)) as unknown as Socket,
      on_frame: (frame) => this.frames.take(frame),
      kept: () => this.document.kept(),
      on_control: (control, ack) => this.hear(control, ack),
      on_state: (state, reason) => this.enter(state, reason),
    })
    this.badge = new Badge(document.body, () => connection.hurry())
    this.pace = new Pace((ms, hidden) => connection.tell({ type: "pace", ms, revision: this.document.revision, hidden }))
    this.document.uplink = connection
    window.addEventListener("online", () => connection.hurry())
    document.addEventListener("visibilitychange", () => document.hidden || connection.hurry())
    window.addEventListener("pagehide", ({ persisted }) => persisted || connection.leave())
    connection.connect()
    if (early !== null) catch_up(early)
  }

  private apply(frame: Frame): void {
    if (frame.kind === "snapshot") this.failure?.remove()
    try {
      this.document.apply(frame)
    } catch (error) {
      console.error(error)
      this.fail("The page could not apply a change of the app", describe_error(error).join("\n"))
    }
    if (frame.kind === "snapshot") {
      if (this.opened) this.dispatch("snapshot")
      else requestAnimationFrame(() => this.document.send_event("document_ready"))
      this.opened = true
    }
  }

  private hear(control: Control, ack: number): void {
    this.document.acknowledge(ack)
    if (control.type === "refused") {
      this.document.refused(control.n)
      console.warn(`The app did not take a change: ${control.reason}`)
    }
    if (control.type === "error") this.fail(control.title, control.detail)
    if (control.type === "comeback" && control.reload === true) location.reload()
  }

  private enter(state: State, reason: string): void {
    this.badge?.show(state, reason)
    if (state === "ended" && !this.opened) this.fail(`This page cannot be shown: ${reason}`, "")
    if (state === "connected") this.pace?.restate()
    if (state === "reconnecting") this.document.send_event("connection_lost", null, { timestamp: Date.now() })
    if (state === "connected" && this.opened) this.document.send_event("client_reconnected")
    if (state === "connected") this.dispatch(this.opened ? "resumed" : "connected")
    else this.dispatch(state, { reason })
  }

  /** Shows the last failure: one that repeats does not fill the page. */
  private fail(title: string, detail: string): void {
    this.failure?.remove()
    this.failure = failure_card(title, detail)
    this.failure.classList.add("asgiplots")
    this.beside.before(this.failure)
  }

  private dispatch(name: string, values: Record<string, unknown> = {}): void {
    const detail = { document: this.document, ...values }
    document.dispatchEvent(new CustomEvent(`asgiplots:${name}`, { detail }))
  }
}
