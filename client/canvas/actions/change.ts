import { moveItems, removeItems, setItemKind, setPosition } from '../../../shared/commands/items.ts';
import { removeTies, setExpected } from '../../../shared/commands/ties.ts';
import { transact } from '../../../shared/document/change.ts';
import { type ItemKind, POSITION_LETTERS, type Point, type PositionLetter } from '../../../shared/model/schema.ts';
import type { ClothContext } from '../canvas-handle.ts';
import { COPY_APART, layCopies } from '../edit/copies.ts';
import { type Action, action } from './action.ts';
import { canChangeItems, changeableItems, mayRelate, movableItems, selectedTies } from './selected.ts';

/** Steps of the arrow keys, mm, and of the view when nothing is selected, px. */
const NUDGE = { near: 5, far: 50, view: 80 } as const;

/** Actions that change what is selected. */
export const CHANGE_ACTIONS: readonly Action[] = [
  action('undo', {
    keys: ['mod+z'],
    enabled: ({ session }) => session.mayWrite && session.history.getState().canUndo,
    run: ({ session }) => void session.undo(),
  }),
  action('redo', {
    keys: ['mod+shift+z', 'mod+y'],
    enabled: ({ session }) => session.mayWrite && session.history.getState().canRedo,
    run: ({ session }) => void session.redo(),
  }),
  action('edit', {
    keys: ['Enter', 'F2'],
    enabled: (context) => context.view.getState().selection.size === 1 && canChangeItems(context),
    run: (context) => {
      const [item] = changeableItems(context);
      if (item) context.view.setState({ editing: item.id });
    },
  }),
  action('pick-up', {
    keys: [],
    enabled: (context) => context.session.mayWrite && movableItems(context).length > 0,
    run: ({ view }) => view.setState(({ tool }) => ({ tool: tool === 'put' ? 'select' : 'put', tieFrom: null })),
    pressed: ({ view }) => view.getState().tool === 'put',
  }),
  action('duplicate', { keys: ['mod+d'], enabled: canChangeItems, run: duplicate }),
  action('delete', {
    keys: ['Delete', 'Backspace'],
    enabled: (context) => canChangeItems(context) || changeableTies(context).length > 0,
    run: removeSelected,
  }),
  action('expected', {
    keys: ['e'],
    enabled: (context) => changeableTies(context).length > 0,
    run: (context) => markExpected(context, !allExpected(context)),
    pressed: allExpected,
  }),
  action('to-connector', kindAction('connector')),
  action('to-ingredient', kindAction('ingredient')),
  ...POSITION_LETTERS.map((letter) =>
    action(`position-${letter}`, {
      keys: [letter],
      enabled: canChangeItems,
      run: (context) => togglePosition(context, letter),
      pressed: (context) => holdsAll(context, letter),
    }),
  ),
  ...nudges('left', 'ArrowLeft', [-1, 0]),
  ...nudges('right', 'ArrowRight', [1, 0]),
  ...nudges('up', 'ArrowUp', [0, -1]),
  ...nudges('down', 'ArrowDown', [0, 1]),
];

function kindAction(kind: ItemKind) {
  return {
    keys: [],
    enabled: (context: ClothContext) =>
      mayRelate(context) && changeableItems(context).some((item) => item.kind !== kind),
    run: (context: ClothContext) => {
      const ids = changeableItems(context).map((item) => item.id);
      context.session.perform((cloth) => setItemKind(cloth, ids, kind));
    },
  };
}

/** Takes a letter away when all selected hold it, and gives it to all otherwise. */
function togglePosition(context: ClothContext, letter: PositionLetter): void {
  const held = !holdsAll(context, letter);
  const ids = changeableItems(context).map((item) => item.id);
  context.session.perform((cloth) => setPosition(cloth, ids, letter, held));
}

function holdsAll(context: ClothContext, letter: PositionLetter): boolean {
  const items = changeableItems(context);
  return items.length > 0 && items.every((item) => item.positions.includes(letter));
}

/** Says of the selected ties that their involvement is expected, or that it is really so. */
export function markExpected(context: ClothContext, expected: boolean): void {
  const ids = changeableTies(context).map((tie) => tie.id);
  context.session.perform((cloth) => setExpected(cloth, ids, expected));
}

function allExpected(context: ClothContext): boolean {
  const ties = selectedTies(context);
  return ties.length > 0 && ties.every((tie) => tie.expected);
}

function changeableTies(context: ClothContext) {
  return mayRelate(context) ? selectedTies(context) : [];
}

function removeSelected(context: ClothContext): void {
  const items = changeableItems(context).map((item) => item.id);
  const ties = changeableTies(context).map((tie) => tie.id);
  context.view.setState({ selection: new Set() });
  context.session.perform((cloth) => transact(cloth, () => [...removeItems(cloth, items), ...removeTies(cloth, ties)]));
}

/** Copies of the selected items beside them, with the ties among them. */
function duplicate(context: ClothContext): void {
  const { ties } = context.session.snapshot.getState();
  layCopies(context, changeableItems(context), ties, [COPY_APART, COPY_APART]);
}

function nudges(name: 'left' | 'right' | 'up' | 'down', key: string, [dx, dy]: Point): Action[] {
  const step = (distance: number) => (context: ClothContext) => {
    const items = movableItems(context);
    if (context.view.getState().selection.size === 0) {
      context.canvas.camera.panBy([-dx * NUDGE.view, -dy * NUDGE.view]);
      return;
    }
    const places = new Map(
      items.map(({ id, pos }): [string, Point] => [id, [pos[0] + dx * distance, pos[1] + dy * distance]]),
    );
    // Presses in a row on the same things are one action to undo.
    context.session.perform((cloth) => moveItems(cloth, places), `nudge ${[...places.keys()].join(' ')}`);
  };
  // Without a selection the arrows look around, which everyone may.
  const enabled = (context: ClothContext) =>
    context.view.getState().selection.size === 0 || (context.session.mayWrite && movableItems(context).length > 0);
  return [
    action(`nudge-${name}`, { keys: [key], enabled, run: step(NUDGE.near) }),
    action(`nudge-far-${name}`, { keys: [`shift+${key}`], enabled, run: step(NUDGE.far) }),
  ];
}
