import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { SheetOptions } from '../../../shared/paint/sheet.ts';
import type { THEME_PRINT } from '../../../shared/paint/theme-print.ts';
import type { Print } from '../../../shared/scene/scene.ts';

/** What is printed on a theme sheet, which is fetched when one is shown: nothing is printed on a cloth. */
export class Printed {
  #print: typeof THEME_PRINT | null = null;
  #asked = false;
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
