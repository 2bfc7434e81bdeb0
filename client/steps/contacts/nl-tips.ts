import type { StepTips } from '../step-parts.ts';

export const contactsNlTips = {
  tips: [
    'Elk gesprek vraagt om een eigen verhaal: wat betekent het initiatief voor déze persoon?',
    'De ingrediënten waarmee iemand verbonden is, geven je de woorden.',
    'Meer schakels samen uitnodigen kan ook, bijvoorbeeld om met hen weer een kleed te maken. Zo komen er netwerken bij.',
    'Wie van jullie kent deze schakel al? Dat is vaak de kortste weg.',
  ],
  theme: [
    'Elk gesprek vraagt om een eigen verhaal: wat betekent het thema voor déze persoon?',
    'De ingrediënten waarmee iemand verbonden is, geven je de woorden.',
    'Meer schakels samen uitnodigen kan ook, bijvoorbeeld om met hen weer een kleed te maken. Zo komen er netwerken bij.',
    'Wie van jullie kent deze schakel al? Dat is vaak de kortste weg.',
  ],
} satisfies StepTips;
