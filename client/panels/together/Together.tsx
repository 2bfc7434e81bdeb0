import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { SidePanel } from '../side/SidePanel.tsx';
import { useRunning } from '../use-running.ts';
import { LayTogether } from './LayTogether.tsx';
import { OnePerson } from './OnePerson.tsx';
import styles from './Together.module.css';
import { useIndividuals } from './use-individuals.ts';
import { useOwnCloth } from './use-own-cloth.ts';

/** For who leads: everybody to a cloth of their own, back again, and all that came of it laid together. */
export default function Together({ onClose }: { readonly onClose: () => void }) {
  const { alone: text } = useText();
  const { session } = useCloth();
  const { alone } = useRunning();
  const { seats, has, made, begin, busy, refresh } = useIndividuals();
  const own = useOwnCloth();
  return (
    <SidePanel title={text.title} closeLabel={text.close} onClose={onClose}>
      <div className={styles.scroll}>
        <section className={styles.part}>
          <p className={styles.soft}>{alone ? text.now : text.intro}</p>
          {alone ? (
            <Button onClick={() => session.setSession({ alone: false })}>{text.end}</Button>
          ) : (
            <Button kind="primary" disabled={busy} onClick={begin}>
              {busy ? text.beginning : text.begin}
            </Button>
          )}
          {own.can && (alone || own.known) && (
            <Button disabled={own.busy} onClick={own.go}>
              {own.busy ? text.going : text.goMine}
            </Button>
          )}
          {seats.length === 0 ? (
            <p className={styles.soft}>{text.nobody}</p>
          ) : (
            <ul className={styles.people}>
              {seats.map((seat) => (
                <OnePerson key={seat.id} seat={seat} has={has(seat.id)} made={made(seat.id)} onLaid={refresh} />
              ))}
            </ul>
          )}
        </section>
        <LayTogether onLaid={refresh} />
      </div>
    </SidePanel>
  );
}
