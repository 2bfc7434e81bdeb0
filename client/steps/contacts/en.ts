import type { StepTexts } from '../step-parts.ts';
import type { ContactsPrompt } from './rules.ts';

export const contactsEn = {
  name: 'Contacts',
  now: {
    none: 'There are no connectors yet. Put one on the cloth first.',
    prepare: 'For each connector: approach them alone or together with others, and with which story?',
  },
} satisfies StepTexts<ContactsPrompt>;
