import { useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { stepOf } from '../../shared/method/steps.ts';
import type { StepNumber } from '../../shared/model/schema.ts';
import { KindInTheMiddle } from '../i18n/kind.ts';
import { useFirstText, useLanguage } from '../i18n/use-text.ts';
import { useCloth } from '../panels/cloth-context.tsx';
import { useTalkedAbout } from '../panels/positions/talked-about.ts';
import { useRunning } from '../panels/use-running.ts';
import { partsOf } from './all-steps.ts';
import { stepTexts } from './step-book.ts';
import { ofKind, type StepTexts } from './step-parts.ts';

/** A step's words in the reader's language. */
export function useStepTexts(step: StepNumber): StepTexts {
  const texts = stepTexts.in(useLanguage())[stepOf(step).id];
  const kind = useContext(KindInTheMiddle);
  return useMemo(() => ofKind(texts, kind), [texts, kind]);
}

/**
 * What is to be done now in a step, in a sentence; follows the cloth and the session. While the group goes contact by
 * contact it is the question about the one it has come to.
 */
export function useStepSentence(step: StepNumber): string {
  const { session } = useCloth();
  const { guide } = useFirstText();
  const running = useRunning();
  const { now } = useStepTexts(step);
  const prompt = useStore(session.snapshot, (cloth) => partsOf(step).rules.promptOf(cloth, running));
  const about = useTalkedAbout();
  return step === 5 && about !== '' ? guide.question(about) : (now[prompt] ?? '');
}
