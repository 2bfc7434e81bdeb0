import { ChevronLeft, Eye, List, UserPlus } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { IconButton } from '../../look/Button.tsx';
import { useRoomy, useWide } from '../../look/use-wide.ts';
import bar from '../bar.module.css';
import { useCloth } from '../cloth-context.tsx';
import { useBars } from '../inset.ts';
import { MenuButton } from '../menu/MenuButton.tsx';
import { usePage } from '../page.ts';
import { PeopleButton } from '../people/PeopleButton.tsx';
import { SavedNote } from './SavedNote.tsx';
import styles from './TopBar.module.css';

interface TopBarProps {
  /** Whether others can be invited from here. */
  readonly invites: boolean;
  readonly outlineOpen: boolean;
  readonly onHome: () => void;
  readonly onOutline: () => void;
  /** Stands between the two bars; on a phone under them. */
  readonly middle: ReactNode;
}

/** What this cloth is called, whether it is saved, who is here, and what else one can do. In the middle, the step of the group. */
export function TopBar({ invites, outlineOpen, onHome, onOutline, middle }: TopBarProps) {
  const page = usePage();
  const { top } = useFirstText();
  const { session, via } = useCloth();
  const wide = useWide();
  const roomy = useRoomy();
  const bars = useRef<HTMLElement>(null);
  useBars('top', bars);
  const views = session.role === 'viewer';
  const invite = () => page.openDialog('share');
  return (
    <header ref={bars} className={styles.top} data-lone={middle === null || undefined}>
      <div className={`${bar.bar} ${styles.title}`} data-home={wide} data-views={views}>
        {wide && <IconButton icon={ChevronLeft} label={via === undefined ? top.home : top.wall} onClick={onHome} />}
        <div className={styles.words}>
          <Name />
          <SavedNote />
        </div>
        {views && (
          <p className={styles.viewOnly}>
            <Eye aria-hidden="true" size={17} />
            <span>{top.viewOnly}</span>
          </p>
        )}
      </div>
      <div className={styles.middle}>{middle}</div>
      <div className={`${bar.bar} ${styles.others}`}>
        <PeopleButton />
        {wide && <IconButton icon={List} label={top.outline} aria-pressed={outlineOpen} onClick={onOutline} />}
        {invites && (
          <IconButton
            kind="primary"
            {...(roomy && { caption: top.share, className: styles.invite })}
            icon={UserPlus}
            label={top.share}
            onClick={invite}
          />
        )}
        <MenuButton onHome={onHome} onOutline={onOutline} />
      </div>
    </header>
  );
}

/** The initiative's name; pressed it is shown, and opened for writing by who may. */
function Name() {
  const { top } = useFirstText();
  const { session, view, canvas } = useCloth();
  const name = useStore(session.snapshot, ({ initiative, meta }) => initiative || meta.title);
  const show = () => {
    canvas?.reveal(INITIATIVE);
    if (session.mayWrite) view.setState({ editing: INITIATIVE });
  };
  return (
    <h1>
      <button
        type="button"
        translate={name ? 'no' : undefined}
        onClick={show}
        data-tip={session.role === 'viewer' ? undefined : top.rename}
        className={name ? undefined : styles.unnamed}
      >
        {name || top.untitled}
      </button>
    </h1>
  );
}
