import { X } from 'lucide-react';
import { nanoid } from 'nanoid';
import { useId, useState } from 'react';
import { addNote, removeNote } from '../../../shared/commands/path.ts';
import { LIMITS, type Stone } from '../../../shared/model/schema.ts';
import type { PathNote } from '../../../shared/model/snapshot.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { SharedWords } from '../words/SharedWords.tsx';
import styles from './Path.module.css';

/** The stone that is the cloth's own front. */
const FRONT: Stone = '2';

interface PathStoneProps {
  readonly stone: Stone;
  readonly isHere: boolean;
  readonly isPassed: boolean;
  readonly notes: readonly PathNote[];
  readonly mayWrite: boolean;
  /** One stands here now; or no longer, where one stood already. */
  readonly onStand: () => void;
  readonly onFront: () => void;
}

/** A stone of the path, to be pressed by who stands on it, with a few words beside it. */
export function PathStone({ stone, isHere, isPassed, notes, mayWrite, onStand, onFront }: PathStoneProps) {
  const { path: text, dialog } = useText();
  const { session } = useCloth();
  const [words, setWords] = useState('');
  const id = useId();

  const write = () => {
    if (!isBlank(words)) {
      const by = session.me.getState().name;
      session.perform((cloth) => addNote(cloth, { id: nanoid(), stone, words, by, createdAt: session.now() }));
    }
    setWords('');
  };

  return (
    <li className={styles.step} data-here={isHere} data-passed={isPassed} aria-current={isHere ? 'step' : undefined}>
      <button
        type="button"
        className={styles.stone}
        aria-pressed={isHere}
        aria-label={`${stone}. ${text.stones[stone]}`}
        aria-describedby={id}
        disabled={!mayWrite}
        onClick={onStand}
      >
        {stone}
      </button>
      <div className={styles.told}>
        <strong>{text.stones[stone]}</strong>
        <small id={id}>{isHere ? text.here : text.hints[stone]}</small>
        {stone === FRONT && (
          <Button kind="quiet" onClick={onFront}>
            {text.toFront}
          </Button>
        )}
        {notes.map((note) => (
          <div key={note.id} className={styles.note}>
            <SharedWords note={note.id} of="words" label={text.words(stone)} placeholder={text.write} rows={1} />
            {mayWrite && isBlank(note.words) && (
              <IconButton
                icon={X}
                label={dialog.close}
                onClick={() => session.perform((cloth) => removeNote(cloth, note.id))}
              />
            )}
          </div>
        ))}
        {mayWrite && notes.length === 0 && (
          <input
            className={styles.write}
            value={words}
            maxLength={LIMITS.itemText}
            placeholder={text.write}
            aria-label={text.words(stone)}
            onChange={({ target }) => setWords(target.value)}
            onBlur={write}
            onKeyDown={({ key }) => key === 'Enter' && write()}
          />
        )}
      </div>
    </li>
  );
}
