import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { byId } from '../../../shared/model/snapshot.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { permissionsIn } from '../../facilitation/permissions.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { SharedWords } from '../words/SharedWords.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import styles from './Ask.module.css';

/** What was said to clarify one thing, and the place to say it: at once when somebody asked. */
export function Clarified({ id }: { readonly id: string }) {
  const { ask: text } = useText();
  const { session } = useCloth();
  const item = useStore(session.snapshot, ({ items }) => byId(items).get(id));
  const [writing, setWriting] = useState(false);
  if (!item || item.masked) return null;
  const may = session.mayWrite && permissionsIn(session).mayChange(item);
  const said = !isBlank(item.clarification);
  return (
    <div className={styles.clarified}>
      {item.asked && <p className={styles.asked}>{text.asked}</p>}
      {item.asked && may && <AnswerForm key={item.id} item={item} />}
      {!item.asked && !writing && said && <p className={styles.said}>{item.clarification}</p>}
      {!item.asked && writing && may && (
        <SharedWords item={id} of="clarification" label={text.clarification} placeholder={text.answer} />
      )}
      {!item.asked && may && (
        <Button icon={MessageSquareText} aria-pressed={writing} onClick={() => setWriting(!writing)}>
          {text.clarify}
        </Button>
      )}
    </div>
  );
}
