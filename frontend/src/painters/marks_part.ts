import { circle } from "./circle"
import { scatter } from "./scatter"

export const MARKS = { Scatter: scatter, Circle: circle }
