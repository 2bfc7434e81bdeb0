import { Check, Minus, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { useFocusAndBack } from '../use-focus-and-back.ts';
import { useLeads, useStep } from '../use-running.ts';
import styles from './CalmLines.module.css';
import { mayCalm } from './may-calm.ts';
import { useCalm } from './use-calm.ts';

/**
 * Other places for the connectors, shown on the cloth as they would lie, with what that would do for the lines: fewer or more of
 * them, taken or left with one press.
 */
export default function CalmLines() {
  const { calm: text } = useText();
  const { view } = useCloth();
  const { lines, at, show, take } = useCalm();
  const panel = useRef<HTMLElement>(null);
  const may = mayCalm(useStep(), useLeads());
  useFocusAndBack(panel);
  const leave = () => view.setState({ calming: false });
  useEffect(() => {
    if (!may) view.setState({ calming: false });
  }, [may, view]);
  const step = lines?.calmer[at];
  return (
    <section
      ref={panel}
      className={styles.calm}
      aria-label={text.title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <p role="status">
        {!lines && <span key="looking">{text.looking}</span>}
        {lines && !step && <span key="well">{text.well}</span>}
        {lines && step && (
          <span key="offer">{text.offer(step.places.size, lines.now.crossings, step.tangle.crossings)}</span>
        )}
      </p>
      {lines && lines.calmer.length > 1 && (
        <div className={styles.ways}>
          <IconButton icon={Minus} label={text.fewer} disabled={at === 0} onClick={() => show(at - 1)} />
          <IconButton
            icon={Plus}
            label={text.more}
            disabled={at === lines.calmer.length - 1}
            onClick={() => show(at + 1)}
          />
        </div>
      )}
      <div className={styles.ways}>
        {step && (
          <Button kind="primary" icon={Check} onClick={take}>
            {text.take}
          </Button>
        )}
        <Button onClick={leave}>{lines && !step ? text.fine : text.leave}</Button>
      </div>
    </section>
  );
}
