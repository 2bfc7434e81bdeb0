import type { Point } from '../model/schema.ts';
import { type Box, boxAround, centreOf } from './box.ts';

const FULL_TURN = 2 * Math.PI;

/** A point turned clockwise about the origin by an angle in radians (y runs down, as on the cloth and the screen). */
export function turned([x, y]: Point, angle: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x * cos - y * sin, x * sin + y * cos];
}

/** Width and height of the least upright box round a w × h box that is turned. */
export function turnedSize({ w, h }: Pick<Box, 'w' | 'h'>, angle: number): { readonly w: number; readonly h: number } {
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  return { w: w * cos + h * sin, h: w * sin + h * cos };
}

/** The least upright box round a box that is turned about its own centre. */
export function turnedBox(box: Box, angle: number): Box {
  if (angle === 0) return box;
  const { w, h } = turnedSize(box, angle);
  return boxAround(centreOf(box), w, h);
}

/** The least upright box round something as it lies: turned about its centre, or not. */
export function lyingBox({ box, turn = 0 }: { readonly box: Box; readonly turn?: number }): Box {
  return turnedBox(box, turn);
}

/** The same direction as an angle from just above −π up to π: the shortest way to turn there from 0. */
export function shortTurn(angle: number): number {
  const rest = angle % FULL_TURN;
  if (rest > Math.PI) return rest - FULL_TURN;
  return rest <= -Math.PI ? rest + FULL_TURN : rest;
}
