import { useStore } from 'zustand';
import { setItemColour } from '../../../shared/commands/items.ts';
import { ALL_MARKERS } from '../../../shared/method/markers.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Group } from '../../look/Group.tsx';
import { useCloth } from '../cloth-context.tsx';
import styles from './Palette.module.css';

/** Gives what is selected another colour. */
export function Markers({ onChosen }: { readonly onChosen: () => void }) {
  const { selection: text } = useText();
  const { session, view } = useCloth();
  const selection = useStore(view, (state) => state.selection);
  const current = useStore(session.snapshot, ({ items }) => {
    const colours = new Set([...selection].flatMap((id) => byId(items).get(id)?.colour ?? []));
    return colours.size === 1 ? [...colours][0] : null;
  });
  const names = Object.values(text.markers);
  return (
    <Group className={styles.markers} label={text.colour}>
      {ALL_MARKERS.map((colour, at) => (
        <button
          key={colour}
          type="button"
          className={styles.marker}
          style={{ color: colour }}
          aria-label={names[at]}
          aria-pressed={colour === current}
          onClick={() => {
            session.perform((cloth) => setItemColour(cloth, selection, colour));
            onChosen();
          }}
        />
      ))}
    </Group>
  );
}
