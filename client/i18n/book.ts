import type { Language } from '../../shared/text/language.ts';

/**
 * Texts that are fetched together, in a file for each language, so that nobody fetches a language they do not read, nor what
 * nothing on the page says yet.
 */
export class Book<T> {
  readonly #files: Readonly<Record<Language, () => Promise<T>>>;
  readonly #here = new Map<Language, T>();

  constructor(files: Readonly<Record<Language, () => Promise<T>>>) {
    this.#files = files;
  }

  has(language: Language): boolean {
    return this.#here.has(language);
  }

  /** Rejects when it cannot be fetched. */
  async bring(language: Language): Promise<void> {
    if (!this.has(language)) this.#here.set(language, await this.#files[language]());
  }

  /** Its texts in a language. Throws before they have come: who shows them has them brought first (`withTexts`). */
  in(language: Language): T {
    const texts = this.#here.get(language);
    if (texts === undefined) throw new Error('a text is shown before it was brought');
    return texts;
  }
}
