import { useEffectEvent, useId, useLayoutEffect, useState } from 'react';
import { LIMITS } from '../../../shared/model/schema.ts';
import { belongsToComposing } from '../../gesture/composing.ts';
import styles from './Contacts.module.css';

interface LineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** Id of a datalist with what is often filled in here. */
  readonly list?: string;
  readonly onDone: (value: string) => void;
}

/**
 * One short line that is written when one leaves it or presses Enter, and when the field or the page goes away; until then
 * another's change does not disturb it.
 */
export function LineField({ label, value, hint, list, onDone }: LineFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const done = () => {
    if (draft !== null && draft !== value) onDone(draft);
    setDraft(null);
  };
  useWhenGone(done);
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={draft ?? value}
        placeholder={hint}
        list={list}
        maxLength={LIMITS.name}
        autoComplete="off"
        onChange={({ target }) => setDraft(target.value)}
        onBlur={done}
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Enter' && !belongsToComposing(nativeEvent)) done();
        }}
      />
    </div>
  );
}

/** Calls when this part of the page goes, or the whole page; a phone that shows another app may never come back to it. */
function useWhenGone(leave: () => void): void {
  const onLeave = useEffectEvent(leave);
  // As a layout effect it ends before the cloth is closed, which another effect does.
  useLayoutEffect(() => {
    const listening = new AbortController();
    const gone = () => onLeave();
    // Before the cloth itself hears that the page goes, and keeps what was written until then.
    const options = { capture: true, signal: listening.signal };
    addEventListener('pagehide', gone, options);
    document.addEventListener('visibilitychange', () => document.hidden && onLeave(), options);
    return () => {
      listening.abort();
      onLeave();
    };
  }, []);
}
