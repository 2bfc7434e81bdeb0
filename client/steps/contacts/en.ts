import type { StepTexts } from '../step-parts.ts';
import type { ContactsPrompt } from './rules.ts';

export const contactsEn = {
  name: 'Contacts',
  now: {
    none: 'There are no connectors yet. Put one on the cloth first.',
    prepare: 'For each connector: approach them alone or together with others, and with which story?',
  },
  tips: [
    'Every conversation asks for a story of its own: what does the initiative mean to this person?',
    'The ingredients someone is tied to give you the words.',
    'You can also invite several connectors together, for example to make another cloth with them. So more networks come in.',
    'Who of you knows this connector already? That is often the shortest way.',
  ],
  theme: {
    tips: [
      'Every conversation asks for a story of its own: what does the theme mean to this person?',
      'The ingredients someone is tied to give you the words.',
      'You can also invite several connectors together, for example to make another cloth with them. So more networks come in.',
      'Who of you knows this connector already? That is often the shortest way.',
    ],
  },
} satisfies StepTexts<ContactsPrompt>;
