import { Footprints, X } from 'lucide-react';
import { type MouseEvent, type RefObject, useContext, useRef } from 'react';
import { goToStep, stepOf } from '../../../shared/method/steps.ts';
import type { StepNumber } from '../../../shared/model/schema.ts';
import { KindInTheMiddle } from '../../i18n/kind.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { useRoomy } from '../../look/use-wide.ts';
import { useCloth } from '../../panels/cloth-context.tsx';
import { LeadStrip } from '../../panels/follow/LeadBar.tsx';
import { useLeads, useRunning } from '../../panels/use-running.ts';
import { partsOf } from '../all-steps.ts';
import { stepTips } from '../step-book.ts';
import { tipsOfKind } from '../step-parts.ts';
import { useStepSentence, useStepTexts } from '../use-step-texts.ts';
import { Sheet } from './Sheet.tsx';
import { StepDots } from './StepDots.tsx';
import styles from './StepSheet.module.css';
import { Strip } from './Strip.tsx';

interface StepSheetProps {
  readonly anchor: RefObject<HTMLElement | null>;
  /** The step that is explained; looking at another moves nobody else. */
  readonly step: StepNumber;
  readonly onLook: (step: StepNumber) => void;
  readonly onClose: () => void;
}

/** What a step is about and what the method advises; the other steps are one press away, for looking back and ahead. */
export default function StepSheet({ anchor, step, onLook, onClose }: StepSheetProps) {
  const { steps: text } = useText();
  const { session } = useCloth();
  const { step: now, hidden } = useRunning();
  const { name } = useStepTexts(step);
  const tips = tipsOfKind(stepTips.in(useLanguage())[stepOf(step).id], useContext(KindInTheMiddle));
  const sentence = useStepSentence(step);
  const leads = useLeads();
  const roomy = useRoomy();
  const { Screen } = partsOf(step);
  const givesWay = useRef(false);
  /** What shows itself on the cloth, or beside it, cannot be seen under this sheet; and words may be opened for writing. */
  const closeToLook = ({ target }: MouseEvent) => {
    if (!(target instanceof Element && target.closest('[data-then-look]'))) return;
    givesWay.current = true;
    // After the press has done its work: a microtask comes before that, and what is gone cannot be pressed.
    setTimeout(onClose);
  };
  return (
    <Sheet anchor={anchor} label={text.about} givesWay={givesWay} onClose={onClose}>
      <div className={styles.head}>
        <StepDots now={now} looksAt={step} onLook={onLook} />
        <IconButton icon={X} label={text.close} onClick={onClose} />
      </div>
      <h2 className={styles.name}>{name}</h2>
      <p className={styles.sentence}>{sentence}</p>
      {hidden && step === now && <p className={styles.note}>{text.hiddenNow}</p>}
      {!roomy && step === now && (
        <div onClickCapture={closeToLook}>
          <Screen />
          <Strip>
            <LeadStrip />
          </Strip>
        </div>
      )}
      <h3 className={styles.tipsTitle}>{text.tips}</h3>
      <ul className={styles.tips}>
        {tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      {leads && step !== now && (
        <Button kind="primary" icon={Footprints} onClick={() => session.setSession(goToStep(step))}>
          {text.goHere}
        </Button>
      )}
      {!leads && step === now && <p className={styles.here}>{text.here}</p>}
    </Sheet>
  );
}
