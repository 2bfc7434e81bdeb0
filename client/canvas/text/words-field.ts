import { centreOf } from '../../../shared/layout/box.ts';
import { sizeWhileWritten } from '../../../shared/layout/item-size.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { BASELINE } from '../../../shared/paint/words.ts';
import { PALETTE } from '../../../shared/scene/palette.ts';
import { CLOTH_FONT, fontMeasure } from '../../../shared/text/text-measure.ts';
import type { TextBlock } from '../../../shared/text/wrap.ts';
import { belongsToComposing } from '../../gesture/composing.ts';
import type { CanvasHandle } from '../canvas-handle.ts';

export interface FieldEvents {
  typed(): void;
  /** A letter or word is being composed; what stands in the field is no part of the words yet. */
  composed(): void;
  leave(): void;
  /** Enter or Escape said that it is enough. */
  done(): void;
  caret(at: number): void;
  /** A key that may take something back, or do it again. */
  step(event: KeyboardEvent): void;
}

/** Room for a caret where there are no words yet, and against rounding at a line's end. mm. */
const LEAST_WIDTH = 60;
const SLACK = 1;
/** How wide a name that is being composed may grow in the initiative's circle, as a part of its radius. */
const COMPOSED_WIDTH = 1.8;
/** A hand on the words is not on the cloth under them. */
const HANDS = ['pointerdown', 'pointermove', 'pointerup', 'mousedown', 'contextmenu'] as const;
/** All that a key does after it went down, of which nobody else need hear. */
const KEYS = ['keypress', 'beforeinput', 'textInput', 'input', 'selectionchange', 'keyup'] as const;

/** So long after a double tap opened the field the browser still makes a mouse's press of it, ms. */
const OPENING_MS = 400;

/** A text field without any look of its own; its letters are set as the painters set them. Listens until `signal`. */
export function makeWordsField(
  { label, text, limit }: { readonly label: string; readonly text: string; readonly limit: number },
  events: FieldEvents,
  signal: AbortSignal,
): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  field.className = 'cloth-words';
  field.value = text;
  field.maxLength = limit;
  field.rows = 1;
  field.spellcheck = false;
  field.autocapitalize = 'sentences';
  field.setAttribute('aria-label', label);
  field.enterKeyHint = 'done';
  field.dir = 'auto';
  field.style.fontFamily = `"${CLOTH_FONT}", system-ui, sans-serif`;
  for (const type of HANDS) field.addEventListener(type, (event) => event.stopPropagation());
  const opened = performance.now();
  field.addEventListener('mousedown', (event) => {
    // Made of the tap that opened the words, it would select the one under the finger, for the next letter to replace.
    if (event.timeStamp - opened < OPENING_MS) event.preventDefault();
  });
  listenToWriting(field, events, signal);
  // Half a character is nobody's business: a composed one is written when it is done.
  field.addEventListener('compositionstart', () => {
    field.dataset.composing = 'true';
  });
  field.addEventListener('compositionend', () => {
    field.dataset.composing = 'false';
    events.typed();
  });
  field.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey) events.step(event);
    const done = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey);
    if (!done || belongsToComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    events.done();
  });
  field.addEventListener('blur', () => {
    // A window that is left keeps its place; only going elsewhere on the page ends the writing.
    if (document.hasFocus()) events.leave();
  });
  return field;
}

/**
 * Hears what keys do before anybody else does, and tells nobody: on its way to the field each of these events would be
 * offered to the whole page twice, which took as long as a good part of the keystroke.
 */
function listenToWriting(field: HTMLTextAreaElement, events: FieldEvents, signal: AbortSignal): void {
  for (const type of KEYS) {
    const hear = (event: Event) => {
      if (event.target !== field) return;
      event.stopPropagation();
      if (type === 'beforeinput') events.caret(field.selectionEnd);
      if (type === 'input') events[isComposing(field) ? 'composed' : 'typed']();
    };
    window.addEventListener(type, hear, { capture: true, signal });
  }
  const hearKey = (event: KeyboardEvent) => {
    if (event.target === field && writes(event)) event.stopPropagation();
  };
  window.addEventListener('keydown', hearKey, { capture: true, signal });
}

