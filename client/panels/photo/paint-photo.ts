import type { SheetShape } from '../../../shared/layout/shapes.ts';
import { PHOTO_REACH } from '../../../shared/model/photo.ts';
import type { Photo } from '../../../shared/model/snapshot.ts';
import { sheetPath } from '../../../shared/paint/sheet.ts';

/** Paints a photo on the sheet, and on nothing round it, as ink on paper: what is white on it leaves the paper as it is. mm. */
export function paintPhoto(ctx: CanvasRenderingContext2D, sheet: SheetShape, photo: Photo, bitmap: ImageBitmap): void {
  const { pos, turn } = photo;
  const [w, h] = sizeOnCloth(photo);
  ctx.save();
  sheetPath(ctx, sheet);
  ctx.clip();
  ctx.globalCompositeOperation = 'multiply';
  ctx.globalAlpha = opacityOf(photo);
  ctx.translate(pos[0], pos[1]);
  ctx.rotate((turn * Math.PI) / 180);
  ctx.drawImage(bitmap, -w / 2, -h / 2, w, h);
  ctx.restore();
}

/** mm; whatever another program wrote in the document, it can be drawn. */
export function sizeOnCloth({ width, ratio }: Pick<Photo, 'width' | 'ratio'>): readonly [w: number, h: number] {
  const { least, most } = PHOTO_REACH.width;
  const w = Math.min(most, Math.max(least, width));
  return [w, w * Math.min(20, Math.max(0.05, ratio))];
}

export function opacityOf({ dim }: Pick<Photo, 'dim'>): number {
  return 1 - Math.min(PHOTO_REACH.dim.most, Math.max(PHOTO_REACH.dim.least, dim));
}
