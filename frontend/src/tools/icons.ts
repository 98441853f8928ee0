/** The toolbar's icons: strokes on a 20 by 20 grid, in the colour of their button. */

const ARROWS_X = "M2.5 10h15M5 7.5 2.5 10 5 12.5M15 7.5l2.5 2.5-2.5 2.5"
const ARROWS_Y = "M10 2.5v15M7.5 5 10 2.5 12.5 5M7.5 15l2.5 2.5 2.5-2.5"
const LENS = "M14.2 14.2 17.5 17.5M8.75 14.5a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5Z"
const SMALL_LENS = "M15.9 15.9 18 18M13.25 16.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5Z"
const MOUSE = "M10 5a3.5 3.5 0 0 1 3.5 3.5v3a3.5 3.5 0 0 1-7 0v-3A3.5 3.5 0 0 1 10 5ZM10 8v1.5"
const CURSOR = "M10.5 10.5 17.5 13.2 14.3 14.4 13.1 17.5Z"

export const ICONS = {
  pan: ARROWS_X + ARROWS_Y,
  xpan: ARROWS_X,
  ypan: ARROWS_Y,
  wheel_zoom: "M7 3.5a4.5 4.5 0 0 1 4.5 4.5v4a4.5 4.5 0 0 1-9 0V8A4.5 4.5 0 0 1 7 3.5ZM7 7v2M14.5 6.5h4M16.5 4.5v4M14.5 13.5h4",
  xwheel_zoom: MOUSE + "M3.8 7.5 1.5 10l2.3 2.5M16.2 7.5 18.5 10l-2.3 2.5",
  ywheel_zoom: MOUSE + "M7.8 2.8 10 1l2.2 1.8M7.8 17.2 10 19l2.2-1.8",
  box_zoom: SMALL_LENS + "M2.5 5V3.5a1 1 0 0 1 1-1H5M8.5 2.5h2M14 2.5h1.5a1 1 0 0 1 1 1V5M2.5 8.5v2M2.5 14v1.5a1 1 0 0 0 1 1H5",
  xbox_zoom: SMALL_LENS + "M3 2.5v15M13 2.5v4M5.8 6h4M5.8 6l1.4-1.4M5.8 6l1.4 1.4",
  ybox_zoom: SMALL_LENS + "M2.5 3h15M2.5 13h4M6 5.8v4M6 5.8 4.6 7.2M6 5.8l1.4 1.4",
  box_select: CURSOR + "M2.5 5V3.5a1 1 0 0 1 1-1H5M8.5 2.5h3M15 2.5h1.5a1 1 0 0 1 1 1V5M17.5 8.5v1M2.5 8.5v3M2.5 15v1.5a1 1 0 0 0 1 1H5M8.5 17.5h1",
  xbox_select: CURSOR + "M3 2.5v15M15 2.5v6M6 6h6M7.5 4.5 6 6l1.5 1.5M10.5 4.5 12 6l-1.5 1.5",
  ybox_select: CURSOR + "M2.5 3h15M2.5 15h6M6 6v6M4.5 7.5 6 6l1.5 1.5M4.5 10.5 6 12l1.5-1.5",
  tap: "M8 8l9 3.4-4 1.6-1.6 4ZM7.5 2.5v2M2.5 7.5h2M3.9 3.9l1.4 1.4M11.1 3.9 9.9 5.1M3.9 11.1l1.2-1.2",
  hover: "M4.5 3h11A1.5 1.5 0 0 1 17 4.5v8a1.5 1.5 0 0 1-1.5 1.5H9l-3.5 3v-3h-1A1.5 1.5 0 0 1 3 12.5v-8A1.5 1.5 0 0 1 4.5 3ZM6.5 7h7M6.5 10h4.5",
  crosshair: "M10 2.5v5M10 12.5v5M2.5 10h5M12.5 10h5M10 10h0",
  reset: "M4.2 11.5a6 6 0 1 0 1.4-5.3L3.5 8.2M3.5 3.8v4.4h4.4",
  save: "M10 3v9M6.5 8.8 10 12.3l3.5-3.5M3.5 13.5v2a1.5 1.5 0 0 0 1.5 1.5h10a1.5 1.5 0 0 0 1.5-1.5v-2",
  zoom_in: LENS + "M8.75 6.25v5M6.25 8.75h5",
  zoom_out: LENS + "M6.25 8.75h5",
  help: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM7.8 7.8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M10 14h0",
  more: "M4.5 9.6v.8M10 9.6v.8M15.5 9.6v.8",
} as const

export type IconName = keyof typeof ICONS

const NS = "http://www.w3.org/2000/svg"

/** An icon element; decorative, its button carries the name. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(NS, "svg")
  svg.setAttribute("viewBox", "0 0 20 20")
  svg.setAttribute("aria-hidden", "true")
  svg.setAttribute("class", "ap-icon")
  const path = document.createElementNS(NS, "path")
  path.setAttribute("d", ICONS[name])
  svg.append(path)
  return svg
}
