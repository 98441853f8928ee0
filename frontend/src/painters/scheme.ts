// Light or dark: what the page says (`data-theme` on the figure's surroundings), else what the system prefers.
import type { Scheme } from "./guide_looks"

const dark_query = (): MediaQueryList | null => (typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : null)

export function scheme_of(el: Element): Scheme {
  const said = el.closest<HTMLElement>("[data-theme]")?.dataset.theme
  if (said === "dark" || said === "light") return said
  return dark_query()?.matches ? "dark" : "light"
}

/** The page's surface colour, where its style sheet says one. */
export const surface_of = (el: Element): string | null => getComputedStyle(el).getPropertyValue("--ap-surface").trim() || null

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
