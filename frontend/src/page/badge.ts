import type { State } from "../protocol/connection"

const PATIENCE = 800

/** A word in the corner while something is wrong with the connection; otherwise it is not there. */
export class Badge {
  private readonly el = document.createElement("div")
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly page: HTMLElement, private readonly hurry: () => void) {
    this.el.className = "asgiplots ap-badge"
    this.el.setAttribute("role", "status")
  }

  /** Short cuts are not worth a word. */
  show(state: State, reason: string): void {
    clearTimeout(this.timer)
    if (state === "reconnecting") this.timer = setTimeout(() => this.reconnecting(), PATIENCE)
    else if (state === "ended") this.say("This session has ended", reason)
    else this.el.remove()
  }

  private reconnecting(): void {
    this.say("Reconnecting…", "What is shown may be out of date")
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = "Try now"
    button.addEventListener("click", this.hurry)
    this.el.append(button)
  }

  private say(title: string, detail: string): void {
    const strong = document.createElement("strong")
    strong.textContent = title
    const small = document.createElement("span")
    small.textContent = detail
    this.el.replaceChildren(strong, small)
    this.page.append(this.el)
  }
}
