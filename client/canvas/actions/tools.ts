import { centreOf } from '../../../shared/layout/box.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { addConnector, addIngredient, drawTie, drawTies } from '../edit/compose.ts';
import { type Action, action } from './action.ts';
import { mayRelate, selectedItems } from './selected.ts';

const mayWrite = ({ session }: ClothContext) => session.mayWrite;

/** Actions that take something in hand, or put something new on the cloth. */
export const TOOL_ACTIONS: readonly Action[] = [
  action('select', {
    keys: ['v'],
    enabled: () => true,
    run: ({ view }) => view.setState({ tool: 'select', tieFrom: null }),
    pressed: ({ view }) => view.getState().tool === 'select' && view.getState().tieFrom === null,
  }),
  action('new-ingredient', { keys: ['n'], enabled: mayWrite, run: (context) => void addIngredient(context) }),
  action('new-connector', {
    keys: ['c'],
    enabled: mayRelate,
    run: newConnector,
    pressed: ({ view }) => view.getState().tool === 'connector',
  }),
  action('tie', {
    keys: ['t'],
    enabled: mayRelate,
    run: tie,
    pressed: ({ view }) => view.getState().tool === 'tie' || view.getState().tieFrom !== null,
  }),
  action('tie-to-initiative', {
    keys: ['shift+t'],
    enabled: (context) => mayRelate(context) && selectedItems(context).length > 0,
    run: (context) => drawTies(context, selectedItems(context), INITIATIVE),
  }),
  action('multi-select', {
    keys: ['m'],
    enabled: () => true,
    run: ({ view }) => view.setState({ multiSelect: !view.getState().multiSelect }),
    pressed: ({ view }) => view.getState().multiSelect,
  }),
  action('escape', { keys: ['Escape'], enabled: () => true, run: letGo }),
];

/**
 * A connector at a free place, to be named at once; who rather points at a place first has it there: as long as it has no name
 * the next press on the cloth says where.
 */
function newConnector(context: ClothContext): void {
  if (addConnector(context) !== null) context.view.setState({ tool: 'connector' });
}

/**
 * Ties what is selected, as far as that says enough: two things to each other, or the one to where a tie was begun. Else it
 * takes the tool in hand, beginning at the one thing selected, or puts it down. What was tied is selected no longer, so that
 * the same press, done again, says what it says: from the next thing selected, or done.
 */
function tie(context: ClothContext): void {
  const { view, canvas } = context;
  const { tieFrom, tool } = view.getState();
  const [first, second, ...more] = selectedItems(context).map((item) => item.id);
  const [from, to] = second ? [first, second] : [tieFrom, first];
  if (from && to && from !== to && more.length === 0) {
    view.setState({ tieFrom: null, ...(tool === 'tie' && { selection: new Set() }) });
    const box = canvas.boxOf(to);
    drawTie(context, from, to, box ? centreOf(box) : [0, 0]);
    return;
  }
  const begin = first !== undefined && second === undefined && first !== tieFrom ? first : null;
  if (begin === null && (tool === 'tie' || tieFrom !== null)) view.setState({ tool: 'select', tieFrom: null });
  else view.setState({ tool: 'tie', tieFrom: begin, ...(begin !== null && { selection: new Set() }) });
}

/** Lets go of one thing at a time, the latest first. */
function letGo({ view }: ClothContext): void {
  const { question, tool, tieFrom, editing, selection, multiSelect, onlyCloth } = view.getState();
  if (editing !== null) view.setState({ editing: null });
  else if (question) view.setState({ question: null });
  else if (tool !== 'select' || tieFrom !== null) view.setState({ tool: 'select', tieFrom: null });
  else if (selection.size > 0) view.setState({ selection: new Set() });
  else if (multiSelect) view.setState({ multiSelect: false });
  else if (onlyCloth) view.setState({ onlyCloth: false });
}
