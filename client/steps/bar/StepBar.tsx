import { ChevronLeft, ChevronRight, EyeOff, Feather } from 'lucide-react';
import { useRef, useState } from 'react';
import { STEPS } from '../../../shared/method/steps.ts';
import type { StepNumber } from '../../../shared/model/schema.ts';
import { withTexts } from '../../i18n/language.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { useRoomy } from '../../look/use-wide.ts';
import { ActionButton } from '../../panels/ActionButton.tsx';
import { part } from '../../panels/part.ts';
import { useLeads, useRunning } from '../../panels/use-running.ts';
import { partsOf } from '../all-steps.ts';
import { AloneNotice } from '../alone/AloneNotice.tsx';
import { useRememberingLeaders } from '../lead/remember-other-leaders.ts';
import { stepTips } from '../step-book.ts';
import { TimerButton } from '../timer/TimerButton.tsx';
import { useStepSentence, useStepTexts } from '../use-step-texts.ts';
import { Notices } from './Notices.tsx';
import styles from './StepBar.module.css';
import { StepDots } from './StepDots.tsx';

const StepSheet = part(withTexts([stepTips], () => import('./StepSheet.tsx')));

/** Where the group is and what it does now, quietly at the top of every screen; who leads moves it from here. */
export default function StepBar() {
  const { steps: text } = useFirstText();
  const { step, quiet, hidden } = useRunning();
  const { name } = useStepTexts(step);
  const sentence = useStepSentence(step);
  const leads = useLeads();
  const roomy = useRoomy();
  useRememberingLeaders();
  const bar = useRef<HTMLElement>(null);
  /** The step that is being looked at, the group's or another; null when the explanation is closed. */
  const [looksAt, setLooksAt] = useState<StepNumber | null>(null);
  const toggle = (number: StepNumber) => setLooksAt(looksAt === number ? null : number);
  const { Screen } = partsOf(step);

  return (
    <div className={styles.place}>
      <section ref={bar} className={styles.bar} aria-label={text.title}>
        {leads && <ActionButton id="step-back" icon={ChevronLeft} />}
        <StepDots className={styles.dots} now={step} looksAt={looksAt} onLook={toggle} />
        <button
          type="button"
          className={styles.now}
          aria-haspopup="dialog"
          aria-expanded={looksAt !== null}
          aria-label={`${text.named(step, name)}. ${sentence}`}
          onClick={() => toggle(step)}
        >
          <span className={styles.name}>
            <span className={styles.beads} aria-hidden="true">
              {STEPS.map(({ number }) =>
                number === step ? (
                  <span key={number} className={styles.number}>
                    {number}
                  </span>
                ) : (
                  <span key={number} />
                ),
              )}
            </span>
            <span>{name}</span>
            {quiet && step === 2 && <Feather aria-label={text.quiet} size={15} />}
            {hidden && <EyeOff aria-label={text.hiddenNow} size={15} />}
          </span>
          <span className={styles.sentence}>{sentence}</span>
        </button>
        {roomy && (
          <div className={styles.actions}>
            <Screen />
          </div>
        )}
        <TimerButton />
        {leads && <ActionButton id="step-on" icon={ChevronRight} />}
      </section>
      {looksAt !== null && (
        <StepSheet anchor={bar} step={looksAt} onLook={setLooksAt} onClose={() => setLooksAt(null)} />
      )}
      <div className={styles.hung}>
        <AloneNotice />
        <Notices />
      </div>
    </div>
  );
}
