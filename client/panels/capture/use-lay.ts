import { addIngredients } from '../../canvas/edit/compose.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';

/** What became of words that were to go on the cloth. */
export type Laid = { readonly kind: 'laid' } | { readonly kind: 'refused'; readonly why: string };

/** Lays texts at this person's own edge and lets them see where, when they lie out of view. */
export function useLay(): (texts: readonly string[]) => Laid {
  const text = useFirstText();
  const { session, canvas } = useCloth();
  const page = usePage();
  return (texts) => {
    const isTheme = session.snapshot.getState().meta.sheet === 'theme';
    const box = isTheme ? page.getState().box : null;
    const { ids, outcome } = addIngredients({ session }, texts, box);
    const [first] = ids;
    if (first !== undefined && ids.length === 1) canvas?.reveal(first);
    switch (outcome.kind) {
      case 'done':
        return { kind: 'laid' };
      case 'too-large':
        return { kind: 'refused', why: text.problems.tooLarge };
      case 'may-not-write':
        return { kind: 'refused', why: session.held.getState() ? text.steps.heldWords : text.capture.closed };
      case 'unchanged':
        return { kind: 'laid' };
    }
  };
}
