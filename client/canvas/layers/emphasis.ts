import { grow, unionOf } from '../../../shared/layout/box.ts';
import type { ItemShape, TieShape } from '../../../shared/layout/shapes.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { paintInitiative } from '../../../shared/paint/initiative.ts';
import { paintItems } from '../../../shared/paint/items.ts';
import { COMPARED_VEIL, paintMarks, paintVeil } from '../../../shared/paint/marks.ts';
import { paintLifted, paintTies } from '../../../shared/paint/ties.ts';
import type { CompareMarks } from '../../../shared/scene/compare-marks.ts';
import { keptPath } from '../stage/kept-path.ts';
import type { ViewState } from '../view-store.ts';
import { type ActivePicture, type Shown, shownItem, shownTie } from './active-layer.ts';

/** How far the rest of the cloth steps back behind a few things. */
const SPOTLIGHT_VEIL = 0.68;
/** Marks stand outside the shapes they belong to, mm. */
const ROUND_MARKS = 40;

/**
 * What is to stand out while the rest of the cloth steps back, if anything: what a question is about, with all it is
 * tied to, or what happened since a moment.
 */
export function emphasis(shown: Shown, { spotlight, selection, compared }: ViewState): ActivePicture | null {
  const { scene } = shown.index;
  if (!scene) return null;
  const box = grow(scene.bounds, ROUND_MARKS);
  // Whoever chooses something else looks at something else.
  if (spotlight && spotlight === selection) {
    const { items, ties, initiative } = litBy(shown, spotlight);
    return {
      box,
      paint(ctx, pxPerMm) {
        paintVeil(ctx, scene.sheet, SPOTLIGHT_VEIL);
        paintTies(ctx, ties, { pxPerMm, kept: keptPath });
        if (initiative) paintInitiative(ctx, scene.initiative, { pxPerMm, kept: keptPath });
        paintItems(ctx, items, { pxPerMm, kept: keptPath });
        paintLifted(ctx, ties, { pxPerMm, kept: keptPath });
      },
    };
  }
  if (!compared) return null;
  const marks = resting(shown, compared);
  // What is gone may have lain beyond where the cloth ends now.
  const ghosts = unionOf([scene.bounds, ...marks.gone.map(({ extent }) => extent)]) ?? scene.bounds;
  return {
    box: grow(ghosts, ROUND_MARKS),
    paint(ctx, pxPerMm) {
      paintVeil(ctx, scene.sheet, COMPARED_VEIL);
      paintInitiative(ctx, scene.initiative, { pxPerMm, kept: keptPath });
      paintMarks(ctx, marks, { pxPerMm, kept: keptPath });
    },
  };
}

/** Things with all that they are tied to. */
function litBy(shown: Shown, ids: ReadonlySet<string>) {
  const { index } = shown;
  const ties = new Set<TieShape>();
  for (const id of ids) {
    const tie = index.tie(id);
    if (tie) ties.add(tie);
    else for (const each of index.tiesOf(id)) ties.add(each);
  }
  const ends = new Set([...ids, ...[...ties].flatMap(({ from, to }) => [from, to])]);
  const items = [...ends].flatMap((id) => shownItem(shown, id) ?? []);
  return { items, ties: [...ties].map((tie) => shownTie(shown, tie)), initiative: ends.has(INITIATIVE) };
}

/** Of the marks those whose thing is not in somebody's hand: that is drawn where it is carried. */
function resting({ liveness }: Shown, marks: CompareMarks): CompareMarks {
  const still = ({ id }: ItemShape) => !liveness.has(id);
  const apart = ({ from, to }: TieShape) => !liveness.has(from) && !liveness.has(to);
  return {
    ...marks,
    added: marks.added.filter(still),
    reworded: marks.reworded.filter(still),
    moved: marks.moved.filter(({ shape }) => still(shape)),
    tied: marks.tied.filter(apart),
  };
}
