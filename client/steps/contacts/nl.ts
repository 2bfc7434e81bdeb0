import type { StepTexts } from '../step-parts.ts';
import type { ContactsPrompt } from './rules.ts';

export const contactsNl = {
  name: 'Contacten',
  now: {
    none: 'Er liggen nog geen schakels. Zet er eerst een op het kleed.',
    prepare: 'Bedenk bij elke schakel: alleen benaderen of met anderen samen, en met welk verhaal?',
  },
  tips: [
    'Elk gesprek vraagt om een eigen verhaal: wat betekent het initiatief voor déze persoon?',
    'De ingrediënten waarmee iemand verbonden is, geven je de woorden.',
    'Meer schakels samen uitnodigen kan ook, bijvoorbeeld om met hen weer een kleed te maken. Zo komen er netwerken bij.',
    'Wie van jullie kent deze schakel al? Dat is vaak de kortste weg.',
  ],
  theme: {
    tips: [
      'Elk gesprek vraagt om een eigen verhaal: wat betekent het thema voor déze persoon?',
      'De ingrediënten waarmee iemand verbonden is, geven je de woorden.',
      'Meer schakels samen uitnodigen kan ook, bijvoorbeeld om met hen weer een kleed te maken. Zo komen er netwerken bij.',
      'Wie van jullie kent deze schakel al? Dat is vaak de kortste weg.',
    ],
  },
} satisfies StepTexts<ContactsPrompt>;
