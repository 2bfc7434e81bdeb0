import type { LaidPage } from '../scene/page-choice.ts';
import { clothStrips } from './cloth.ts';
import { inColours } from './colours.ts';
import { paintFields } from './fields.ts';
import { paintInitiative } from './initiative.ts';
import { paintLeaf } from './leaf.ts';
import { COMPARED_VEIL, paintMarks, paintVeil } from './marks.ts';
import { paintGround, paintPage } from './page.ts';
import type { PaintOptions, Pen } from './pen.ts';
import { paintSheet, type SheetOptions } from './sheet.ts';

/** On a white page the cloth's shadow is fainter than on the dark table. */
const SHADOW_ON_PAGE = 0.45;

/** A laid page as every pen paints it, strip by strip; of `grain` only where its colours have paper. */
export function laidStrips(
  to: Pen,
  { scene, page, colours, compared, fields, leaf }: LaidPage,
  { grain, ...options }: PaintOptions & Pick<SheetOptions, 'grain'>,
): (() => void)[] {
  const pen = inColours(to, colours);
  const cloth: SheetOptions = {
    ...options,
    shadow: scene.sheet.box === page.box ? 0 : SHADOW_ON_PAGE,
    plain: colours === 'black',
    ...(colours === 'paper' && grain ? { grain } : {}),
  };
  const news = (): void => {
    if (!compared) return;
    paintVeil(pen, scene.sheet, COMPARED_VEIL);
    paintInitiative(pen, scene.initiative, options);
    paintMarks(pen, compared, options);
  };
  const onSheet = fields ? () => paintFields(pen, fields, options) : leaf ? () => paintLeaf(pen, leaf, options) : null;
  const laid = onSheet ? [() => paintSheet(pen, scene.sheet, cloth), onSheet] : clothStrips(pen, scene, cloth);
  return [() => paintGround(pen, page), ...laid, news, () => paintPage(pen, page, options)];
}
