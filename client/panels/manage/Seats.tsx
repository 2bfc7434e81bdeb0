import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import { addSeat, freeSeat, mergeSeats, removeSeat, renameSeat } from '../../../shared/commands/seats.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import type { Seat } from '../../../shared/model/snapshot.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { Avatar } from '../people/Avatar.tsx';
import styles from './Manage.module.css';

/** The seats round the table, with what can be done to each. All of it can be taken back with undo. */
export function Seats() {
  const { manage } = useText();
  const { session } = useCloth();
  const seats = useStore(session.snapshot, (cloth) => cloth.seats);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className={styles.part} aria-labelledby="manage-seats">
      <h3 id="manage-seats">{manage.seats}</h3>
      <p>{manage.seatsHint}</p>
      <ul className={styles.seats}>
        {seats.map((seat) => (
          <SeatRow
            key={seat.id}
            seat={seat}
            others={seats.filter(({ id }) => id !== seat.id)}
            open={open === seat.id}
            onOpen={() => setOpen(open === seat.id ? null : seat.id)}
          />
        ))}
      </ul>
      {seats.length < LIMITS.seats && (
        <Button onClick={() => session.perform((cloth) => addSeat(cloth))}>{manage.addSeat}</Button>
      )}
    </section>
  );
}

interface SeatRowProps {
  readonly seat: Seat;
  readonly others: readonly Seat[];
  readonly open: boolean;
  readonly onOpen: () => void;
}

function SeatRow({ seat, others, open, onOpen }: SeatRowProps) {
  const { manage } = useText();
  const { session } = useCloth();
  const words = useStore(session.snapshot, ({ items }) => items.filter((item) => item.seat === seat.id).length);
  const isHere = useStore(session.present, (present) => present.some((each) => each.seat === seat.id));
  const isMe = useStore(session.me, (me) => me.seat === seat.id);
  const claimed = useStore(session.people, (people) => people.some(({ claims }) => claims === seat.id));
  const state = isHere || isMe ? 'here' : seat.holder !== null ? 'away' : seat.name !== '' ? 'expected' : 'free';
  return (
    <li>
      <button type="button" className={styles.seat} aria-expanded={open} onClick={onOpen}>
        <Avatar name={seat.name} colour={seat.colour} />
        <span>{seat.name || manage.unnamed}</span>
        <small>{manage.states[state](words)}</small>
      </button>
      {claimed && (
        <div className={styles.sure}>
          <p>{manage.claimed(seat.name)}</p>
          <Button kind="primary" onClick={() => session.perform((cloth) => freeSeat(cloth, seat.id))}>
            {manage.giveToOther}
          </Button>
        </div>
      )}
      {open && (
        <div className={styles.acts}>
          <Rename seat={seat} />
          {seat.holder !== null && !isMe && (
            <Button onClick={() => session.perform((cloth) => freeSeat(cloth, seat.id, { unnamed: !isHere }))}>
              {manage.giveAway}
            </Button>
          )}
          {others.length > 0 && <Merge seat={seat} others={others} />}
          {!isMe && (
            <Button onClick={() => session.perform((cloth) => removeSeat(cloth, seat.id))}>
              {words > 0 ? manage.removeKeepingWords(words) : manage.removeSeat}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Rename({ seat }: { readonly seat: Seat }) {
  const { manage } = useText();
  const { session } = useCloth();
  const [name, setName] = useState(seat.name);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (!isBlank(name)) session.perform((cloth) => renameSeat(cloth, seat.id, name));
  };
  return (
    <form className={styles.row} onSubmit={rename}>
      <input
        className={styles.field}
        value={name}
        maxLength={LIMITS.name}
        aria-label={manage.nameOf}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={isBlank(name) || name === seat.name}>
        {manage.rename}
      </Button>
    </form>
  );
}

/** Two seats of one person become one, with what was written at both. */
function Merge({ seat, others }: { readonly seat: Seat; readonly others: readonly Seat[] }) {
  const { manage } = useText();
  const { session } = useCloth();
  const [into, setInto] = useState('');
  return (
    <div className={styles.row}>
      <select
        className={styles.field}
        value={into}
        aria-label={manage.mergeInto}
        onChange={(event) => setInto(event.target.value)}
      >
        <option value="">{manage.mergeInto}</option>
        {others.map(({ id, name }, at) => (
          <option key={id} value={id}>
            {name || `${manage.unnamed} ${at + 1}`}
          </option>
        ))}
      </select>
      <Button disabled={into === ''} onClick={() => session.perform((cloth) => mergeSeats(cloth, seat.id, into))}>
        {manage.merge}
      </Button>
    </div>
  );
}
