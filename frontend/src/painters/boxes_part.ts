import { hbar } from "./hbar"
import { quad } from "./quad"
import { rect } from "./rect"
import { vbar } from "./vbar"

export const BOXES = { VBar: vbar, HBar: hbar, Rect: rect, Quad: quad }
