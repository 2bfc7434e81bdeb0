import type { Scene } from '../../../shared/scene/scene.ts';
import type { Ctx } from './ctx.ts';
import { paintInitiative } from './initiative.ts';
import { paintItems } from './items.ts';
import { paintSeats } from './seats.ts';
import { paintSheet, type SheetOptions } from './sheet.ts';
import { paintTies } from './ties.ts';

/** A whole scene at once, from the sheet up, on a context whose unit is the mm. */
export function paintScene(ctx: Ctx, scene: Scene, options: SheetOptions): void {
  paintSheet(ctx, scene.sheet, options);
  paintSeats(ctx, scene.seats, options);
  paintTies(ctx, scene.ties, options);
  paintInitiative(ctx, scene.initiative, options);
  paintItems(ctx, scene.items, options);
}
