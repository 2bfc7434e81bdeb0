import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { moveItems } from '../../../shared/commands/items.ts';
import { backOnCloth, offCloth } from '../../../shared/layout/off-cloth.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import { peopleOf } from '../people/at-table.ts';
import { useAtHand } from '../use-running.ts';
import styles from './HintLine.module.css';

/**
 * One line that says what can be done now: with the tool in hand, else the next step of a cloth that just began. `names`
 * is whether the initiative may be named here.
 */
export function HintLine({ names }: { readonly names: boolean }) {
  const { tools } = useFirstText();
  const { view } = useCloth();
  const words = useStore(view, ({ tool, tieFrom, multiSelect }) => {
    if (tieFrom !== null) return tools.tieHintTo;
    if (tool === 'tie') return tools.tieHint;
    if (tool === 'connector') return tools.connectorHint;
    if (tool === 'put') return tools.putHint;
    return multiSelect ? tools.multiSelectHint : null;
  });
  if (words === null) return <OffCloth otherwise={<NextStep names={names} />} />;
  return (
    <div className={styles.hint} role="status">
      <p>{words}</p>
      <Button onClick={() => view.setState({ tool: 'select', tieFrom: null, multiSelect: false })}>{tools.stop}</Button>
    </div>
  );
}

/** Offers to lay back what lies beside the cloth, on the wood, where it is in no picture. */
function OffCloth({ otherwise }: { readonly otherwise: ReactNode }) {
  const { empty, dialog } = useFirstText();
  const { session, view } = useCloth();
  const [left, setLeft] = useState(0);
  const writing = useStore(view, ({ editing, handsBusy }) => editing !== null || handsBusy);
  const count = useStore(session.snapshot, (snapshot) => offCloth(snapshot, fontMeasure).length);
  if (count <= left || writing || !session.mayWrite) return otherwise;
  return (
    <div className={styles.hint} role="status">
      <p>{empty.offCloth(count)}</p>
      <Button
        kind="primary"
        onClick={() => {
          const places = backOnCloth(session.snapshot.getState(), fontMeasure);
          session.perform((cloth) => moveItems(cloth, places));
        }}
      >
        {empty.layBack}
      </Button>
      <IconButton icon={X} label={dialog.close} onClick={() => setLeft(count)} />
    </div>
  );
}

type Step = 'name' | 'write' | 'invite' | 'full';

/** What a group that has never seen this does next, until it has done it or says it knows. */
function NextStep({ names }: { readonly names: boolean }) {
  const page = usePage();
  const { empty, top, dialog, capture } = useFirstText();
  const { session, view } = useCloth();
  const [known, setKnown] = useState<ReadonlySet<Step>>(new Set());
  const alone = useStore(session.present, (others) => peopleOf(others).length === 0);
  const busy = useStore(view, ({ editing, selection }) => editing !== null || selection.size > 0);
  const naming = useAtHand('name') && names;
  const full = useStore(session.me, ({ tableFull }) => tableFull === true);
  const step = useStore(session.snapshot, ({ initiative, items, meta }): Step | null => {
    // Before the content has come nothing is known of it.
    if (meta.createdAt === 0) return null;
    if (isBlank(initiative) && items.length === 0) return naming ? 'name' : 'write';
    if (items.length === 0) return 'write';
    const begun = items.length >= 3 && items.length < 12;
    return session.role === 'facilitator' && alone && begun ? 'invite' : null;
  });
  // Whoever finds no seat left must know where their words will lie.
  const next = full && !known.has('full') ? 'full' : step;
  // What is chosen has its palette, which would lie over this.
  if (next === null || busy || known.has(next) || !session.mayWrite) return null;
  return (
    <div className={styles.hint} role="status">
      <p>{next === 'full' ? capture.tableFull : empty[next]}</p>
      {next === 'invite' && (
        <Button kind="primary" onClick={() => page.openDialog('share')}>
          {top.share}
        </Button>
      )}
      <IconButton icon={X} label={dialog.close} onClick={() => setKnown(new Set([...known, next]))} />
    </div>
  );
}