/** A key that puts a character into the words, and is no shortcut for anything. */
function writes({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}

/**
 * Lays the field over the words as they are drawn now: laid out in mm as CSS px and scaled as a whole, so that lines break
 * as on the cloth at any zoom (and no phone finds the letters small enough to zoom its page).
 */
export function layWords(field: HTMLTextAreaElement, id: string, canvas: CanvasHandle): void {
  const box = canvas.boxOf(id);
  const set = settingOf(field, id, canvas);
  if (!box || !set) return;
  const { text, colour } = set;
  setStyle(field, {
    color: colour,
    caretColor: colour,
    fontSize: `${text.size}px`,
    fontWeight: String(text.weight),
    lineHeight: `${text.lineHeight}px`,
    width: `${Math.max(LEAST_WIDTH, text.width + 2 * SLACK)}px`,
  });
  setStyle(field, { height: `${heightOf(field, text)}px` });
  const { camera } = canvas;
  // A box that grows keeps its middle, but for the last digits.
  const [x, y] = camera.toScreen(centreOf(box)).map((px) => px.toFixed(3));
  const { zoom, turn } = camera.get();
  const centred = `translate(-50%, -50%) translateY(${baselineShift(text)}px)`;
  setStyle(field, {
    transform: `translate(${x}px, ${y}px) rotate(${turn + (canvas.itemOf(id)?.turn ?? 0)}rad) scale(${zoom}) ${centred}`,
  });
}

/** Height of all lines, px. The browser is asked only where its lines may differ from the cloth's: asking lays out the page. */
function heightOf(field: HTMLTextAreaElement, { lines, lineHeight, exact }: TextBlock): number {
  if (exact && !field.value.includes('\n')) return Math.max(1, lines.length) * lineHeight;
  setStyle(field, { height: '0' });
  return field.scrollHeight;
}

/**
 * Sets what differs from what was set before: writing a style, even the same, makes the browser look at the element anew.
 * It cannot be asked what stands there, for it answers in words of its own, a colour as `rgb(…)`, which never match.
 */
function setStyle(field: HTMLElement, wanted: Styles): void {
  const set = styles.get(field) ?? {};
  for (const name of Object.keys(wanted) as StyleName[]) {
    const value = wanted[name];
    if (value !== undefined && set[name] !== value) field.style[name] = value;
  }
  styles.set(field, { ...set, ...wanted });
}

/** What was set so far. */
const styles = new WeakMap<HTMLElement, Styles>();

type Styles = Partial<Record<StyleName, string>>;
type StyleName = 'color' | 'caretColor' | 'fontSize' | 'fontWeight' | 'lineHeight' | 'width' | 'height' | 'transform';

export function isComposing(field: HTMLElement): boolean {
  return field.dataset.composing === 'true';
}

/** How the words are set: as they are drawn; while some are composed, which the cloth does not have yet, as they would be. */
function settingOf(
  field: HTMLTextAreaElement,
  id: string,
  canvas: CanvasHandle,
): { readonly text: TextBlock; readonly colour: string } | null {
  if (id === INITIATIVE) {
    const { text, radius } = canvas.scene().initiative;
    const composed = { ...text, width: radius * COMPOSED_WIDTH, exact: false };
    return { text: isComposing(field) ? composed : text, colour: PALETTE.ink };
  }
  const shape = canvas.itemOf(id);
  if (!shape) return null;
  const { text } = isComposing(field) ? sizeWhileWritten(shape.kind, field.value, fontMeasure) : shape;
  return { text, colour: shape.colour };
}

const shifts = new Map<string, number>();

/**
 * How much lower (mm) the painters set a line's baseline than the browser does, which centres the font's own height, up and
 * down each rounded to whole px, in the line.
 */
function baselineShift({ size, weight }: TextBlock): number {
  const font = `${weight} ${size}px "${CLOTH_FONT}"`;
  const known = shifts.get(font);
  if (known !== undefined) return known;
  const ctx = document.createElement('canvas').getContext('2d');
  if (!ctx) return 0;
  ctx.font = font;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = ctx.measureText('x');
  const shift = size * BASELINE - (Math.round(up) - Math.round(down)) / 2;
  // Until the cloth's own font is there this is another font's shift, and not worth keeping.
  if (document.fonts.check(font)) shifts.set(font, shift);
  return shift;
}
