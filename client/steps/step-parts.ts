import type { ComponentType } from 'react';
import type { Step } from '../../shared/method/steps.ts';
import type { ClothKind } from '../../shared/model/schema.ts';
import type { LastingSession } from '../../shared/model/session.ts';
import type { ClothSnapshot } from '../../shared/model/snapshot.ts';

/** A step's own words. `now` has one sentence for each thing that may have to be done in it. */
export interface StepTexts<Prompt extends string = string> {
  readonly name: string;
  readonly now: Readonly<Record<Prompt, string>>;
  /** What reads otherwise on a cloth with a theme in its middle. */
  readonly theme?: {
    readonly name?: string;
    readonly now?: Readonly<Partial<Record<Prompt, string>>>;
  };
}

/** A step's words on a cloth of this kind. */
export function ofKind({ theme, ...texts }: StepTexts, kind: ClothKind): StepTexts {
  if (kind === 'initiative' || !theme) return texts;
  const { name = texts.name, now = {} } = theme;
  return { name, now: { ...texts.now, ...now } as StepTexts['now'] };
}

/** What the method advises in a step, in our own words: read when the step is looked up, and fetched then. */
export interface StepTips {
  readonly tips: readonly string[];
  /** All of them on a cloth with a theme in its middle, where one reads otherwise there. */
  readonly theme?: readonly string[];
}

/** A step's advice on a cloth of this kind. */
export function tipsOfKind({ tips, theme = tips }: StepTips, kind: ClothKind): readonly string[] {
  return kind === 'initiative' ? tips : theme;
}

/** What a step asks of people, worked out from the cloth: pure, so that it can be tried without any screen. */
export interface StepRules<Prompt extends string = string> {
  readonly step: Step;
  /** What to do now. */
  promptOf(cloth: ClothSnapshot, session: LastingSession): Prompt;
}

/**
 * One step: rules and screen, from the step's own folder, where its words lie too in both languages. A step that lacks one
 * of them does not exist; tests/unit/house/steps.test.ts sees to it.
 */
export interface StepParts {
  readonly rules: StepRules;
  /** What lies ready in this step, as a strip in the step bar. Fetched when the step begins. */
  readonly Screen: ComponentType;
}
