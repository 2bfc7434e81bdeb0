import { type Change, transact, write } from '../document/change.ts';
import type { ClothDoc } from '../document/cloth-doc.ts';
import { readPhoto } from '../document/read.ts';
import { readAll } from '../document/read-values.ts';
import { PHOTO_REACH } from '../model/photo.ts';
import type { Point } from '../model/schema.ts';

/** Where a photo lies: its middle and width, mm, and how far it is turned clockwise, degrees. */
export interface PhotoPlace {
  readonly pos: Point;
  readonly width: number;
  readonly turn: number;
}

/** A photo that was given to the server, about to be laid. */
export interface NewPhoto extends PhotoPlace {
  readonly id: string;
  /** What the server calls it. */
  readonly hash: string;
  /** Height over width. */
  readonly ratio: number;
  readonly by: string;
  readonly createdAt: number;
}

/** Lays a photo under the cloth, in the place of whichever lies there. */
export function layPhoto(cloth: ClothDoc, { id, ...photo }: NewPhoto): Change[] {
  return transact(cloth, () => [
    ...[...readAll(cloth.photos, readPhoto)].flatMap((other) => takePhotoAway(cloth, other.id)),
    ...write(cloth, (writer) =>
      writer.create('photos', id, { ...photo, ...within(photo), dim: PHOTO_REACH.dim.usual }),
    ),
  ]);
}

/** Moves, sizes and turns it, as one. */
export function placePhoto(cloth: ClothDoc, id: string, place: PhotoPlace): Change[] {
  return write(cloth, (writer) => {
    for (const [key, value] of Object.entries(within(place))) writer.set(['photos', id], key, value);
  });
}

/** How faint it is: 0 as it was taken, 1 for not to be seen. */
export function dimPhoto(cloth: ClothDoc, id: string, dim: number): Change[] {
  const { least, most } = PHOTO_REACH.dim;
  return write(cloth, (writer) => writer.set(['photos', id], 'dim', Math.min(most, Math.max(least, dim))));
}

/** Locked, it lies fast for everyone, until somebody unlocks it. */
export function lockPhoto(cloth: ClothDoc, id: string, locked: boolean): Change[] {
  return write(cloth, (writer) => writer.set(['photos', id], 'locked', locked || undefined));
}

/** Takes it from under the cloth. A flag, as with items. */
export function takePhotoAway(cloth: ClothDoc, id: string): Change[] {
  return write(cloth, (writer) => writer.set(['photos', id], 'removed', true));
}

/** A place that can be seen and found again. Hundredths of a millimetre and of a degree are more than anybody sees. */
function within({ pos, width, turn }: PhotoPlace): PhotoPlace {
  const fine = (number: number) => Math.round(number * 100) / 100;
  const { width: wide, off } = PHOTO_REACH;
  const near = (at: number) => fine(Math.min(off, Math.max(-off, at)));
  return {
    pos: [near(pos[0]), near(pos[1])],
    width: fine(Math.min(wide.most, Math.max(wide.least, width))),
    turn: fine(((((turn + 180) % 360) + 360) % 360) - 180),
  };
}
