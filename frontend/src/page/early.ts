/** The websocket that the page's first script opened while this one was on its way: it has said hello, or will. */
export interface Early {
  readonly token: string
  readonly viewer: string
  readonly socket: WebSocket
  /** What it heard so far, and how it ended if it did. */
  readonly heard: readonly MessageEvent<unknown>[]
  readonly lost: CloseEvent | null
}

declare global {
  interface Window {
    /** Made by server/templates/early.html. */
    asgiplots_early?: Early
  }
}

/** Takes the early websocket, once, if it was opened for this document. */
export function take_early(url: string, token: string): Early | null {
  const early = window.asgiplots_early
  if (early?.token !== token || early.socket.url !== url) return null
  delete window.asgiplots_early
  return early
}

/** Tells the socket's new listeners what it heard before they were there. */
export function catch_up({ socket, heard, lost }: Early): void {
  for (const event of heard) socket.onmessage?.(event)
  if (lost !== null) socket.onclose?.(lost)
}
