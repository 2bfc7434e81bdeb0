import { POSITION_LETTERS } from '../../../shared/cloth/schema.ts';
import type { ClothSnapshot } from '../../../shared/cloth/snapshot.ts';
import type { Scene } from '../../../shared/scene/scene.ts';
import type { PngOptions, PngPicture } from '../../export/export-png.ts';
import { languageStore } from '../../i18n/language.ts';
import { later } from '../part.ts';

const exporting = later(() => import('../../export/export-png.ts'));

/** Makes the picture of a scene with the texts that stand on it. The drawing of pages is fetched when first asked for. */
export async function takePicture(
  scene: Scene,
  cloth: ClothSnapshot,
  options: Omit<PngOptions, 'texts'>,
): Promise<PngPicture> {
  const { exportPng } = await exporting();
  const { language, texts } = languageStore.getState();
  const names = POSITION_LETTERS.map((letter) => [letter, texts.positions[letter].name]);
  return exportPng(scene, {
    ...options,
    texts: {
      title: cloth.initiative || cloth.meta.title || texts.top.untitled,
      date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(Date.now()),
      atTable: texts.takeHome.atTable,
      lines: texts.takeHome.lines,
      positions: Object.fromEntries(names) as PngOptions['texts']['positions'],
    },
  });
}
