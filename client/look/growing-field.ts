import { type RefObject, useLayoutEffect } from 'react';

/** Safari before 26 and Firefox leave a field as high as it began, and would show one line and a half of four. */
const GROWS_BY_ITSELF = CSS.supports('field-sizing', 'content');

/** Makes a field as high as the words in it, up to its `max-height`; for browsers that do not do so themselves. */
export function growWith(field: HTMLTextAreaElement): void {
  if (GROWS_BY_ITSELF) return;
  field.style.height = 'auto';
  const borders = field.offsetHeight - field.clientHeight;
  field.style.height = `${field.scrollHeight + borders}px`;
}

/** {@link growWith}, each time the words are other ones. */
export function useGrowingField(field: RefObject<HTMLTextAreaElement | null>, words: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words, which stand in the field by then
  useLayoutEffect(() => {
    if (field.current) growWith(field.current);
  }, [field, words]);
}
