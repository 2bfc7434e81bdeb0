import { moveItems } from '../../shared/cloth/intents/items.ts';
import { INITIATIVE } from '../../shared/cloth/schema.ts';
import type { GestureIntent } from '../gesture/gesture.ts';
import type { ClothContext } from './canvas-handle.ts';
import { addConnector, addIngredientAt, drawTie } from './compose.ts';

/** Does what a hand asked for: looks elsewhere, selects, or writes the cloth through an intent. */
export function carryOut(intent: GestureIntent, context: ClothContext): void {
  const { session, view, canvas } = context;
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
    case 'move':
      session.perform((cloth) => moveItems(cloth, intent.places));
      return;
    case 'edit':
      view.setState({ editing: intent.id, selection: new Set(intent.id === INITIATIVE ? [] : [intent.id]) });
      return;
    case 'add-ingredient':
      addIngredientAt(context, intent.at);
      return;
    case 'add-connector':
      addConnector(context, intent.at);
      return;
    case 'begin-tie':
      view.setState({ tieFrom: intent.from, ...(intent.from === null ? { tool: 'select' as const } : {}) });
      return;
    case 'draw-tie':
      view.setState({ tieFrom: null, tool: 'select' });
      drawTie(context, intent.from, intent.to, intent.at);
      return;
    case 'offer-connector':
      view.setState({
        tieFrom: null,
        tool: 'select',
        question: { ask: 'new-connector', from: intent.from, at: intent.at },
      });
      return;
  }
}
