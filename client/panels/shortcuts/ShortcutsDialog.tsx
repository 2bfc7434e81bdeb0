import { useStore } from 'zustand';
import type { ActionId } from '../../canvas/actions/action.ts';
import { ROW_ACTS } from '../../canvas/actions/outline.ts';
import { actionById } from '../../canvas/actions/table.ts';
import type { Texts } from '../../i18n/nl.ts';
import { useText } from '../../i18n/use-text.ts';
import { Switch } from '../../look/Switch.tsx';
import { useCloth } from '../cloth-context.tsx';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { useOutlineText } from '../outline/use-outline-text.ts';
import { shownKeys } from '../shown-keys.ts';
import { setLetterKeys } from './letter-keys.ts';
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
  const { view, device } = useCloth();
  const letterKeys = useStore(view, (state) => state.letterKeys);
  const outline = useOutlineText();
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
      <Switch
        label={outline.letterKeys}
        hint={outline.letterKeysHint}
        on={letterKeys}
        onChange={(on) => setLetterKeys(view, device, on)}
      />
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
        <section>
          <h3>{outline.tree}</h3>
          <dl className={styles.list}>
            <Line keys={keys.arrows} words={outline.walkKeys.arrows} />
            <Line keys="Enter" words={outline.walkKeys.choose} />
            <Line keys={keys.space} words={outline.walkKeys.besides} />
            {ROW_ACTS.map(({ errand, action: id, keys: [key] }) =>
              key === undefined ? null : (
                <Line
                  key={errand ?? id}
                  keys={shownKeys(key, keys)}
                  words={errand ? outline.acts[errand] : action[id]}
                />
              ),
            )}
            <Line keys={`${keys.shift}+F10`} words={outline.walkKeys.acts} />
            <Line keys="/" words={outline.walkKeys.seek} />
            <Line keys="F6" words={outline.walkKeys.regions} />
            <Line keys="F8" words={outline.walkKeys.heard} />
          </dl>
        </section>
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
