// Painters of the kinds that most pages do without.
import { harea, harea_step, varea, varea_step } from "./area"
import type { MorePainters } from "./first"
import { image } from "./image"
import { multi_line } from "./multi_line"
import { patches } from "./patches"
import { step } from "./step"

export const MORE: MorePainters = {
  Image: image,
  Step: step,
  MultiLine: multi_line,
  Patches: patches,
  VArea: varea,
  HArea: harea,
  VAreaStep: varea_step,
  HAreaStep: harea_step,
}
