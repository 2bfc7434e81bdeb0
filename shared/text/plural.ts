/** The forms a word takes with a number. Dutch and English have these two; `{n}` in them is the number. */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** Makes a function that writes a number with its word by the rules of one language: `count(2, …)` → "2 schakels". */
export function pluralsOf(language: string): (n: number, forms: PluralForms) => string {
  // A browser takes its time to find the rules of a language: they are asked for when there is something to count.
  let rules: Intl.PluralRules | undefined;
  let digits: Intl.NumberFormat | undefined;
  return (n, forms) => {
    rules ??= new Intl.PluralRules(language);
    digits ??= new Intl.NumberFormat(language);
    return forms[rules.select(n) === 'one' ? 'one' : 'other'].replaceAll('{n}', digits.format(n));
  };
}

/** Makes a function that joins words as the language does: "Gemma, Theo en Thomas". */
export function listsOf(language: string): (words: readonly string[]) => string {
  let list: Intl.ListFormat | undefined;
  return (words) => {
    list ??= new Intl.ListFormat(language, { type: 'conjunction' });
    return list.format(words);
  };
}
