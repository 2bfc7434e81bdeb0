import { editWords, type Words, wordsNow } from '../../../shared/commands/words.ts';
import { revertText } from '../../../shared/document/text-merge.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { caretAfter } from './caret.ts';

/**
 * Keeps a text field and words in the document the same, keystroke by keystroke, both ways: what is typed goes into the
 * document as the change it is, and what others write there comes in without moving the caret from its letters.
 */
export class SharedField {
  readonly #field: HTMLTextAreaElement;
  readonly #words: Words;
  readonly #session: Pick<ClothSession, 'perform'>;
  readonly #key: string;
  /** What the field showed after the last exchange with the document. */
  #shown: string;
  /** Where the caret stood before the keystroke that is coming. */
  #caret: number;
  #mixed = false;

  /** The field must show the words already. `key` gathers the keystrokes of one visit into one action to undo. */
  constructor(field: HTMLTextAreaElement, words: Words, session: Pick<ClothSession, 'perform'>, key: string) {
    this.#field = field;
    this.#words = words;
    this.#session = session;
    this.#key = key;
    this.#shown = field.value;
    this.#caret = field.value.length;
  }

  /** Others' words came in: the browser no longer knows how to take back what was typed here. */
  get mixed(): boolean {
    return this.#mixed;
  }

  /** To be told before each keystroke: the caret says which of several like letters it adds or takes. */
  caretMoved(): void {
    this.#caret = this.#field.selectionEnd;
  }

  /** Puts what was typed into the document, on top of whatever others have written there since. */
  write(): void {
    const { value } = this.#field;
    const [shown, caret] = [this.#shown, this.#caret];
    if (value === shown) return;
    // Before the document hears of it: it answers at once with what it then holds, others' letters too, and `show` notes that.
    this.#shown = value;
    this.caretMoved();
    this.#session.perform((cloth) => {
      const standing = wordsNow(cloth, this.#words) ?? shown;
      // Taking the step from `value` back to `shown` out of the standing words, backwards, is putting the typed one in.
      return standing === shown
        ? editWords(cloth, this.#words, value, caret)
        : editWords(cloth, this.#words, revertText(value, shown, standing));
    }, this.#key);
  }

  /** Shows the words as they now stand, each end of the selection staying at its letters. */
  show(text: string): void {
    const field = this.#field;
    if (text === field.value) return;
    const from = caretAfter(field.selectionStart, field.value, text);
    const to = caretAfter(field.selectionEnd, field.value, text);
    const focused = document.activeElement === field;
    this.#mixed = true;
    field.value = text;
    // Setting a selection would take the focus in some browsers.
    if (focused) field.setSelectionRange(from, to);
    this.#shown = text;
    this.#caret = to;
  }
}

/**
 * Hears what is pasted into a field, and refuses what would not fit whole, which the browser would cut off without a word;
 * `refused` says so. The clipboard still has all of it.
 */
export function heedPaste(field: HTMLTextAreaElement, refused: () => void): (event: Event) => void {
  return (event) => {
    if (!(event instanceof ClipboardEvent)) return;
    const pasted = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n') ?? '';
    const replaced = field.selectionEnd - field.selectionStart;
    if (field.value.length - replaced + pasted.length <= field.maxLength) return;
    event.preventDefault();
    refused();
  };
}
