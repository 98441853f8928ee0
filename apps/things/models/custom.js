// A pair of scales: the heavier side sinks, and a sentence says by how much.
const WIDTH = 300
const HEIGHT = 230

/** "2,345", "3.4 million": a count that reads well. */
function spelled(count) {
  const words = [[1e9, "thousand million"], [1e6, "million"]]
  const word = words.find(([least]) => count >= least)
  if (word) return `${(count / word[0]).toPrecision(2)} ${word[1]}`
  return count >= 10 ? Math.round(count).toLocaleString("en") : count.toPrecision(2)
}

function weight(kilograms) {
  if (kilograms >= 1000) return `${(kilograms / 1000).toLocaleString("en", { maximumSignificantDigits: 3 })} t`
  if (kilograms >= 1) return `${kilograms.toLocaleString("en", { maximumSignificantDigits: 3 })} kg`
  return `${(kilograms * 1000).toLocaleString("en", { maximumSignificantDigits: 3 })} g`
}

function pan(x, y, colour) {
  return `<path d="M${x - 34} ${y + 52} L${x} ${y} L${x + 34} ${y + 52}" class="string"/>
    <path d="M${x - 40} ${y + 52} a40 22 0 0 0 80 0 Z" fill="${colour}"/>`
}

const STYLE = `
  .balance { font-size: 14px; text-align: center; width: ${WIDTH}px; min-height: 340px }
  .balance .beam, .balance .string { fill: none; stroke: currentColor; stroke-linecap: round; opacity: .75 }
  .balance .beam { stroke-width: 5 }
  .balance .string { stroke-width: 1.2 }
  .balance dl { display: flex; justify-content: space-between; margin: 0 0 8px }
  .balance dl div { width: 130px }
  .balance dt { font-weight: 600 }
  .balance dd { margin: 0; opacity: .7 }
  .balance p { margin: 0 0 12px }`

export default class Balance {
  constructor({ model, el }) {
    this.model = model
    this.el = el
  }

  render() {
    const { left, right, left_mass, right_mass } = this.model
    const ratio = right_mass / left_mass
    const tilt = Math.max(-26, Math.min(26, Math.log10(ratio) * 6))
    const angle = (tilt * Math.PI) / 180
    const [dx, dy] = [92 * Math.cos(angle), 92 * Math.sin(angle)]
    const [x, y] = [WIDTH / 2, 60]
    this.el.innerHTML = `<style>${STYLE}</style><div class="balance">
      <svg width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="A pair of scales">
        <path class="beam" d="M${x} ${y - 22} V${HEIGHT - 12} M${x - 46} ${HEIGHT - 8} h92"/>
        <path class="beam" d="M${x - dx} ${y - dy} L${x + dx} ${y + dy}"/>
        <circle cx="${x}" cy="${y}" r="8" fill="currentColor"/>
        ${pan(x - dx, y - dy, "#2f7fb8")}${pan(x + dx, y + dy, "#e07a3f")}
      </svg>
      <dl><div><dt></dt><dd>${weight(left_mass)}</dd></div><div><dt></dt><dd>${weight(right_mass)}</dd></div></dl>
      <p></p></div>`
    const names = this.el.querySelectorAll("dt")
    names[0].textContent = left
    names[1].textContent = right
    const [light, heavy, times] = ratio >= 1 ? [left, right, ratio] : [right, left, 1 / ratio]
    this.el.querySelector("p").textContent =
      times < 1.05 ? "They weigh about the same." : `${heavy} = ${spelled(times)} × ${light.toLowerCase()}`
  }

  update() {
    this.render()
  }

  destroy() {
    this.el.replaceChildren()
  }
}
