import type { StepTips } from '../step-parts.ts';

export const contactsEnTips = {
  tips: [
    'Every conversation asks for a story of its own: what does the initiative mean to this person?',
    'The ingredients someone is tied to give you the words.',
    'You can also invite several connectors together, for example to make another cloth with them. So more networks come in.',
    'Who of you knows this connector already? That is often the shortest way.',
  ],
  theme: [
    'Every conversation asks for a story of its own: what does the theme mean to this person?',
    'The ingredients someone is tied to give you the words.',
    'You can also invite several connectors together, for example to make another cloth with them. So more networks come in.',
    'Who of you knows this connector already? That is often the shortest way.',
  ],
} satisfies StepTips;
