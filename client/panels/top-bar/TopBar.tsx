import { ChevronLeft } from 'lucide-react';
import { useStore } from 'zustand';
import { INITIATIVE } from '../../../shared/cloth/schema.ts';
import { useText } from '../../i18n/use-text.ts';
import { IconButton } from '../../look/Button.tsx';
import bar from '../bar.module.css';
import { useCloth } from '../cloth-context.tsx';
import { SavedNote } from './SavedNote.tsx';
import styles from './TopBar.module.css';

/** What this cloth is called, whether it is saved, who is here, and what else one can do. */
export function TopBar({ onHome }: { readonly onHome: () => void }) {
  const text = useText();
  const { session, view, canvas } = useCloth();
  const name = useStore(session.snapshot, ({ initiative, meta }) => initiative || meta.title);

  const rename = () => {
    canvas?.reveal(INITIATIVE);
    if (session.mayWrite) view.setState({ editing: INITIATIVE });
  };

  return (
    <header className={styles.top}>
      <div className={`${bar.bar} ${styles.title}`}>
        <IconButton icon={ChevronLeft} label={text.top.home} onClick={onHome} />
        <div className={styles.words}>
          <h1>
            <button
              type="button"
              onClick={rename}
              data-tip={text.top.rename}
              className={name ? undefined : styles.unnamed}
            >
              {name || text.top.untitled}
            </button>
          </h1>
          <SavedNote />
        </div>
      </div>
    </header>
  );
}
