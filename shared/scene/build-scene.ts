import type { Scene } from '../layout/shapes.ts';
import type { ClothSnapshot } from '../model/snapshot.ts';
import type { TextMeasure } from '../text/text-measure.ts';
import { type Showing, sceneOf } from './scene.ts';
import { themeSheet } from './theme-sheet.ts';

/** The picture of a snapshot of any kind of sheet, whole: what every picture and every form is made of. */
export function buildScene(snapshot: ClothSnapshot, measure: TextMeasure, showing: Showing = {}): Scene {
  return sceneOf(snapshot, measure, themeSheet, showing);
}
