import { circle } from "./circle"
import { scatter } from "./scatter"
import type { Painters } from "./types"

export const MARKS = { Scatter: scatter, Circle: circle } satisfies Partial<Painters>
