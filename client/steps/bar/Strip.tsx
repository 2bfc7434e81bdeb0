import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Group } from '../../look/Group.tsx';
import styles from './Strip.module.css';

/** What lies ready in a step: a row of things to press in the step bar, or in its sheet on a phone. */
export function Strip({ children }: { readonly children: ReactNode }) {
  const { steps: text } = useText();
  return (
    <Group className={styles.strip} label={text.atHand}>
      {children}
    </Group>
  );
}
