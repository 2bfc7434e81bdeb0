import { ChevronLeft, Eye } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import type { Moment } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useWide } from '../../look/use-wide.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import { comparedLines, type Line } from './compared-lines.ts';
import styles from './Moments.module.css';
import { readMomentFile } from './read-moment.ts';

interface ComparedProps {
  readonly moment: Moment;
  readonly onBack: () => void;
  /** Shows something that is no longer there on the cloth of that time. */
  readonly onLookBack: (at: string) => void;
}

/** A moment compared with now, in words that follow every change; a press on a line shows what it is about. */
export function Compared({ moment, onBack, onLookBack }: ComparedProps) {
  const page = usePage();
  const text = useText();
  const { session, view, canvas } = useCloth();
  const wide = useWide();
  const now = useDeferredValue(useStore(session.snapshot));
  const then = useMemo(() => {
    const file = readMomentFile(session, moment.id);
    return file && snapshotOfFile(file);
  }, [session, moment.id]);
  const groups = useMemo(() => (then ? comparedLines(then, now, text) : []), [then, now, text]);

  const show = ({ id, past }: Line) => {
    if (past) return onLookBack(id);
    view.setState({ selection: new Set(id === INITIATIVE ? [] : [id]), editing: null });
    canvas?.reveal(id, true);
    // On a phone the panel lies over the cloth.
    if (!wide) page.closeSide();
  };

  return (
    <>
      <div>
        <Button kind="quiet" icon={ChevronLeft} onClick={onBack}>
          {text.moments.backToList}
        </Button>
      </div>
      <h3>{text.moments.since(moment.name || text.moments.unnamed)}</h3>
      {!wide && groups.length > 0 && (
        <Button icon={Eye} onClick={page.closeSide}>
          {text.compare.onCloth}
        </Button>
      )}
      <p className={styles.intro}>{groups.length > 0 ? text.compare.intro : text.compare.same}</p>
      {groups.map(({ title, lines }) => (
        <section key={title} className={styles.group}>
          <h4>{title}</h4>
          <ul>
            {lines.map((line) => (
              <li key={line.key}>
                <button
                  type="button"
                  className={`${styles.line} ${line.past ? styles.ghost : ''}`}
                  onClick={() => show(line)}
                >
                  <span translate="no">{line.words}</span>
                  {line.past && <span className="visually-hidden">{`, ${text.compare.goneHint}`}</span>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
