import { Megaphone } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { MESSAGE_LENGTH } from '../../../shared/model/session.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import { useCloth } from '../cloth-context.tsx';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { usePage } from '../page.ts';
import { sayProblem } from '../toasts/toast-store.ts';
import styles from './SayDialog.module.css';

/** So long a message stays on everyone's screen, unless it is put away, ms. */
const SAID_MS = 90_000;

/** For who leads: a few words to everyone, on all screens. Some that are often said lie ready. */
export default function SayDialog({ onClose }: { readonly onClose: () => void }) {
  const page = usePage();
  const { said: text } = useText();
  const { session } = useCloth();
  const [words, setWords] = useState('');
  const send = (what: string) => {
    const now = Math.round(session.now());
    if (session.setSession({ message: { text: what, until: now + SAID_MS, n: now } })) page.closeDialog();
    else sayProblem(text.failed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBlank(words)) send(words);
  };
  return (
    <DialogFrame title={text.title} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <Field
          label={text.words}
          hint={text.hint}
          value={words}
          maxLength={MESSAGE_LENGTH}
          enterKeyHint="send"
          autoFocus
          onChange={({ target }) => setWords(target.value)}
        />
        <Button kind="primary" type="submit" icon={Megaphone} disabled={isBlank(words)}>
          {text.send}
        </Button>
      </form>
      <ul className={styles.ready} aria-label={text.ready}>
        {text.often.map((each) => (
          <li key={each}>
            <Button onClick={() => send(each)}>{each}</Button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}
