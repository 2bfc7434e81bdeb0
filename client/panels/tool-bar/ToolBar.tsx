import {
  CircleDashed,
  MousePointer2,
  Redo2,
  Spline,
  SquareDashedMousePointer,
  StickyNote,
  Trash2,
  Undo2,
} from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { ActionButton } from '../ActionButton.tsx';
import bar from '../bar.module.css';
import styles from './ToolBar.module.css';

/** What one can take in hand; at the left of the cloth, or in a row above the keyboard's side on a phone. */
export function ToolBar() {
  const text = useText();
  return (
    <div className={`${bar.bar} ${styles.tools}`} role="toolbar" aria-label={text.tools.title}>
      <ActionButton id="select" icon={MousePointer2} />
      <ActionButton id="multi-select" icon={SquareDashedMousePointer} />
      <span className={bar.rule} />
      <span className={styles.onlyWide}>
        <ActionButton id="new-ingredient" icon={StickyNote} />
      </span>
      <ActionButton id="new-connector" icon={CircleDashed} />
      <ActionButton id="tie" icon={Spline} />
      <span className={bar.rule} />
      <ActionButton id="undo" icon={Undo2} />
      <ActionButton id="redo" icon={Redo2} />
      <ActionButton id="delete" icon={Trash2} />
    </div>
  );
}
