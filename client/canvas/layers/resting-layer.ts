import { overlaps } from '../../../shared/layout/box.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { paintInitiative } from '../../../shared/paint/initiative.ts';
import { paintItems } from '../../../shared/paint/items.ts';
import { paintSeats } from '../../../shared/paint/seats.ts';
import { paintSheet, type SheetOptions } from '../../../shared/paint/sheet.ts';
import { paintLifted, paintTies } from '../../../shared/paint/ties.ts';
import type { PaintUnder } from '../canvas-handle.ts';
import { keptPath } from '../stage/kept-path.ts';
import { layGrain } from '../stage/paper-grain.ts';
import type { PaintRegions } from '../stage/picture.ts';
import type { SceneIndex } from '../stage/scene-index.ts';
import type { LiveTies } from './live-ties.ts';
import type { Liveness } from './liveness.ts';

/** What lies on the paper itself, under all else. */
interface OnSheet {
  readonly paint?: SheetOptions['print'];
  readonly under?: PaintUnder;
}

/** Paints what is at rest: the sheet, and all items and ties but those that are moving or being written. */
export function restingLayer(
  index: SceneIndex,
  liveness: Liveness,
  live: LiveTies,
  { paint: print, under }: OnSheet = {},
): PaintRegions {
  return (ctx, regions, pxPerMm) => {
    const { scene } = index;
    if (!scene) return;
    const options = { pxPerMm, kept: keptPath };
    paintSheet(ctx, scene.sheet, { ...options, grain: (sheet) => layGrain(ctx, sheet), ...(print && { print }) });
    under?.(ctx, scene.sheet);
    paintSeats(
      ctx,
      scene.seats.filter((seat) => regions.some((region) => overlaps(seat.box, region))),
      options,
    );
    const ties = index
      .tiesIn(...regions)
      .filter((tie) => !liveness.has(tie.from) && !liveness.has(tie.to) && live.rests(tie));
    paintTies(ctx, ties, options);
    if (!liveness.has(INITIATIVE)) paintInitiative(ctx, scene.initiative, options);
    const items = index.itemsIn(...regions).filter((item) => !liveness.has(item.id));
    paintItems(ctx, items, options);
    paintLifted(ctx, ties, options);
  };
}
