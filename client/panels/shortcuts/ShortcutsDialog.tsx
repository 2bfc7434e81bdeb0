import type { ActionId } from '../../canvas/actions/action.ts';
import { actionById } from '../../canvas/actions/table.ts';
import type { Texts } from '../../i18n/nl.ts';
import { useText } from '../../i18n/use-text.ts';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { shownKeys } from '../shown-keys.ts';
import styles from './ShortcutsDialog.module.css';

const GROUPS = {
  write: ['new-ingredient', 'new-connector', 'tie', 'expected', 'edit', 'ask'],
  change: ['undo', 'redo', 'delete', 'duplicate', 'select-all', 'multi-select', 'escape'],
  positions: ['position-i', 'position-p', 'position-s', 'position-l', 'position-g'],
  move: ['fit', 'fit-selection', 'zoom-in', 'zoom-out', 'only-cloth', 'select'],
  lead: ['step-on', 'step-back'],
} as const satisfies Record<keyof Texts['shortcuts']['groups'], readonly ActionId[]>;

/** Every key with what it does, from the same table that the keys themselves come from. */
export default function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { shortcuts, action } = useText();
  const { keys } = shortcuts;
  const extra: Readonly<Record<keyof typeof GROUPS, readonly (readonly [string, string])[]>> = {
    write: [
      ['Enter', shortcuts.enter],
      [`${keys.shift}+Enter`, shortcuts.newLine],
    ],
    change: [
      [keys.arrows, shortcuts.nudge],
      [`${keys.shift}+${keys.arrows}`, shortcuts.nudgeMore],
    ],
    positions: [],
    lead: [],
    move: [
      [`${keys.space}+${keys.drag}`, shortcuts.pan],
      [`${keys.control}+${keys.wheel}`, shortcuts.zoom],
    ],
  };
  return (
    <DialogFrame title={shortcuts.title} wide onClose={onClose}>
      <p className={styles.note}>{shortcuts.note}</p>
      <div className={styles.groups}>
        {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
          <section key={group}>
            <h3>{shortcuts.groups[group]}</h3>
            <dl className={styles.list}>
              {extra[group].map(([key, words]) => (
                <Line key={key} keys={key} words={words} />
              ))}
              {GROUPS[group].map((id) => (
                <Line key={id} keys={shownKeys(actionById(id).keys[0] ?? '', keys)} words={action[id]} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}

function Line({ keys, words }: { readonly keys: string; readonly words: string }) {
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{words}</dd>
    </div>
  );
}
