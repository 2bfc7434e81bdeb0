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
import { useStore } from 'zustand';
import { useFirstText } from '../../i18n/use-text.ts';
import { Group } from '../../look/Group.tsx';
import { ActionButton } from '../ActionButton.tsx';
import bar from '../bar.module.css';
import { useCloth } from '../cloth-context.tsx';
import styles from './ToolBar.module.css';

/** What one can take in hand: at the left of the cloth, or on a phone in a row at the bottom, below the capture bar, which adds ingredients and grows. */
export function ToolBar({ wide }: { readonly wide: boolean }) {
  const { session } = useCloth();
  const ties = useStore(session.snapshot, ({ meta }) => meta.sheet !== 'theme');
  const { tools } = useFirstText();
  const { captions } = tools;
  return (
    <Group
      className={`${bar.bar} ${styles.tools} ${wide ? bar.upright : styles.row}`}
      data-tools=""
      label={tools.title}
    >
      {wide && <ActionButton id="select" icon={MousePointer2} />}
      {wide && ties && (
        <ActionButton id="new-ingredient" tool="capture" icon={StickyNote} caption={captions['new-ingredient']} />
      )}
      {ties && (
        <ActionButton id="new-connector" tool="connector" icon={CircleDashed} caption={captions['new-connector']} />
      )}
      {ties && <ActionButton id="tie" tool="tie" icon={Spline} caption={captions.tie} />}
      <ActionButton id="multi-select" icon={SquareDashedMousePointer} caption={captions['multi-select']} />
      <span className={bar.rule} />
      <ActionButton id="undo" icon={Undo2} />
      <ActionButton id="redo" icon={Redo2} />
      <ActionButton id="delete" icon={Trash2} />
    </Group>
  );
}
