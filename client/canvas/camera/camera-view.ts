import { turned } from '../../../shared/layout/turn.ts';
import type { Point } from '../../../shared/model/schema.ts';

/**
 * Where one looks: the spot of the cloth (mm) in the middle of the canvas, CSS px per mm, and how far the cloth is turned
 * clockwise (radians, 0 for not).
 */
export interface CameraView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly turn: number;
}

/** Where to look next; without a turn the cloth stays turned as it was. */
export type NextView = Omit<CameraView, 'turn'> & { readonly turn?: number };

/** A part of the cloth to look at: its middle, and its size as the screen has it when the cloth is turned so. mm. */
export interface Sight {
  readonly at: Point;
  readonly w: number;
  readonly h: number;
  readonly turn: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a point of the cloth (mm) is shown from a view, px from the top left corner of a canvas. */
export function placeOnScreen([x, y]: Point, view: CameraView, { width, height }: Size): Point {
  const [across, down] = turned([x - view.x, y - view.y], view.turn);
  return [across * view.zoom + width / 2, down * view.zoom + height / 2];
}

/** Which point of the cloth (mm) is shown at a place on the canvas (px). */
export function placeOnCloth([x, y]: Point, view: CameraView, { width, height }: Size): Point {
  const [dx, dy] = turned([(x - width / 2) / view.zoom, (y - height / 2) / view.zoom], -view.turn);
  return [dx + view.x, dy + view.y];
}
