import { centreOf } from '../../../shared/layout/box.ts';
import { INITIATIVE, type Point } from '../../../shared/model/schema.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { drawTie } from '../edit/compose.ts';

const MIDDLE: Point = [0, 0];

/**
 * Picks an item or the initiative by its id, as a tap on it would, for those who choose from a list: an end of the tie
 * that is being drawn; else it is selected, and the initiative opened for writing by who may. Brings it into view.
 */
export function choose(context: ClothContext, id: string): void {
  const { session, view, canvas } = context;
  const { tool, tieFrom } = view.getState();
  canvas.reveal(id, true);
  if (tieFrom !== null && tieFrom !== id) {
    const box = canvas.boxOf(id);
    view.setState({ tieFrom: null });
    drawTie(context, tieFrom, id, box ? centreOf(box) : MIDDLE);
  } else if (tool === 'tie') view.setState({ tieFrom: id });
  else if (id === INITIATIVE) view.setState({ selection: new Set(), editing: session.mayWrite ? id : null });
  else view.setState({ selection: new Set([id]), editing: null });
}
