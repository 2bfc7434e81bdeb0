import type { Box } from '../../../shared/layout/box.ts';
import type { Scene } from '../../../shared/layout/shapes.ts';
import type { Role } from '../../../shared/model/protocol.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { type Camera, createCamera } from '../camera/camera.ts';
import { LETTERS, zoomToRead } from '../camera/readable.ts';
import { readersLetters } from '../camera/readers-letters.ts';

/** The camera over a whole cloth (mm) for who looks. Nobody pans a shared screen: there all of the cloth is shown. */
export function boardCamera(role: Role, whole: () => Box, still: MediaQueryList): Camera {
  const letters = role === 'viewer' ? () => 1 : readersLetters;
  return createCamera({ whole, letters, reducedMotion: () => still.matches });
}

/** At how many px per mm the words of something can be read by who looks; 0 when they can be made out as it is. */
export function nearEnough(id: string, { initiative }: Scene, zoom: number): number {
  return zoomToRead(id === INITIATIVE ? initiative.text.size : LETTERS, zoom, readersLetters());
}
