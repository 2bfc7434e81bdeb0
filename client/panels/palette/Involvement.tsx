import { useStore } from 'zustand';
import { markExpected } from '../../canvas/actions/change.ts';
import { selectedTies } from '../../canvas/actions/selected.ts';
import { useText } from '../../i18n/use-text.ts';
import { contextOf, useCloth } from '../cloth-context.tsx';
import { RealOrExpected } from '../ties/RealOrExpected.tsx';
import { useMayRelate } from '../use-may-write.ts';
import styles from './Palette.module.css';

/** The question that a selected tie asks: does she really, or should she? */
export function Involvement() {
  const { involvement: text } = useText();
  const cloth = useCloth();
  const { session, view } = cloth;
  useStore(session.snapshot, ({ ties }) => ties);
  useStore(view, (state) => state.selection);
  const mayRelate = useMayRelate();
  const context = contextOf(cloth);
  if (!context) return null;
  const kinds = new Set(selectedTies(context).map((tie) => tie.expected));
  const [expected = false] = kinds;
  return (
    <div className={styles.involvement}>
      <p>{text.question}</p>
      <RealOrExpected
        label={text.question}
        expected={kinds.size > 1 ? null : expected}
        disabled={!mayRelate}
        onChoose={(value) => markExpected(context, value)}
      />
    </div>
  );
}
