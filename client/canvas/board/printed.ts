import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { SheetOptions } from '../../../shared/paint/sheet.ts';
import type { THEME_PRINT } from '../../../shared/paint/theme-print.ts';
import type { Print } from '../../../shared/scene/scene.ts';
import type { PaintUnder } from '../canvas-handle.ts';

/**
 * What is on the paper itself: what is printed on a theme sheet, which is fetched when one is shown, for nothing is printed on a
 * cloth; and what somebody laid under all else.
 */
export class Printed {
  #print: typeof THEME_PRINT | null = null;
  #asked = false;
  #under: PaintUnder | null = null;
  readonly #come: () => void;

  /** `come` is called when it is there, and what was laid without it is to be laid again. */
  constructor(come: () => void) {
    this.#come = come;
  }

  /** How it is laid on this sheet, as far as that is known now. */
  layOn({ meta }: ClothSnapshot): Print | null {
    if (meta.sheet === 'theme') void this.#bring();
    return this.#print?.lay ?? null;
  }

  readonly paint: SheetOptions['print'] = (pen, sheet, options) => this.#print?.paint(pen, sheet, options);

  readonly under: PaintUnder = (ctx, sheet) => this.#under?.(ctx, sheet);

  /** Lays this in the place of what lay there. Returns whether to draw all again: always. */
  lay(under: PaintUnder | null): true {
    this.#under = under;
    return true;
  }

  /** What cannot be fetched is asked for again with the next change. */
  async #bring(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      this.#print = (await import('../../../shared/paint/theme-print.ts')).THEME_PRINT;
      this.#come();
    } catch {
      this.#asked = false;
    }
  }
}
