import type { StepTexts } from '../step-parts.ts';
import type { ContactsPrompt } from './rules.ts';

export const contactsNl = {
  name: 'Contacten',
  now: {
    none: 'Er liggen nog geen schakels. Zet er eerst een op het kleed.',
    prepare: 'Bedenk bij elke schakel: alleen benaderen of met anderen samen, en met welk verhaal?',
  },
} satisfies StepTexts<ContactsPrompt>;
