import { Eye } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { mergeItems, setDifferent } from '../../../shared/commands/merge.ts';
import { type LikelyDouble, likelyDoubles } from '../../../shared/method/doubles.ts';
import type { Item } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import side from '../side/SidePanel.module.css';
import { SidePanel } from '../side/SidePanel.tsx';
import { sayDone } from '../toasts/say-done.ts';
import styles from './Doubles.module.css';

/**
 * What may have been written twice, pair by pair: people decide, and what they decide is remembered on the cloth, for all. A
 * pair made one can be parted again, and one that was set apart can be looked at again.
 */
export default function Doubles({ onClose }: { readonly onClose: () => void }) {
  const { doubles: text } = useText();
  const { session } = useCloth();
  const items = useDeferredValue(useStore(session.snapshot, (cloth) => cloth.items));
  // Bars say nothing: words that are hidden from who looks here are not compared.
  const pairs = useMemo(() => likelyDoubles(items.filter((item) => !item.masked)), [items]);
  const open = pairs.filter(({ parted }) => !parted);
  const aside = pairs.filter(({ parted }) => parted);
  return (
    <SidePanel title={text.title} closeLabel={text.close} onClose={onClose}>
      <p className={side.intro}>{open.length > 0 ? text.intro : text.none}</p>
      <ul className={`${side.list} ${styles.pairs}`}>
        {open.map((pair) => (
          <Pair key={keyOf(pair)} pair={pair} />
        ))}
        {aside.length > 0 && session.mayWrite && (
          <li>
            <Button
              kind="quiet"
              onClick={() => session.perform((cloth) => setDifferent(cloth, aside.map(idsOf), false))}
            >
              {text.aside(aside.length)}
            </Button>
          </li>
        )}
      </ul>
    </SidePanel>
  );
}

function Pair({ pair }: { readonly pair: LikelyDouble }) {
  const { doubles: text } = useText();
  const { session, view, canvas } = useCloth();
  const { keep, double } = pair;

  const show = () => {
    view.setState({ selection: new Set([keep.id, double.id]), editing: null });
    canvas?.camera.fitTo([keep.id, double.id].flatMap((id) => canvas.boxOf(id) ?? []));
  };
  const merge = () => {
    if (!session.perform((cloth) => mergeItems(cloth, keep.id, double.id, session.now()))) return;
    sayDone(session, text.merged(keep.text), text.undo);
  };
  const part = () => {
    if (!session.perform((cloth) => setDifferent(cloth, [idsOf(pair)], true))) return;
    sayDone(session, text.parted(keep.text, double.text), text.undoParted);
  };

  return (
    <li className={`${side.card} ${styles.pair}`}>
      <fieldset>
        <legend className="visually-hidden">{text.pair(keep.text, double.text)}</legend>
        <div className={styles.both}>
          <Written item={keep} />
          <Written item={double} />
        </div>
        <div className={styles.buttons}>
          <Button icon={Eye} onClick={show}>
            {text.show}
          </Button>
          {session.mayWrite && (
            <>
              <Button onClick={merge}>{text.one}</Button>
              <Button onClick={part}>{text.two}</Button>
            </>
          )}
        </div>
      </fieldset>
    </li>
  );
}

function Written({ item }: { readonly item: Item }) {
  const { doubles: text } = useText();
  return (
    <p className={styles.written} style={{ borderColor: item.colour }}>
      <span translate="no">{item.text}</span> <small>{text.by(item.by)}</small>
    </p>
  );
}

function keyOf(pair: LikelyDouble): string {
  return idsOf(pair).join(' ');
}

function idsOf({ keep, double }: LikelyDouble): readonly [string, string] {
  return [keep.id, double.id];
}
