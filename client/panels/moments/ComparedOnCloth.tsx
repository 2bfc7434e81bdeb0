import { MessageSquareText, UsersRound, X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { markWords } from '../../../shared/formats/pictures/mark-words.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { type CompareKind, compareMarks, kindsIn } from '../../../shared/scene/compare-marks.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { useWide } from '../../look/use-wide.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage, usePageState } from '../page.ts';
import styles from './ComparedOnCloth.module.css';
import { useLookedAt, useShowToAll } from './for-all.ts';
import { readMomentFile } from './read-moment.ts';

const TIES = ['tied', 'untied', 'provedReal', 'onlyExpected'] as const;

/**
 * A moment laid over the cloth of now: marks on what is new, gone, tied or moved in position, following every change,
 * with a small legend of the kinds there are.
 */
export default function ComparedOnCloth() {
  const page = usePage();
  const { compare: text, moments } = useText();
  const { words: marksAre } = markWords(useLanguage());
  const { session, view } = useCloth();
  const id = usePageState(({ compared }) => compared);
  const moment = useStore(session.snapshot, (cloth) => (id === null ? undefined : byId(cloth.moments).get(id)));
  const hidden = useStore(session.snapshot, ({ items }) => items.some((item) => item.masked));
  const now = useDeferredValue(useStore(session.snapshot));
  const wide = useWide();
  const toAll = useShowToAll(id, 'compare');
  const looked = useLookedAt();
  const done = () => {
    if (toAll.on) {
      if (toAll.leads) toAll.end();
      else looked?.leave(true);
    }
    page.setState({ compared: null });
  };
  const then = useMemo(() => {
    const file = id === null ? null : readMomentFile(session, id);
    return file && snapshotOfFile(file);
  }, [session, id]);
  const marks = useMemo(() => (then && !hidden ? compareMarks(then, now, fontMeasure) : null), [then, now, hidden]);

  useEffect(() => {
    view.setState({ compared: marks });
  }, [view, marks]);
  useEffect(() => () => view.setState({ compared: null }), [view]);

  if (!moment || !marks) return null;
  const kinds = kindsIn(marks);
  return (
    <section className={styles.legend} aria-label={text.legend}>
      <header>
        <h2>{moments.since(moment.name || moments.unnamed)}</h2>
        {!wide && session.role !== 'viewer' && (
          <IconButton icon={MessageSquareText} label={text.inWords} onClick={() => page.openSide('moments')} />
        )}
        <IconButton icon={X} label={text.done} onClick={done} />
      </header>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <Sample kind={kind} />
            <span>{marksAre[kind]}</span>
          </li>
        ))}
      </ul>
      {toAll.leads && !toAll.on && (
        <Button icon={UsersRound} onClick={toAll.show}>
          {moments.showAll}
        </Button>
      )}
      {kinds.length === 0 && <p>{text.same}</p>}
    </section>
  );
}

/** A mark as it is on the cloth. */
function Sample({ kind }: { readonly kind: CompareKind }) {
  const signs: Partial<Record<typeof kind, string>> = { added: '+', gone: '–', reworded: '≈' };
  const sign = signs[kind];
  if (sign) {
    return (
      <span className={styles.sign} data-kind={kind} aria-hidden="true">
        {sign}
      </span>
    );
  }
  const isTie = TIES.some((tie) => tie === kind);
  return (
    <svg className={styles.sample} data-kind={kind} viewBox="0 0 26 20" aria-hidden="true">
      {isTie ? <path d="M2 13 Q13 4 24 10" /> : <circle cx="13" cy="10" r="8" />}
      {kind === 'untied' && <path d="m9 3 8 8m0-8-8 8" />}
      {isTie && kind !== 'untied' && <path className={styles.line} d="M2 13 Q13 4 24 10" />}
      {!isTie && (
        <text x="13" y="14">
          p
        </text>
      )}
    </svg>
  );
}
