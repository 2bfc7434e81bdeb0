import { MessageCircleQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { isOwn } from '../../../shared/method/steps.ts';
import { byId, type ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import styles from './Ask.module.css';

/** To the writer, without hurry: somebody would like to know what is meant. Answered in a line, or put off. */
export default function AskedPrompt() {
  const { ask: text } = useText();
  const { session, view, canvas } = useCloth();
  const { seat, name } = useStore(session.me);
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const editing = useStore(view, (state) => state.editing !== null);
  const { role } = session;
  const asked = useStore(session.snapshot, (cloth: ClothSnapshot) => {
    const own = cloth.items.filter((item) => item.asked && isOwn({ role, seat, name }, item));
    return own.map(({ id }) => id).join(' ');
  });
  const [id, ...more] = asked.split(' ').filter((each) => each !== '' && !later.has(each));
  const item = useStore(session.snapshot, ({ items }) => (id === undefined ? undefined : byId(items).get(id)));
  if (!item || editing || !session.mayWrite) return null;
  return (
    <section className={styles.prompt} aria-label={text.asked}>
      <button type="button" className={styles.question} onClick={() => canvas?.reveal(item.id)}>
        <MessageCircleQuestionMark aria-hidden="true" size={22} />
        <span role="status">{text.askedAt(item.text)}</span>
        {more.length > 0 && <small>{text.more(more.length)}</small>}
      </button>
      <div className={styles.answer}>
        <AnswerForm key={item.id} item={item} />
        <Button onClick={() => setLater(new Set([...later, item.id]))}>{text.later}</Button>
      </div>
    </section>
  );
}
