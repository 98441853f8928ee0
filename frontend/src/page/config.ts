/** What a page says of one document: where to find it live, or the whole of it as one frame. */
export interface PageConfig {
  /** Title of the page until the document says another. */
  title?: string
  /** Proof of the right to a session, and the address of its websocket, relative to the page. */
  token?: string
  ws?: string
  /** A snapshot frame in base64: a document without a server. */
  frame?: string
  /** Ids of the elements that the roots stand in, by the roots' ids. */
  places?: Record<string, string>
}

const CONFIGS = 'script[type="application/json"]:is(#asgiplots, [data-asgiplots])'
const read = new WeakSet<Element>()

/** The configurations in the page that were not read before, each with the element that holds it. */
export function page_configs(page: ParentNode): [PageConfig, Element][] {
  return [...page.querySelectorAll(CONFIGS)]
    .filter((element) => !read.has(element))
    .map((element) => {
      read.add(element)
      return [JSON.parse(element.textContent ?? "") as PageConfig, element]
    })
}

/** The websocket's address from one that is relative to the page. */
export function socket_url(relative: string, base: string): string {
  const url = new URL(relative, base)
  url.protocol = url.protocol.replace("http", "ws")
  url.hash = ""
  return url.href
}

/** Bytes of base64 text. */
export function base64_bytes(text: string): ArrayBuffer {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)).buffer
}
