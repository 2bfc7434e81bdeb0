import type { Scene } from '../../../shared/layout/shapes.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { PngPicture } from '../../export/export-png.ts';
import { later } from '../part.ts';
import { pageTexts } from './page-texts.ts';

const exporting = later(() => import('../../export/export-png.ts'));

/** Makes the picture of a scene, at so many px per mm, with the texts that stand on it. The drawing of pages is fetched when first asked for. */
export async function takePicture(scene: Scene, cloth: ClothSnapshot, pxPerMm: number): Promise<PngPicture> {
  const { exportScene } = await exporting();
  return exportScene(scene, pageTexts(cloth), pxPerMm);
}
