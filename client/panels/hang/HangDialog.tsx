import { type FormEvent, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Grant, type ShownNames, sheetOf } from '../../../shared/model/sheets.ts';
import { ApiError } from '../../document/api.ts';
import { commonsApi, type Hanging } from '../../document/commons-api.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import { useCloth } from '../cloth-context.tsx';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { problemText } from '../problem-text.ts';
import { say, sayProblem } from '../toasts/toast-store.ts';
import styles from './HangDialog.module.css';
import { type RoomLink, readRoomLink } from './room-link.ts';

/** Stands for a room that this device does not know yet. */
const OTHER = '';

/** Hangs this cloth in a network room: in which, what others may do with it there, whose names they see; and takes it down. */
export default function HangDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const { hang, dialog, commons } = text;
  const { session, device, linkKey } = useCloth();
  const known = useStore(device.cloths.store);
  const sheet = useStore(session.snapshot, ({ meta }) => sheetOf(meta));
  const rooms = known.filter(({ sheet, keys, gone }) => sheet === 'commons' && !gone && keyOf(keys) !== null);
  const [hangs, setHangs] = useState<readonly Hanging[]>([]);
  const [room, setRoom] = useState(rooms[0]?.id ?? OTHER);
  const [link, setLink] = useState('');
  const [grant, setGrant] = useState<Grant>('look');
  const [names, setNames] = useState<ShownNames>('all');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const nameOf = (id: string): string =>
    known.find((one) => one.id === id)?.title ||
    (known.some((one) => one.id === id) ? commons.untitled : hang.unknownRoom);

  useEffect(() => {
    commonsApi.hangs(sheet, session.id, linkKey).then(setHangs, () => undefined);
  }, [sheet, session.id, linkKey]);

  const chosen = (): RoomLink | null => {
    if (room === OTHER) return readRoomLink(link, location.origin);
    const key = keyOf(known.find(({ id }) => id === room)?.keys ?? {});
    return key === null ? null : { id: room, key };
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const to = chosen();
    if (!to) return setProblem(hang.badLink);
    setBusy(true);
    try {
      await commonsApi.hang(to.id, to.key, { id: session.id, key: linkKey }, { grant, names });
      if (room === OTHER) device.cloths.remember(to.id, { sheet: 'commons', keys: { participant: to.key } });
      say(hang.done(nameOf(to.id)));
      onClose();
    } catch (error) {
      setProblem(reasonOf(error, text));
      setBusy(false);
    }
  };

  const takeDown = async (id: string) => {
    try {
      await commonsApi.takeDown(id, linkKey, session.id);
      setHangs(hangs.filter(({ commons }) => commons !== id));
      say(hang.takenDown(nameOf(id)));
    } catch (error) {
      sayProblem(problemText(error, text));
    }
  };

  return (
    <DialogFrame title={hang.title} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        {hangs.length > 0 && (
          <section className={styles.hangs} aria-labelledby="hangs-in">
            <h3 id="hangs-in">{hang.hangsIn}</h3>
            <ul>
              {hangs.map((one) => (
                <li key={one.commons}>
                  <span>
                    <strong translate="no">{nameOf(one.commons)}</strong> <small>{hang[one.grant]}</small>
                  </span>
                  <Button onClick={() => void takeDown(one.commons)}>{hang.takeDown}</Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {rooms.length > 0 ? (
          <fieldset className={styles.choices}>
            <legend>{hang.which}</legend>
            {rooms.map(({ id, title }) => (
              <Radio
                key={id}
                name="room"
                label={title || commons.untitled}
                checked={room === id}
                onChoose={() => setRoom(id)}
              />
            ))}
            <Radio name="room" label={hang.other} checked={room === OTHER} onChoose={() => setRoom(OTHER)} />
          </fieldset>
        ) : (
          <p>{hang.none}</p>
        )}
        {room === OTHER && (
          <Field
            label={hang.link}
            hint={hang.linkHint}
            error={problem}
            value={link}
            onChange={(event) => {
              setLink(event.target.value);
              setProblem(null);
            }}
          />
        )}
        <fieldset className={styles.choices}>
          <legend>{hang.grant}</legend>
          <Radio
            name="grant"
            label={hang.look}
            hint={hang.lookHint}
            checked={grant === 'look'}
            onChoose={() => setGrant('look')}
          />
          <Radio
            name="grant"
            label={hang.write}
            hint={hang.writeHint}
            checked={grant === 'write'}
            onChoose={() => setGrant('write')}
          />
        </fieldset>
        <fieldset className={styles.choices}>
          <legend>{hang.names}</legend>
          <Radio name="names" label={hang.all} checked={names === 'all'} onChoose={() => setNames('all')} />
          <Radio
            name="names"
            label={hang.sources}
            hint={hang.sourcesHint}
            checked={names === 'sources'}
            onChoose={() => setNames('sources')}
          />
        </fieldset>
        {room !== OTHER && problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <Button kind="primary" large type="submit" disabled={busy}>
          {busy ? dialog.working : hangs.some(({ commons }) => commons === room) ? hang.change : hang.submit}
        </Button>
      </form>
    </DialogFrame>
  );
}

interface RadioProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Radio({ name, label, hint, checked, onChoose }: RadioProps) {
  return (
    <label className={styles.choice}>
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>
        <span>{label}</span>
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  );
}

/** A key that may hang something in a room: who only looks there may not. */
function keyOf(keys: { readonly facilitator?: string; readonly participant?: string }): string | null {
  return keys.participant ?? keys.facilitator ?? null;
}

function reasonOf(error: unknown, text: ReturnType<typeof useText>): string {
  const code = error instanceof ApiError ? error.code : '';
  if (code === 'too-many-hung') return text.hang.tooMany;
  if (code === 'too-many-rooms') return text.hang.tooManyRooms;
  if (code === 'key-wrong' || code === 'role-insufficient' || code === 'unknown-cloth') return text.hang.badLink;
  return problemText(error, text);
}
