import { putBack } from '../../../shared/commands/items.ts';
import { limitOf, type Words } from '../../../shared/commands/words.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { byId, type ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { permissionsIn } from '../../facilitation/permissions.ts';
import { actionForKey } from '../actions/keys.ts';
import { KeyboardCover } from '../camera/keyboard-cover.ts';
import { LETTERS, READABLE } from '../camera/readable.ts';
import { readersLetters } from '../camera/readers-letters.ts';
import type { CanvasHandle, ClothContext } from '../canvas-handle.ts';
import { visitKey } from '../edit/compose.ts';
import { type Entered, enterWords, leaveWords, settleWords } from '../edit/leave-words.ts';
import { refuse } from '../view-store.ts';
import { changeEnd } from './caret.ts';
import { heedPaste, SharedField } from './shared-field.ts';
import { isComposing, layWords, makeWordsField } from './words-field.ts';

/** How large letters are that were brought nearer to be written, px. */
const WRITABLE = 20;

/** A page up to so wide is a phone's, where a whole cloth cannot be read, px. */
const NARROW = 700;

/** One visit to the words of an item or the initiative. */
interface Visit extends Entered {
  readonly field: HTMLTextAreaElement;
  readonly listening: AbortController;
  readonly shared: SharedField;
  readonly goBack: (() => void) | null;
  /** Another took it off the cloth: it comes back when it is written on. */
  taken: boolean;
}

/**
 * Lets one write on the cloth itself: a text field exactly over the words of whatever the view says is being edited. Each
 * keystroke goes into the document as the change it is, and what others write there meanwhile comes in without moving
 * the caret from its letters.
 */
export class WordsEditor {
  readonly #host: HTMLElement;
  readonly #context: ClothContext;
  readonly #canvas: CanvasHandle;
  readonly #cover: KeyboardCover;
  readonly #label: () => string;
  readonly #stop: (() => void)[];
  #visit: Visit | null = null;
  /** Ends looking out for what others laid in the same place as what was written last. */
  #goOn: () => void = () => undefined;

  /** `label` names the field for a screen reader, in the language of the moment. */
  constructor(host: HTMLElement, context: ClothContext, label: () => string) {
    this.#host = host;
    this.#context = context;
    this.#canvas = context.canvas;
    this.#label = label;
    this.#cover = new KeyboardCover(host, (covered) => {
      this.#canvas.camera.setCovered(covered);
      if (this.#visit) this.#canvas.reveal(this.#visit.id);
    });
    this.#stop = [
      context.view.subscribe(({ editing }) => this.#follow(editing)),
      context.session.snapshot.subscribe(this.#takeIn),
      context.canvas.camera.subscribe(() => this.place()),
      () => this.#cover.stop(),
      this.#heedNextAct(),
    ];
  }

