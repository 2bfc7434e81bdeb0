import { type Change, revert } from './change.ts';
import type { ClothDoc } from './cloth-doc.ts';

/** How many own actions can be taken back. */
const DEPTH = 200;

interface Action {
  /** What its changes were gathered under, if anything. */
  readonly key: string | null;
  readonly changes: Change[];
}

/**
 * One person's own actions, to take back and do again. Holds plain changes, never document types, so it pins no history;
 * taking back touches only values that are still this person's ({@link revert}).
 */
export class UndoStack {
  readonly #cloth: ClothDoc;
  readonly #onChange: () => void;
  #done: Action[] = [];
  #undone: Action[] = [];
  #openKey: string | null = null;
  #latest = 0;

  constructor(cloth: ClothDoc, onChange: () => void = () => {}) {
    this.#cloth = cloth;
    this.#onChange = onChange;
  }

  /** Another number after every action, undo and redo: while it stays, `undo` takes back what it took back before. */
  get latest(): number {
    return this.#latest;
  }

  get state(): { readonly canUndo: boolean; readonly canRedo: boolean; readonly latest: number } {
    return { canUndo: this.canUndo, canRedo: this.canRedo, latest: this.#latest };
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /**
   * Remembers what an intent changed. Calls in a row with the same `key` (the keystrokes of one visit to the same words)
   * become one action.
   */
  push(changes: readonly Change[], key: string | null = null): void {
    if (changes.length === 0) return;
    const open = key !== null && key === this.#openKey ? this.#done.at(-1) : undefined;
    if (open) open.changes.push(...changes);
    else {
      this.#done.push({ key, changes: [...changes] });
      this.#latest++;
    }
    if (this.#done.length > DEPTH) this.#done.shift();
    this.#openKey = key;
    this.#undone = [];
    this.#onChange();
  }

  /** Ends the action that keystrokes are being gathered in. */
  seal(): void {
    this.#openKey = null;
  }

  /** Takes the last own action back; false when there was nothing, or others have changed all of it since. */
  undo(): boolean {
    return this.#step(this.#done, this.#undone);
  }

  redo(): boolean {
    return this.#step(this.#undone, this.#done);
  }

  /**
   * Takes back all that was gathered under `key` as though it had never been done: none of it can be undone or done again.
   * False when there is nothing of it.
   */
  forget(key: string): boolean {
    const gathered = this.#done.filter((action) => action.key === key);
    const known = gathered.length > 0 || this.#undone.some((action) => action.key === key);
    if (!known) return false;
    this.#openKey = null;
    this.#latest++;
    this.#done = this.#done.filter((action) => action.key !== key);
    this.#undone = this.#undone.filter((action) => action.key !== key);
    revert(
      this.#cloth,
      gathered.flatMap(({ changes }) => changes),
    );
    this.#onChange();
    return true;
  }

  #step(from: Action[], to: Action[]): boolean {
    this.#openKey = null;
    this.#latest++;
    let changes: Change[] = [];
    let key: string | null = null;
    // An action that no longer changes anything (all of it overwritten by others) is passed over, so that every press
    // of the button that can do something does something.
    while (changes.length === 0) {
      const action = from.pop();
      if (!action) break;
      changes = revert(this.#cloth, action.changes);
      key = action.key;
    }
    if (changes.length > 0) to.push({ key, changes });
    this.#onChange();
    return changes.length > 0;
  }
}
