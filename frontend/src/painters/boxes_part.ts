import { hbar } from "./hbar"
import { quad } from "./quad"
import { rect } from "./rect"
import { vbar } from "./vbar"
import type { Painters } from "./types"

export const BOXES = { VBar: vbar, HBar: hbar, Rect: rect, Quad: quad } satisfies Partial<Painters>
