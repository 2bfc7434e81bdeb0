import {
  Circle,
  CopyPlus,
  Hand,
  MessageCircleQuestionMark,
  Palette as PaletteIcon,
  Pencil,
  Spline,
  StickyNote,
  Trash2,
  X,
} from 'lucide-react';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { POSITION_LETTERS } from '../../../shared/model/schema.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { IconButton } from '../../look/Button.tsx';
import { Group } from '../../look/Group.tsx';
import { usePageSign } from '../../look/page-sign.ts';
import { ActionButton } from '../ActionButton.tsx';
import bar from '../bar.module.css';
import { useCloth } from '../cloth-context.tsx';
import { part } from '../part.ts';
import { Clarified } from '../walk/Clarified.tsx';
import { Involvement } from './Involvement.tsx';
import { Markers } from './Markers.tsx';
import styles from './Palette.module.css';
import { PositionButton } from './PositionButton.tsx';
import { useAbovePanel } from './use-above-panel.ts';

const OnTheme = part(() => import('./OnTheme.tsx'));

interface PaletteProps {
  /** Takes the place of a phone's tools. */
  readonly docked: boolean;
  /** One low row without words. */
  readonly flat?: boolean;
}

/** What can be done with what is selected: positions of involvement first, for that is what one looks for. */
export default function Palette({ docked, flat = false }: PaletteProps) {
  const text = useText();
  const { session, view } = useCloth();
  const selection = useStore(view, (state) => state.selection);
  const [coloursOpen, setColoursOpen] = useState(false);
  // A string, so that typing elsewhere on the cloth does not render the palette: which kinds are selected.
  const kinds = useStore(session.snapshot, ({ items }) => {
    const known = byId(items);
    return [...new Set([...selection].map((id) => known.get(id)?.kind ?? 'tie'))].sort().join(' ');
  });
  const isTheme = useStore(session.snapshot, ({ meta }) => meta.sheet === 'theme');
  const hasItems = kinds !== 'tie';
  const only = selection.size === 1 ? [...selection][0] : undefined;
  const panel = useRef<HTMLElement>(null);
  usePageSign(docked || flat ? 'has-palette' : null);
  useAbovePanel(panel, docked ? only : undefined);

  return (
    <section
      ref={panel}
      className={`${styles.palette} ${docked ? styles.docked : ''} ${flat ? styles.flat : ''}`}
      data-palette=""
      aria-label={text.selection.items(selection.size)}
    >
      {isTheme && only !== undefined && <OnTheme key={only} id={only} />}
      {hasItems && !isTheme && (
        <Group className={styles.positions} label={text.positions.title}>
          {POSITION_LETTERS.map((letter) => (
            <PositionButton key={letter} letter={letter} />
          ))}
        </Group>
      )}
      {kinds.includes('tie') && <Involvement />}
      {hasItems && only !== undefined && <Clarified key={only} id={only} />}
      {coloursOpen && hasItems && <Markers onChosen={() => setColoursOpen(false)} />}
      <Group className={styles.actions} label={text.selection.items(selection.size)}>
        {selection.size > 1 && <span className={styles.count}>{text.selection.items(selection.size)}</span>}
        {hasItems && (
          <>
            {selection.size === 1 && <ActionButton id="edit" icon={Pencil} />}
            {selection.size === 1 && <ActionButton id="ask" icon={MessageCircleQuestionMark} />}
            {kinds.includes('ingredient') && !isTheme && <ActionButton id="to-connector" icon={Circle} />}
            {kinds.includes('connector') && <ActionButton id="to-ingredient" icon={StickyNote} />}
            {!isTheme && <ActionButton id="tie" icon={Spline} />}
            <ActionButton id="pick-up" icon={Hand} />
            {/* A phone has room for eight; a copy is made from the outline there. */}
            {!docked && <ActionButton id="duplicate" icon={CopyPlus} />}
            <IconButton
              icon={PaletteIcon}
              label={text.selection.colour}
              aria-expanded={coloursOpen}
              onClick={() => setColoursOpen(!coloursOpen)}
            />
          </>
        )}
        <ActionButton id="delete" icon={Trash2} />
        <span className={bar.rule} />
        <ActionButton id="escape" icon={X} />
      </Group>
    </section>
  );
}
