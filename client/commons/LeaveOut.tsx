import { type FormEvent, useState } from 'react';
import { leaveOut, letBackIn } from '../../shared/commands/commons.ts';
import { LIMITS } from '../../shared/model/schema.ts';
import { isBlank } from '../../shared/text/clean-text.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../look/Button.tsx';
import { Field } from '../look/Field.tsx';
import { DialogFrame } from '../panels/dialogs/DialogFrame.tsx';
import { say } from '../panels/toasts/toast-store.ts';
import styles from './LeaveOut.module.css';
import { useRoom, useRoomState } from './room-context.tsx';

/** "That is me, leave me out": of the whole room, at once; and back again. */
export default function LeaveOut({ onClose }: { readonly onClose: () => void }) {
  const { leftOut: text, told } = useText();
  const { session } = useRoom();
  const out = useRoomState((room) => room.leftOut);
  const [name, setName] = useState('');

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (isBlank(name)) return;
    if (session.perform((room) => leaveOut(room, name, Date.now()))) say(text.added(name.trim()));
    setName('');
  };

  return (
    <DialogFrame title={text.title} onClose={onClose}>
      <div className={styles.content}>
        <p>{text.text}</p>
        <form className={styles.form} onSubmit={add}>
          <Field
            label={text.name}
            value={name}
            maxLength={LIMITS.name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button kind="primary" type="submit">
            {text.add}
          </Button>
        </form>
        {out.length > 0 && (
          <section aria-labelledby="left-out">
            <h3 id="left-out">{text.list}</h3>
            <ul className={styles.list}>
              {out.map((left) => (
                <li key={left.id}>
                  <span translate="no">{left.name}</span>
                  <Button
                    kind="quiet"
                    aria-label={text.back(left.name)}
                    onClick={() => {
                      if (session.perform((room) => letBackIn(room, left.id))) say(told.backIn(left.name));
                    }}
                  >
                    {text.show}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </DialogFrame>
  );
}
