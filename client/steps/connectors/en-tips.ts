import type { StepTips } from '../step-parts.ts';

export const connectorsEnTips = {
  tips: [
    'Look at what someone really does, not at what would belong to the job.',
    'Call people by their name: not “the management”, but who there?',
    'Sometimes a connector is not a person but a place or a list that brings people together.',
    'Do you mostly hope that someone is involved? Then draw the line as an expectation.',
    'An ingredient without a connector is no mistake, but a question to take along.',
  ],
} satisfies StepTips;
