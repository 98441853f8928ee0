import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { Connection } from "../../src/protocol/connection"
import type { Control } from "../../src/generated/messages"
import type { Socket, State } from "../../src/protocol/connection"
import type { Frame } from "../../src/protocol/frame"
import { encode_frame } from "../../src/protocol/frame"

class FakeSocket implements Socket {
  protocol = ""
  binaryType = ""
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  sent: Record<string, unknown>[] = []
  closed = false
  send(text: string) {
    this.sent.push(JSON.parse(text) as Record<string, unknown>)
  }
  close() {
    this.closed = true
  }
  greet(epoch = 7, ack = 0, token?: string) {
    this.onopen!()
    this.say({ type: "hello", viewer: 1, session: "s", token }, epoch, ack)
  }
  say(head: unknown, epoch = 7, ack = 0) {
    this.onmessage!({ data: encode_frame({ kind: "control", head, epoch, ack }) })
  }
  patch(revision: number, ack = 0) {
    this.onmessage!({ data: encode_frame({ kind: "patch", head: [], epoch: 7, revision, ack }) })
  }
}

function make() {
  const sockets: FakeSocket[] = []
  const frames: Frame[] = []
  const controls: Control[] = []
  const states: State[] = []
  const connection = new Connection({
    token: "t",
    viewer: "v",
    open: () => {
      sockets.push(new FakeSocket())
      return sockets.at(-1)!
    },
    kept: () => [["1", "Slider", "value", 3]],
    on_frame: (frame) => frames.push(frame),
    on_control: (control) => controls.push(control),
    on_state: (state) => states.push(state),
    random: () => 1,
  })
  connection.connect()
  return { connection, sockets, frames, controls, states }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test("says hello first, and sends messages once the server has answered", () => {
  const { connection, sockets, states } = make()
  expect(connection.write([["1", "value", 2]])).toBe(1)
  sockets[0].greet()
  expect(sockets[0].sent).toEqual([
    { type: "hello", token: "t", viewer: "v", epoch: null, revision: null, sent: 1, kept: [] },
    { type: "write", writes: [["1", "value", 2]], n: 1 },
  ])
  expect(states).toEqual(["connected"])
})

test("comes back from its cursor and sends again what was not acknowledged", () => {
  const { connection, sockets, states } = make()
  sockets[0].greet()
  connection.write([["1", "value", 1]])
  connection.event("button_click", "2", {})
  sockets[0].patch(5, 1)
  sockets[0].onclose!({ code: 1006, reason: "" })
  connection.write([["1", "value", 3]])
  vi.advanceTimersByTime(250)
  expect(sockets).toHaveLength(2)
  sockets[1].greet(7, 1)
  expect(sockets[1].sent.map(({ type, n, revision }) => [type, n ?? revision])).toEqual([["hello", 5], ["event", 2], ["write", 3]])
  expect(states).toEqual(["connected", "reconnecting", "connected"])
})

test("a session that began anew does not get the old session's messages", () => {
  const { connection, sockets } = make()
  sockets[0].greet()
  sockets[0].patch(5)
  connection.write([["1", "value", 1]])
  sockets[0].onclose!({ code: 1006, reason: "" })
  vi.advanceTimersByTime(250)
  sockets[1].greet(8)
  expect(sockets[1].sent).toHaveLength(1)
})

test("who comes back says what the page had set, and shows the token that it got last", () => {
  const { connection, sockets } = make()
  sockets[0].greet(7, 0, "to come back")
  sockets[0].patch(5)
  sockets[0].onclose!({ code: 1006, reason: "" })
  vi.advanceTimersByTime(250)
  sockets[1].onopen!()
  expect(sockets[1].sent[0]).toMatchObject({ token: "to come back", revision: 5, kept: [["1", "Slider", "value", 3]] })
  connection.write([["1", "value", 4]])
  sockets[1].say({ type: "hello", viewer: 1, session: "s" }, 8)
  expect(sockets[1].sent.slice(1).map(({ type, n }) => [type, n])).toEqual([["write", 1]])
})

test("waits longer after each failure, and not at all when hurried", () => {
  const { connection, sockets } = make()
  sockets[0].onclose!({ code: 1006, reason: "" })
  vi.advanceTimersByTime(250)
  sockets[1].onclose!({ code: 1006, reason: "" })
  vi.advanceTimersByTime(250)
  expect(sockets).toHaveLength(2)
  vi.advanceTimersByTime(200)
  expect(sockets).toHaveLength(3)
  sockets[2].onclose!({ code: 1006, reason: "" })
  connection.hurry()
  expect(sockets).toHaveLength(4)
  connection.hurry()
  expect(sockets).toHaveLength(4)
})

test("comes back when the server said", () => {
  const { sockets } = make()
  sockets[0].greet()
  sockets[0].say({ type: "comeback", after: 2 })
  sockets[0].onclose!({ code: 1001, reason: "" })
  vi.advanceTimersByTime(2900)
  expect(sockets).toHaveLength(1)
  vi.advanceTimersByTime(200)
  expect(sockets).toHaveLength(2)
})

test("asks a silent server for a sign of life, then opens a new socket", () => {
  const { sockets, states } = make()
  sockets[0].greet()
  vi.advanceTimersByTime(25_000)
  expect(sockets[0].sent.at(-1)).toEqual({ type: "ping" })
  sockets[0].say({ type: "pong" })
  vi.advanceTimersByTime(34_000)
  expect(states).toEqual(["connected"])
  vi.advanceTimersByTime(1_000)
  expect(states).toEqual(["connected", "reconnecting"])
  expect(sockets[0].closed).toBe(true)
})

test.each([
  [(socket: FakeSocket) => socket.say({ type: "ended", reason: "over" })],
  [(socket: FakeSocket) => socket.onmessage!({ data: Uint8Array.from({ length: 24 }, () => 7).buffer })],
  [(socket: FakeSocket) => socket.onclose!({ code: 4401, reason: "the token is too old" })],
])("does not come back once the server has ended it", (end) => {
  const { sockets, states } = make()
  sockets[0].greet()
  end(sockets[0])
  sockets[0].onclose?.({ code: 1000, reason: "" })
  vi.advanceTimersByTime(60_000)
  expect(sockets).toHaveLength(1)
  expect(states).toEqual(["connected", "ended"])
})

test("an error of the app leaves the connection as it is", () => {
  const { sockets, states, controls } = make()
  sockets[0].greet()
  sockets[0].say({ type: "error", title: "ZeroDivisionError", detail: "…" })
  expect(controls.at(-1)).toMatchObject({ type: "error" })
  expect(states).toEqual(["connected"])
  expect(sockets[0].closed).toBe(false)
})

test("says that it leaves", () => {
  const { connection, sockets } = make()
  sockets[0].greet()
  connection.leave()
  expect(sockets[0].sent.at(-1)).toEqual({ type: "leave" })
  expect(sockets[0].closed).toBe(true)
})

test("what is of no use later is sent now or never", () => {
  const { connection, sockets } = make()
  const pace = { type: "pace", ms: 17, revision: 3, hidden: false } as const
  connection.tell(pace)
  sockets[0].greet()
  expect(sockets[0].sent).toHaveLength(1)
  connection.tell(pace)
  expect(sockets[0].sent.slice(1)).toEqual([pace])
})

test("joins the parts of a large frame, and forgets them when the connection is lost", () => {
  const { sockets, frames, controls } = make()
  sockets[0].greet()
  const whole = encode_frame({ kind: "patch", head: [], epoch: 7, revision: 1 }, new Uint8Array([1, 2, 3]))
  sockets[0].say({ type: "parts", bytes: whole.byteLength })
  sockets[0].onmessage!({ data: whole.slice(0, 10) })
  sockets[0].onclose!({ code: 1006, reason: "" })
  vi.runOnlyPendingTimers()
  sockets[1].greet()
  sockets[1].say({ type: "parts", bytes: whole.byteLength })
  for (const [from, to] of [[0, 10], [10, 20], [20]]) {
    expect(frames).toEqual([])
    sockets[1].onmessage!({ data: whole.slice(from, to) })
  }
  sockets[1].patch(2)
  expect(frames.map(({ revision }) => revision)).toEqual([1, 2])
  expect(new Uint8Array(frames[0].area.buffer)).toEqual(new Uint8Array(whole))
  expect(controls.map(({ type }) => type)).toEqual(["hello", "hello"])
})
