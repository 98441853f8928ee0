/** Sentences for people where a picture cannot be: what failed, and the details to copy. */

/** An element with a class and a text. */
export function part(name: string, class_name: string, text = ""): HTMLElement {
  const el = document.createElement(name)
  el.className = class_name
  el.textContent = text
  return el
}

function copy_button(text: string): HTMLElement {
  const button = part("button", "ap-failure-copy", "Copy") as HTMLButtonElement
  button.type = "button"
  button.addEventListener("click", () => {
    const done = (label: string) => () => void (button.textContent = label)
    void navigator.clipboard.writeText(text).then(done("Copied"), done("Select the text to copy it"))
  })
  return button
}

/** A card that names what failed; `detail` (a traceback, a stack) is shown as it is and can be copied. */
export function failure_card(title: string, detail: string): HTMLElement {
  const card = part("section", "ap-failure")
  card.setAttribute("role", "alert")
  card.append(part("h2", "ap-failure-title", title))
  if (detail !== "") {
    const text = part("pre", "ap-failure-detail", detail)
    text.tabIndex = 0
    card.append(text, copy_button(`${title}\n\n${detail}`))
  }
  return card
}

/** Title and detail of whatever was thrown. */
export function describe_error(error: unknown): [title: string, detail: string] {
  if (!(error instanceof Error)) return [String(error), ""]
  return [`${error.name}: ${error.message}`, error.stack ?? ""]
}
