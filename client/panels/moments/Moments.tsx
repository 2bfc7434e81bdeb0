import { Clapperboard } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { keepMoment, type MomentRefused } from '../../../shared/commands/moments.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { byId, type Moment } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import { useCloth } from '../cloth-context.tsx';
import { GrowthFilm } from '../growth/GrowthFilm.tsx';
import { usePage, usePageState } from '../page.ts';
import { SidePanel } from '../side/SidePanel.tsx';
import { say, sayProblem } from '../toasts/toast-store.ts';
import { Compared } from './Compared.tsx';
import { useLookedAt } from './for-all.ts';
import { LookBack } from './LookBack.tsx';
import { MomentRow } from './MomentRow.tsx';
import styles from './Moments.module.css';
import { readMomentFile } from './read-moment.ts';

/** The moment that is looked at, and what is looked for in it. */
interface Looked {
  readonly moment: string;
  readonly at: string | null;
}

/** Moments of the cloth: named, looked back at, compared with now, and laid as a copy. */
export default function Moments({ onClose }: { readonly onClose: () => void }) {
  const page = usePage();
  const { moments: text, growth } = useText();
  const { session } = useCloth();
  const [growing, setGrowing] = useState(false);
  const moments = useStore(session.snapshot, (cloth) => cloth.moments);
  // A moment holds every word: it stays shut while words are hidden from who looks here.
  const hidden = useStore(session.snapshot, ({ items }) => items.some((item) => item.masked));
  const [looking, setLooking] = useState<Looked | null>(null);
  const find = (id: string | undefined | null) => (id && !hidden ? byId(moments).get(id) : undefined);
  const compared = find(usePageState(({ compared }) => compared));
  const forAll = useLookedAt();
  const looked = forAll?.as === 'back' && !forAll.left ? undefined : find(looking?.moment);
  const isForAll = forAll?.as === 'back';
  useEffect(() => {
    // Shown to all it is looked at with all, and ends with that.
    if (isForAll) setLooking(null);
  }, [isForAll]);

  const ifReadable = ({ id }: Moment, open: () => void) => {
    if (readMomentFile(session, id)) open();
    else sayProblem(text.unreadable);
  };
  const lookBack = (moment: Moment, at: string | null) => {
    ifReadable(moment, () => setLooking({ moment: moment.id, at }));
  };

  return (
    <SidePanel title={text.title} closeLabel={text.close} onClose={onClose}>
      <div className={styles.scroll}>
        {compared ? (
          <Compared
            moment={compared}
            onBack={() => page.setState({ compared: null })}
            onLookBack={(at) => lookBack(compared, at)}
          />
        ) : (
          <>
            <p className={styles.intro}>{text.intro}</p>
            {session.mayWrite && <KeepForm />}
            {hidden && <p className={styles.note}>{text.hidden}</p>}
            <div className={styles.buttons}>
              <Button icon={Clapperboard} disabled={hidden} onClick={() => setGrowing(true)}>
                {growth.open}
              </Button>
            </div>
            {moments.length === 0 && <p className={styles.intro}>{text.none}</p>}
            <ul className={styles.list}>
              {[...moments].reverse().map((moment) => (
                <MomentRow
                  key={moment.id}
                  moment={moment}
                  mayLook={!hidden}
                  onLookBack={() => lookBack(moment, null)}
                  onCompare={() => ifReadable(moment, () => page.setState({ compared: moment.id }))}
                />
              ))}
            </ul>
          </>
        )}
      </div>
      {growing && <GrowthFilm onClose={() => setGrowing(false)} />}
      {looked && <LookBack moment={looked} at={looking?.at ?? null} onBack={() => setLooking(null)} />}
    </SidePanel>
  );
}

/** Names the cloth as it is now. */
function KeepForm() {
  const { moments: text } = useText();
  const { session } = useCloth();
  const [name, setName] = useState('');

  const keep = () => {
    const outcome: { refused: MomentRefused | null } = { refused: null };
    const moment = { name, by: session.me.getState().name, createdAt: session.now() };
    const { kind } = session.tryPerform((cloth) => {
      const { changes, refused } = keepMoment(cloth, moment);
      outcome.refused = refused;
      return changes;
    });
    if (outcome.refused === 'too-many') sayProblem(text.tooMany(LIMITS.moments));
    else if (outcome.refused === 'too-large' || kind === 'too-large') sayProblem(text.tooLarge);
    if (kind !== 'done') return;
    say(text.kept(name.trim()));
    setName('');
  };

  return (
    <form
      className={styles.keep}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Field
        label={text.name}
        hint={text.nameHint}
        value={name}
        maxLength={LIMITS.name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" kind="primary" disabled={name.trim() === ''}>
        {text.keep}
      </Button>
    </form>
  );
}
