// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { encode_frame } from "../../src/protocol/frame"
import type { Early } from "../../src/page/early"
import { LivePage } from "../../src/page/live"
import { Scripts } from "../../src/page/scripts"

const URL_OF_SOCKET = "ws://localhost:3000/app/ws"

class FakeSocket {
  static made: FakeSocket[] = []
  protocol = ""
  binaryType = ""
  sent: string[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  constructor(readonly url: string) {
    FakeSocket.made.push(this)
  }
  send(text: string) {
    this.sent.push(text)
  }
  close() {}
}

const snapshot = (text: string, revision = 1) =>
  ({ data: encode_frame({ kind: "snapshot", head: { roots: ["1"], models: [["1", "Div", { text }]] }, epoch: 7, revision }) })
const greeting = { data: encode_frame({ kind: "control", head: { type: "hello", viewer: 1, session: "s" }, epoch: 7 }) }

/** What the page's first script has left behind. */
function early(more: object = {}): FakeSocket {
  const socket = new FakeSocket(URL_OF_SOCKET)
  window.asgiplots_early = { token: "t", viewer: "v", socket, heard: [], lost: null, ...more } as unknown as Early
  return socket
}

function start() {
  const page = new LivePage({ ws: "/app/ws", token: "t" }, document.querySelector("script")!, {}, new Scripts({}))
  vi.spyOn(console, "error").mockImplementation(() => undefined)
  page.start()
  return page.document
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal("WebSocket", FakeSocket)
  FakeSocket.made = []
  document.body.innerHTML = '<script type="application/json" id="asgiplots">{}</script>'
  vi.spyOn(document, "baseURI", "get").mockReturnValue("http://localhost:3000/app")
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  delete window.asgiplots_early
})

test("takes over the websocket that the page's first script opened, with what it has heard", () => {
  const socket = early({ heard: [greeting, snapshot("words")] })
  const page = start()
  expect(page.get_model_by_id("1")?.get("text")).toBe("words")
  socket.onmessage!(snapshot("later", 2))
  expect(page.revision).toBe(2)
  expect(socket.sent).toEqual([])
  expect(FakeSocket.made).toEqual([socket])
  expect(window.asgiplots_early).toBeUndefined()
})

test("says hello itself, as the same viewer, where the websocket opens later", () => {
  const socket = early()
  start()
  socket.onopen!()
  expect(socket.sent.map((text) => JSON.parse(text) as object)).toMatchObject([{ type: "hello", token: "t", viewer: "v" }])
})

test("is silent where hello was said with the request", () => {
  const socket = early()
  start()
  socket.protocol = "asgiplots"
  socket.onopen!()
  expect(socket.sent).toEqual([])
})

test("says why where a page is refused before it was shown", () => {
  const refused = { data: encode_frame({ kind: "control", head: { type: "ended", reason: "the session is somebody's" } }) }
  early({ heard: [refused] })
  start()
  expect(document.querySelector("[role=alert]")?.textContent).toBe("This page cannot be shown: the session is somebody's")
})

test("comes back where the early websocket was lost", () => {
  early({ lost: { code: 1006, reason: "" } })
  start()
  vi.advanceTimersByTime(2000)
  expect(FakeSocket.made).toHaveLength(2)
  FakeSocket.made[1].onopen!()
  expect(JSON.parse(FakeSocket.made[1].sent[0])).toMatchObject({ type: "hello", token: "t" })
})

test("leaves alone a websocket that was opened for another document", () => {
  const socket = early({ token: "another" })
  start()
  expect(FakeSocket.made).toHaveLength(2)
  expect(socket.onmessage).toBeNull()
})
