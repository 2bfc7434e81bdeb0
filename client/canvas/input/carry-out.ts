import { moveItems } from '../../../shared/commands/items.ts';
import { boxAround, centreOf, unionOf } from '../../../shared/layout/box.ts';
import { edgeAt } from '../../../shared/layout/edge.ts';
import { INITIATIVE, type Point } from '../../../shared/model/schema.ts';
import type { Item } from '../../../shared/model/snapshot.ts';
import { permissionsIn } from '../../facilitation/permissions.ts';
import type { GestureIntent } from '../../gesture/gesture.ts';
import { movableItems } from '../actions/selected.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { addConnector, addIngredient, addIngredientAt, drawTie } from '../edit/compose.ts';
import { refuse } from '../view-store.ts';

/** Does what a hand asked for: looks elsewhere, selects, or writes the cloth through an intent. */
export function carryOut(intent: GestureIntent, context: ClothContext): void {
  const { session, view, canvas } = context;
  if (RELATING.has(intent.do) && !permissionsIn(session).mayRelate()) {
    view.setState({ tool: 'select', tieFrom: null });
    refuse(view, 'quiet');
    return;
  }
  switch (intent.do) {
    case 'pan':
      canvas.camera.panBy(intent.by);
      return;
    case 'zoom':
      canvas.camera.zoomBy(intent.factor, intent.at);
      return;
    case 'select':
      view.setState({ selection: intent.ids });
      return;
    case 'offer': {
      // What can be done with what is chosen stands beside it.
      const { multiSelect, selection } = view.getState();
      view.setState({ selection: new Set([...(multiSelect ? selection : []), intent.id]), editing: null });
      return;
    }
    case 'offer-here':
      view.setState({ selection: new Set(), editing: null, question: { ask: 'what-here', at: intent.at } });
      return;
    case 'move':
      layDown(intent.places, context);
      return;
    case 'put':
      view.setState({ tool: 'select' });
      layDown(placesRound(intent.at, movableItems(context)), context);
      return;
    case 'refuse':
      refuse(view, 'quiet');
      return;
    case 'edit':
      view.setState({ editing: intent.id, selection: new Set(intent.id === INITIATIVE ? [] : [intent.id]) });
      return;
    case 'add-ingredient':
      if (permissionsIn(session).mayWriteAt(edgeAt(canvas.scene().seats, intent.at)))
        addIngredientAt(context, intent.at);
      else addIngredient(context);
      return;
    case 'add-connector':
      addConnector(context, intent.at);
      return;
    case 'begin-tie':
      view.setState({ tieFrom: intent.from, question: null });
      return;
    case 'draw-tie':
      view.setState({ tieFrom: null });
      drawTie(context, intent.from, intent.to, intent.at);
      return;
    case 'offer-connector':
      view.setState({ tieFrom: null, question: { ask: 'new-connector', from: intent.from, at: intent.at } });
      return;
  }
}

/** What places connectors or draws ties. */
const RELATING: ReadonlySet<GestureIntent['do']> = new Set([
  'add-connector',
  'begin-tie',
  'draw-tie',
  'offer-connector',
]);

/** Where things lie that are laid down together, with a place in their middle. */
function placesRound(at: Point, items: readonly Item[]): Map<string, Point> {
  const box = unionOf(items.map(({ pos }) => boxAround(pos, 0, 0)));
  const [x, y] = box ? centreOf(box) : at;
  return new Map(items.map(({ id, pos }): [string, Point] => [id, [pos[0] + at[0] - x, pos[1] + at[1] - y]]));
}

/** Items go where the hand let go, except before another's seat while everyone keeps to their own edge. */
function layDown(places: ReadonlyMap<string, Point>, { session, view, canvas }: ClothContext): void {
  const permissions = permissionsIn(session);
  const { seats } = canvas.scene();
  const allowed = new Map([...places].filter(([, place]) => permissions.mayLayAt(edgeAt(seats, place))));
  if (allowed.size < places.size) refuse(view, 'quiet');
  session.perform((cloth) => moveItems(cloth, allowed));
}
