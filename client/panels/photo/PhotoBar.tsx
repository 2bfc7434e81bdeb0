import { Check, Lock, LockOpen, Minus, Plus, RotateCcw, RotateCw, Trash2 } from 'lucide-react';
import { useId, useRef } from 'react';
import { dimPhoto, lockPhoto, takePhotoAway } from '../../../shared/commands/photo.ts';
import { PHOTO_REACH } from '../../../shared/model/photo.ts';
import type { Photo } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { usePageSign } from '../../look/page-sign.ts';
import { useCloth } from '../cloth-context.tsx';
import { sayDone } from '../toasts/say-done.ts';
import { useFocusAndBack } from '../use-focus-and-back.ts';
import styles from './Photo.module.css';
import { LARGER, TURN } from './photo-place.ts';
import type { Picture } from './use-photo.ts';
import { usePhotoHands } from './use-photo-hands.ts';

interface PhotoBarProps {
  readonly photo: Photo;
  readonly picture: Picture;
}

/** Turns of the photo that have a button, degrees. */
const TURNS = [-TURN.far, -TURN.fine, TURN.fine, TURN.far];

/** All that is done to the photo under the cloth, by buttons and keys: its place, size and turn, how faint it is, whether it lies fast. */
export function PhotoBar({ photo, picture }: PhotoBarProps) {
  const { photo: words } = useText();
  const { session } = useCloth();
  const bar = useRef<HTMLElement>(null);
  const dimId = useId();
  useFocusAndBack(bar);
  // On a phone there is room for the cloth and this, and no more.
  usePageSign('has-walk');
  const { perform, lay, done, press } = usePhotoHands(photo);
  const remove = () => {
    session.perform((cloth) => takePhotoAway(cloth, photo.id));
    sayDone(session, words.removed, words.undo);
  };
  const problem = picture === 'gone' ? words.problems.gone : picture === 'away' ? words.problems.away : null;
  const { least, most } = PHOTO_REACH.dim;
  return (
    <section ref={bar} className={styles.bar} aria-label={words.bar} tabIndex={-1} onKeyDown={press}>
      {problem ? (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      ) : (
        <p className={styles.help}>{photo.locked ? words.isLocked : words.help}</p>
      )}
      <p className="visually-hidden" role="status">
        {words.lies(Math.round(photo.width / 10), Math.round(photo.turn))}
      </p>
      {!photo.locked && (
        <div className={styles.group}>
          <IconButton
            icon={Minus}
            label={words.smaller}
            keys="−"
            onClick={() => lay((now) => ({ ...now, width: now.width / LARGER }), 'size')}
          />
          <IconButton
            icon={Plus}
            label={words.larger}
            keys="+"
            onClick={() => lay((now) => ({ ...now, width: now.width * LARGER }), 'size')}
          />
          {TURNS.map((by) => (
            <IconButton
              key={by}
              icon={by < 0 ? RotateCcw : RotateCw}
              label={words.turn(by)}
              caption={`${Math.abs(by)}°`}
              {...(Math.abs(by) === TURN.fine && { keys: by < 0 ? '[' : ']' })}
              onClick={() => lay((now) => ({ ...now, turn: now.turn + by }), 'turn')}
            />
          ))}
        </div>
      )}
      <div className={styles.dim}>
        <label htmlFor={dimId}>{words.dim}</label>
        <input
          id={dimId}
          type="range"
          min={least * 100}
          max={most * 100}
          step={5}
          value={Math.round(photo.dim * 100)}
          onChange={({ target }) => perform((cloth) => dimPhoto(cloth, photo.id, Number(target.value) / 100), 'dim')}
        />
      </div>
      <div className={styles.group}>
        <Button
          kind="quiet"
          icon={photo.locked ? LockOpen : Lock}
          onClick={() => perform((cloth) => lockPhoto(cloth, photo.id, !photo.locked), 'lock')}
        >
          {photo.locked ? words.unlock : words.lock}
        </Button>
        <Button kind="quiet" icon={Trash2} onClick={remove}>
          {words.remove}
        </Button>
        <Button kind="primary" icon={Check} onClick={done}>
          {words.done}
        </Button>
      </div>
    </section>
  );
}
