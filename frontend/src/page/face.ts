import type { Document } from "../store/document"
import { page_configs } from "./config"
import { LivePage } from "./live"
import type { Registry } from "./scripts"
import { Scripts } from "./scripts"
import type { Builders } from "./views"

/** `window.asgiplots`. */
export interface Face {
  /** The page's documents. */
  readonly documents: Document[]
  readonly customjs: Registry
  /** Shows the documents whose configurations were added to the page since the last time. */
  start(): void
}

declare global {
  interface Window {
    asgiplots?: Face
  }
}

/** Makes the page's face and shows what the page asks for. A second copy of this script leaves both to the first. */
export function start_page(builders: Builders): void {
  // Elements with an id are readable on `window` too, but not as its own.
  if (!Object.hasOwn(window, "asgiplots")) window.asgiplots = make_face(builders)
  window.asgiplots!.start()
}

function make_face(builders: Builders): Face {
  const customjs: Registry = {}
  const documents: Document[] = []
  const scripts = new Scripts(customjs)
  const start = () => {
    for (const [config, element] of page_configs(document)) {
      const page = new LivePage(config, element, builders, scripts)
      documents.push(page.document)
      page.start()
    }
  }
  return { documents, customjs, start }
}
