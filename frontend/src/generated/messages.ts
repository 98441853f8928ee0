// Written by `make generate`; do not edit.

export const MAGIC = 165
export const VERSION = 1
export const SNAPSHOT = 1
export const PATCH = 2
export const CONTROL = 3
export const HEADER_BYTES = 24
export const SLOW_MS = 50

/** A model as it travels: id, kind, and the fields that differ from the defaults. */
export type WireModel = [id: string, kind: string, values: Record<string, unknown>]

/** Raw columns that lie one after the other: their names, and what the first one is. */
export type ColumnRow = [names: string[], dtype: string, offset: number, count: number]

export interface SnapshotHead {
  title: string
  roots: string[]
  models: WireModel[]
  js_event_callbacks?: Record<string, unknown[]>
  modules?: Record<string, string>
  theme?: "light" | "dark"
  collaborative?: boolean
}

export type AddOperation = [op: "add", models: WireModel[]]
export type SetOperation = [op: "set", id: string, values: Record<string, unknown>]
export type ColumnsOperation = [op: "columns", id: string, columns: Record<string, unknown>]
export type StreamOperation = [op: "stream", id: string, columns: Record<string, unknown> | ColumnRow, rollover: number | null]
export type PatchOperation = [op: "patch", id: string, patches: Record<string, [index: unknown, value: unknown][]>]
export type RootsOperation = [op: "roots", ids: string[]]
export type DropOperation = [op: "drop", ids: string[]]
export type TitleOperation = [op: "title", title: string]
export type CollaborativeOperation = [op: "collaborative", collaborative: boolean]
export type EventOperation = [op: "event", name: string, values: Record<string, unknown>]
export type ModulesOperation = [op: "modules", urls: Record<string, string>]
export type Operation = AddOperation | SetOperation | ColumnsOperation | StreamOperation | PatchOperation | RootsOperation | DropOperation | TitleOperation | CollaborativeOperation | EventOperation | ModulesOperation

export interface AckControl { type: "ack" }
export interface HelloControl { type: "hello"; viewer: number; session: string; token?: string }
export interface RefusedControl { type: "refused"; n: number; reason: string }
export interface ErrorControl { type: "error"; title: string; detail: string }
export interface EndedControl { type: "ended"; reason: string }
export interface ComebackControl { type: "comeback"; after: number; reload?: boolean }
export interface PongControl { type: "pong" }
export interface PartsControl { type: "parts"; bytes: number }
export type Control = AckControl | HelloControl | RefusedControl | ErrorControl | EndedControl | ComebackControl | PongControl | PartsControl

export interface HelloMessage {
  type: "hello"
  token: string
  viewer: string
  epoch: number | null
  revision: number | null
  sent: number
  kept: [string, string, string, unknown][]
  heard: number
}
export interface WriteMessage {
  type: "write"
  n: number
  writes: [string, string, unknown][]
}
export interface EventMessage {
  type: "event"
  n: number
  name: string
  model: string | null
  values: Record<string, unknown>
}
export interface PaceMessage {
  type: "pace"
  ms: number
  revision: number
  hidden: boolean
}
export interface PingMessage {
  type: "ping"
}
export interface LeaveMessage {
  type: "leave"
}
export type ViewerMessage = HelloMessage | WriteMessage | EventMessage | PaceMessage | PingMessage | LeaveMessage