  /** Lays the field over the words again; the camera moved, or the words grew. */
  place(): void {
    const visit = this.#visit;
    if (visit) layWords(visit.field, visit.id, this.#canvas);
  }

  destroy(): void {
    for (const stop of this.#stop) stop();
    this.#close();
    this.#goOn();
  }

  /** Whatever this person does next is no part of what they laid before. */
  #heedNextAct(): () => void {
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    for (const act of ['pointerdown', 'keydown']) window.addEventListener(act, () => this.#goOn(), options);
    return () => listening.abort();
  }

  #follow(editing: string | null): void {
    if (editing === (this.#visit?.id ?? null)) return;
    this.#close();
    if (editing !== null) this.#open(editing);
  }

  #open(id: string): void {
    const { session, view } = this.#context;
    const text = wordsIn(session.snapshot.getState(), id);
    const item = byId(session.snapshot.getState().items).get(id);
    const kept = item !== undefined && !permissionsIn(session).mayChange(item);
    if (kept) refuse(view, item.masked ? 'hidden' : 'quiet');
    if (text === null || kept || !session.mayWrite) {
      view.setState({ editing: null });
      return;
    }
    const words: Words = id === INITIATIVE ? { of: 'initiative' } : { of: 'text', item: id };
    const listening = new AbortController();
    const events = {
      typed: () => this.#typed(),
      composed: () => this.place(),
      leave: () => view.setState({ editing: null }),
      done: () => {
        this.#putDown();
        view.setState({ editing: null });
      },
      caret: () => this.#visit?.shared.caretMoved(),
      step: (event: KeyboardEvent) => this.#step(event),
    };
    const field = makeWordsField({ label: this.#label(), text, limit: limitOf(words) }, events, listening.signal);
    field.addEventListener(
      'paste',
      heedPaste(field, () => refuse(view, 'long')),
    );
    this.#host.append(field);
    const shared = new SharedField(field, words, session, visitKey(id));
    const entered = enterWords(session, id);
    this.#visit = { ...entered, field, listening, shared, goBack: this.#comeNear(id), taken: false };
    this.place();
    field.focus({ preventScroll: true });
    field.setSelectionRange(text.length, text.length);
    this.#cover.start();
    this.#canvas.reveal(id);
  }

  /** Words too small to read are brought nearer; returns the way back. */
  #comeNear(id: string): (() => void) | null {
    const { camera } = this.#canvas;
    const box = this.#canvas.boxOf(id);
    const size = id === INITIATIVE ? this.#canvas.scene().initiative.text.size : LETTERS;
    const larger = readersLetters();
    if (!box || size * camera.get().zoom >= READABLE * larger) return null;
    return camera.visit(box, (WRITABLE * larger) / size);
  }

  #close(): void {
    const visit = this.#visit;
    if (!visit) return;
    this.#visit = null;
    this.#cover.stop();
    this.#canvas.camera.setCovered(0);
    const { id, field, listening } = visit;
    visit.shared.write();
    leaveWords(this.#context.session, visit);
    this.#settle(visit);
    listening.abort();
    const hadFocus = document.activeElement === field;
    field.remove();
    if (hadFocus) this.#canvas.focus();
    // On a phone the whole cloth cannot be read: what was just laid stays in view, to go on with.
    const stays =
      visit.isNew &&
      this.#canvas.camera.size().width <= NARROW &&
      wordsIn(this.#context.session.snapshot.getState(), id) !== null;
    if (!stays) visit.goBack?.();
  }

  #settle(visit: Visit): void {
    const { session } = this.#context;
    this.#goOn = settleWords(session, visit, () => {
      // A visit that has begun meanwhile is an action of its own.
      if (!this.#visit) session.seal();
    });
  }

  /** A connector with a name, or of which somebody said that it is enough, waits for no place any more. */
  #putDown(): void {
    const { view } = this.#context;
    if (view.getState().tool === 'connector') view.setState({ tool: 'select' });
  }

  #typed(): void {
    const visit = this.#visit;
    if (!visit) return;
    visit.shared.write();
    this.#putDown();
    if (visit.taken) this.#context.session.perform((cloth) => putBack(cloth, [visit.id]), visitKey(visit.id));
    this.#takeIn();
    this.place();
  }

  /** Takes back, or does again, what this hand wrote where others write too; alone the browser does, letter by letter. */
  #step(event: KeyboardEvent): void {
    const { session } = this.#context;
    const { field, shared } = this.#visit ?? {};
    const way = actionForKey(event)?.id;
    if (!field || !shared?.mixed || (way !== 'undo' && way !== 'redo')) return;
    event.preventDefault();
    const before = field.value;
    session.seal();
    session[way]();
    if (field.value === before) return;
    const end = changeEnd(before, field.value);
    field.setSelectionRange(end, end);
  }

  /** Shows what stands in the document now, each end of the selection staying at its letters. */
  readonly #takeIn = (): void => {
    const visit = this.#visit;
    if (!visit) return;
    const { session, view } = this.#context;
    const text = wordsIn(session.snapshot.getState(), visit.id);
    const taken = text === null;
    if (taken && !visit.taken) refuse(view, 'taken');
    visit.taken = taken;
    if (taken || text === visit.field.value || isComposing(visit.field)) return;
    visit.shared.show(text);
    this.place();
  };
}

function wordsIn(snapshot: ClothSnapshot, id: string): string | null {
  return id === INITIATIVE ? snapshot.initiative : (byId(snapshot.items).get(id)?.text ?? null);
}
