import type { Scene } from '../../../shared/layout/shapes.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { PngPicture } from '../../export/export-png.ts';
import { languageNow } from '../../i18n/language.ts';
import { later } from '../part.ts';

const wording = later(() => import('../../../shared/formats/pictures/page-words.ts'));
const exporting = later(() => import('../../export/export-png.ts'));

/** Makes the picture of a scene, at so many px per mm, with the texts that stand on it. The drawing of pages is fetched when first asked for. */
export async function takePicture(scene: Scene, cloth: ClothSnapshot, pxPerMm: number): Promise<PngPicture> {
  const [{ exportScene }, { pageWords }] = await Promise.all([exporting(), wording()]);
  return exportScene(scene, pageWords(cloth, languageNow(), Date.now()), pxPerMm);
}
