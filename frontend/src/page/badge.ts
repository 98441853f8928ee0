import type { State } from "../protocol/connection"
import { part } from "./cards"

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
    else if (state === "ended") this.say("This session has ended", reason, "Load again", () => location.reload())
    else this.el.remove()
  }

  private reconnecting(): void {
    this.say("Reconnecting…", "What is shown may be out of date", "Try now", this.hurry)
  }

  private say(title: string, detail: string, label: string, act: () => void): void {
    const button = part("button", "", label) as HTMLButtonElement
    button.type = "button"
    button.addEventListener("click", act)
    this.el.replaceChildren(part("strong", "", title), part("span", "", detail), button)
    this.page.append(this.el)
  }
}
