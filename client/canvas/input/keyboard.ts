import type { ActionId } from '../actions/action.ts';
import { actionForKey } from '../actions/keys.ts';
import type { ClothContext } from '../canvas-handle.ts';
import type { Hands } from './hands.ts';

/** Where keys belong to what is focused: fields to type in, and lists and dialogs with keys of their own. */
export const OWN_KEYS =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** A focused control keeps these keys, which work it. */
const WORKS_CONTROL = new Set(['Enter', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Backspace']);
/** Where letters are keys of the cloth whatever control has the focus. */
const CLOTH = '.cloth-canvas, [role="tree"]';
/** What leads the whole group elsewhere, and in a panel only turns its pages. */
const TURNS = new Set<ActionId>(['step-on', 'step-back']);
/** What keys do also while the cloth is looked at in another way than on the canvas. */
const EVERYWHERE = new Set<ActionId>(['undo', 'redo', 'step-on', 'step-back']);
const CONTROL = 'button, a[href], [role="button"], [role="tab"], [role="option"], [role="treeitem"], summary';

/** Whether a key types a character. Whoever speaks to their computer types words without meaning any key. */
export function isCharacter({ key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey;
}

/**
 * Whether a character that is pressed here may be a key of the cloth: not when this person switched such keys off, and not
 * on a control to which the keyboard was brought with Tab (one that was pressed by hand has the focus by chance).
 */
export function lettersWork(at: Element | null, byHand: boolean, letterKeys: boolean): boolean {
  return letterKeys && (byHand || !at?.closest(CONTROL) || at.closest(CLOTH) !== null);
}

export interface Keyboard {
  /** The space bar is down: a drag pans. */
  readonly spaceHeld: () => boolean;
  readonly stop: () => void;
}

export interface KeyboardOptions {
  readonly context: () => ClothContext;
  readonly hands: () => Hands;
  readonly onSpace: (held: boolean) => void;
}

/** A file that was chosen, a slider or a box that was set, is no word that goes on. */
const NOT_TYPED_IN = 'select, [type="file"], [type="range"], [type="checkbox"], [type="radio"]';

/** So long after its last letter a field that is gone is still being typed into, as far as the hands know. ms. */
const TYPING_ON_MS = 1_500;

/**
 * Keeps letters from being shortcuts that were meant for a field which went away under the hands: another took away what
 * was being written.
 */
function heedTypingOn(signal: AbortSignal): void {
  let field: Element | null = null;
  let last = 0;
  const typed = ({ target, timeStamp }: Event) => {
    field = target instanceof Element && !target.matches(NOT_TYPED_IN) ? target : null;
    last = timeStamp;
  };
  const keydown = (event: KeyboardEvent) => {
    if (event.key.length > 1) field = null;
    if (!field || field.isConnected || event.timeStamp - last > TYPING_ON_MS) return;
    last = event.timeStamp;
    event.preventDefault();
    event.stopPropagation();
  };
  const options = { signal, capture: true };
  window.addEventListener('input', typed, options);
  window.addEventListener('keydown', keydown, options);
  window.addEventListener('pointerdown', () => (field = null), options);
}

/** Runs actions by key for as long as the cloth is open, whatever of the page has the focus and is not being typed in. */
export function listenToKeys({ context, hands, onSpace }: KeyboardOptions): Keyboard {
  const stop = new AbortController();
  let space = false;
  const setSpace = (held: boolean) => {
    if (held === space) return;
    space = held;
    onSpace(held);
  };
  let byHand = false;
  const keydown = (event: KeyboardEvent) => {
    const at = event.target instanceof Element ? event.target : null;
    if (event.key === 'Tab' || event.key === 'F6') byHand = false;
    if (event.defaultPrevented || event.isComposing || at?.closest(OWN_KEYS)) return;
    if (at?.closest(CONTROL) && WORKS_CONTROL.has(event.key)) return;
    const { elsewhere, letterKeys } = context().view.getState();
    if (isCharacter(event) && !lettersWork(at, byHand, letterKeys)) return;
    if (event.key === ' ' && !elsewhere) {
      event.preventDefault();
      setSpace(true);
      return;
    }
    if (event.key === 'Escape' && hands().busy) {
      hands().handle({ type: 'escape' });
      return;
    }
    const action = actionForKey(event);
    if (!action || (TURNS.has(action.id) && at?.closest('aside'))) return;
    const works = action.enabled(context()) && (!elsewhere || EVERYWHERE.has(action.id));
    // One undo more than there is would be the browser's, which takes back letters in some field of the page.
    if (works || event.ctrlKey || event.metaKey) event.preventDefault();
    if (works) action.run(context());
  };
  const { signal } = stop;
  heedTypingOn(signal);
  window.addEventListener('keydown', keydown, { signal });
  window.addEventListener('pointerdown', () => (byHand = true), { signal, capture: true });
  // Of keys that come up in the words being written nobody hears later than here.
  window.addEventListener('keyup', (event) => event.key === ' ' && setSpace(false), { signal, capture: true });
  window.addEventListener('blur', () => setSpace(false), { signal });
  return { spaceHeld: () => space, stop: () => stop.abort() };
}
