import { CircleCheck, CloudOff, CloudUpload, LoaderCircle, type LucideIcon, Unplug } from 'lucide-react';
import { useStore } from 'zustand';
import type { SavedState } from '../../document/cloth-session.ts';
import type { FirstTexts } from '../../i18n/nl/first.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import styles from './SavedNote.module.css';
import { useUnhurried } from './use-unhurried.ts';

/** Where this person's words are, in words anyone understands. */
export function SavedNote() {
  const text = useFirstText();
  const { session } = useCloth();
  const saved = useUnhurried(session.saved);
  const storageFails = useStore(session.warning, (warning) => warning === 'storage');
  const { icon: Icon, words, more } = storageFails ? storageNote(text.saved) : noteOf(saved, text.saved);
  const state = storageFails ? 'offline' : saved.kind;
  const isTrouble = state === 'offline' || state === 'closed';
  return (
    <p className={styles.note} data-state={state} data-saved="" data-tip={more}>
      <Icon aria-hidden="true" size={15} strokeWidth={2.2} />
      {/* That all goes well is silent; trouble speaks, from a place that was there before. */}
      {!isTrouble && <span>{words}</span>}
      <span role="status">{isTrouble ? words : ''}</span>
    </p>
  );
}

interface Note {
  readonly icon: LucideIcon;
  readonly words: string;
  /** What it means, for whoever wants to know. */
  readonly more: string;
}

/** The server is there but cannot keep anything just now. */
function storageNote(texts: FirstTexts['saved']): Note {
  return { icon: CloudOff, words: texts.storage, more: texts.more.offline };
}

/** The words for where one's changes are. */
export function noteOf(saved: SavedState, texts: FirstTexts['saved']): Note {
  switch (saved.kind) {
    case 'opening':
      return { icon: LoaderCircle, words: texts.opening, more: texts.more.saving };
    case 'saved':
      return { icon: CircleCheck, words: texts.saved, more: texts.more.saved };
    case 'saving':
      return { icon: CloudUpload, words: texts.saving, more: texts.more.saving };
    case 'offline': {
      const words = saved.full ? texts.full[saved.full] : saved.kept ? texts.offline : texts.offlineUnkept;
      const more = saved.kept ? texts.more.offline : texts.more.offlineUnkept;
      return { icon: CloudOff, words: withWaiting(words, saved.waiting, texts), more };
    }
    case 'closed':
      return { icon: Unplug, words: withWaiting(texts.closed, saved.waiting, texts), more: texts.more.closed };
  }
}

function withWaiting(words: string, waiting: number, texts: FirstTexts['saved']): string {
  return waiting > 0 ? `${words}, ${texts.waiting(waiting)}` : words;
}
