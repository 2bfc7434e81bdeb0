import type { ComponentType } from 'react';
import type { ClothSnapshot } from '../../shared/cloth/snapshot.ts';
import type { Step } from '../../shared/method/steps.ts';
import type { LastingSession } from '../../shared/protocol.ts';

/** A step's own words. `now` has one sentence for each thing that may have to be done in it. */
export interface StepTexts<Prompt extends string = string> {
  readonly name: string;
  readonly now: Readonly<Record<Prompt, string>>;
  /** What the method advises, in our own words. */
  readonly tips: readonly string[];
}

/** What a step asks of people, worked out from the cloth: pure, so that it can be tried without any screen. */
export interface StepRules<Prompt extends string = string> {
  readonly step: Step;
  /** What to do now. */
  promptOf(cloth: ClothSnapshot, session: LastingSession): Prompt;
}

/**
 * One step, whole: rules, screen and texts in both languages, all from the step's own folder. A step that lacks one of
 * them does not exist; tests/unit/house/steps.test.ts sees to it.
 */
export interface StepParts {
  readonly rules: StepRules;
  readonly texts: Readonly<Record<'nl' | 'en', StepTexts>>;
  /** What lies ready in this step, as a strip under the step bar. Fetched when the step begins. */
  readonly Screen: ComponentType;
}
