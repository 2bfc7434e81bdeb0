import { X } from 'lucide-react';
import { type PointerEvent, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useFirstText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import styles from './Toasts.module.css';
import { hush, type Toast, toastStore, whileRead } from './toast-store.ts';

/** Where short messages appear. The regions are there from the start: a screen reader hears only what changes in them. */
export function Toasts() {
  const toasts = useStore(toastStore);
  const reading = useReading(toasts.length === 0);
  return (
    <div className={styles.place} {...reading}>
      <div role="status" aria-live="polite">
        {toasts.filter(({ tone }) => tone === 'plain').map(slip)}
      </div>
      <div role="alert" aria-live="assertive">
        {toasts.filter(({ tone }) => tone === 'problem').map(slip)}
      </div>
    </div>
  );
}

/** Handlers that tell the messages whether somebody is at them, so that none goes from under a hand; `none`: there is none to be at. */
function useReading(none: boolean) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  // What is taken away under the pointer tells nobody that it was left.
  if (none && (pointed || focused)) {
    setPointed(false);
    setFocused(false);
  }
  useEffect(() => whileRead(pointed || focused), [pointed, focused]);
  return {
    onPointerEnter: ({ pointerType }: PointerEvent) => setPointed(pointerType !== 'touch'),
    onPointerLeave: () => setPointed(false),
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };
}

const slip = (toast: Toast) => <Slip key={toast.id} toast={toast} />;

function Slip({ toast }: { readonly toast: Toast }) {
  const text = useFirstText();
  const { id, action, tone } = toast;
  return (
    <div className={styles.slip} data-tone={tone}>
      <p>{toast.text}</p>
      {action && (
        <Button
          kind="quiet"
          className={styles.action}
          onClick={() => {
            action.run();
            hush(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label={text.dialog.close} onClick={() => hush(id)} />
    </div>
  );
}
