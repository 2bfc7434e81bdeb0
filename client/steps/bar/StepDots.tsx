import { useContext } from 'react';
import { STEPS } from '../../../shared/method/steps.ts';
import type { StepNumber } from '../../../shared/model/schema.ts';
import { KindInTheMiddle } from '../../i18n/kind.ts';
import { useFirstText, useLanguage } from '../../i18n/use-text.ts';
import { stepTexts } from '../step-book.ts';
import { ofKind } from '../step-parts.ts';
import styles from './StepDots.module.css';

interface StepDotsProps {
  /** Where the group is. */
  readonly now: StepNumber;
  /** Which step this reader looks at, if any. */
  readonly looksAt: StepNumber | null;
  readonly onLook: (step: StepNumber) => void;
  readonly className?: string | undefined;
}

/** The five steps as beads on a thread. */
export function StepDots({ now, looksAt, onLook, className }: StepDotsProps) {
  const { steps: text } = useFirstText();
  const texts = stepTexts.in(useLanguage());
  const kind = useContext(KindInTheMiddle);
  return (
    <ol className={`${styles.dots} ${className ?? ''}`}>
      {STEPS.map(({ id, number }) => {
        const name = text.named(number, ofKind(texts[id], kind).name);
        return (
          <li key={number}>
            <button
              type="button"
              aria-current={number === now ? 'step' : undefined}
              aria-pressed={number === looksAt}
              aria-label={name}
              data-tip={name}
              onClick={() => onLook(number)}
            >
              <span>{number}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
