import type { LaidPage } from '../scene/page-choice.ts';
import { clothStrips } from './cloth.ts';
import { inColours } from './colours.ts';
import { paintGround, paintPage } from './page.ts';
import type { PaintOptions, Pen } from './pen.ts';
import type { SheetOptions } from './sheet.ts';

/** On a white page the cloth's shadow is fainter than on the dark table. */
const SHADOW_ON_PAGE = 0.45;

/** A laid page as every pen paints it, strip by strip; of `grain` only where its colours have paper. */
export function laidStrips(
  to: Pen,
  { scene, page, colours }: LaidPage,
  { grain, ...options }: PaintOptions & Pick<SheetOptions, 'grain'>,
): (() => void)[] {
  const pen = inColours(to, colours);
  const cloth: SheetOptions = {
    ...options,
    shadow: scene.sheet.box === page.box ? 0 : SHADOW_ON_PAGE,
    plain: colours === 'black',
    ...(colours === 'paper' && grain ? { grain } : {}),
  };
  return [() => paintGround(pen, page), ...clothStrips(pen, scene, cloth), () => paintPage(pen, page, options)];
}
