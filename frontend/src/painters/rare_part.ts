// Painters of the kinds that most pages do without.
import { harea, harea_step, varea, varea_step } from "./area"
import { image } from "./image"
import { multi_line } from "./multi_line"
import { patch } from "./patch"
import { patches } from "./patches"
import { segment } from "./segment"
import { step } from "./step"
import { text } from "./text"
import type { Painters } from "./types"

export const RARE = {
  Image: image,
  Step: step,
  MultiLine: multi_line,
  Segment: segment,
  Text: text,
  Patch: patch,
  Patches: patches,
  VArea: varea,
  HArea: harea,
  VAreaStep: varea_step,
  HAreaStep: harea_step,
} satisfies Partial<Painters>
