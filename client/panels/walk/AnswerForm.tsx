import { type FormEvent, useState } from 'react';
import { setAsked } from '../../../shared/commands/items.ts';
import { editWords } from '../../../shared/commands/words.ts';
import { transact } from '../../../shared/document/change.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import type { Item } from '../../../shared/model/snapshot.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import styles from './Ask.module.css';

/** One line in which somebody says what is meant: it becomes the clarification, and the question goes. One action. */
export function AnswerForm({ item }: { readonly item: Item }) {
  const { ask: text } = useText();
  const { session } = useCloth();
  const [words, setWords] = useState(item.clarification);
  const answer = (event: FormEvent) => {
    event.preventDefault();
    if (isBlank(words)) return;
    session.perform((cloth) =>
      transact(cloth, () => [
        ...editWords(cloth, { of: 'clarification', item: item.id }, words.trim()),
        ...setAsked(cloth, item.id, false),
      ]),
    );
  };
  return (
    <form className={styles.form} onSubmit={answer}>
      <input
        value={words}
        maxLength={LIMITS.longText}
        aria-label={text.answer}
        placeholder={text.answer}
        enterKeyHint="done"
        onChange={({ target }) => setWords(target.value)}
      />
      <Button kind="primary" type="submit" disabled={isBlank(words)}>
        {text.send}
      </Button>
    </form>
  );
}
