// Light or dark: what the page says (`data-theme` on the figure's surroundings), else what the system prefers.
import type { PageLook, Scheme } from "./guide_looks"

const dark_query = (): MediaQueryList | null => (typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : null)

export function scheme_of(el: Element): Scheme {
  const said = el.closest<HTMLElement>("[data-theme]")?.dataset.theme
  if (said === "dark" || said === "light") return said
  return dark_query()?.matches ? "dark" : "light"
}

/** What the page's style sheet says about the surface below figures and the font. */
export function page_look(el: Element): PageLook {
  const style = getComputedStyle(el)
  const read = (name: string): string | null => style.getPropertyValue(name).trim() || null
  return { surface: read("--ap-surface"), font: read("--ap-font") }
}

/** Calls `listener` when the answer may have changed; returns the way to stop. */
export function watch_scheme(listener: () => void): () => void {
  const query = dark_query()
  query?.addEventListener("change", listener)
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"], subtree: true })
  return () => {
    query?.removeEventListener("change", listener)
    observer.disconnect()
  }
}
