import type { Language } from '../../../shared/text/language.ts';
import type { Device } from '../../device/device.ts';
import { useLanguage } from '../../i18n/use-text.ts';
import type { Announces } from '../page.ts';
import { announceEn } from './en.ts';
import { type AnnounceTexts, announceNl } from './nl.ts';

export const CHOICES: readonly Announces[] = ['all', 'mine', 'off'];
const STORED_AS = 'tafelkleed.announces';

/** What this device reads out; everything, until somebody chose. */
export function announcesOn({ storage }: Pick<Device, 'storage'>): Announces {
  const kept = storage.get(STORED_AS);
  return CHOICES.find((choice) => choice === kept) ?? 'all';
}

export function setAnnounces({ storage }: Pick<Device, 'storage'>, choice: Announces): void {
  storage.set(STORED_AS, choice);
}

export const ANNOUNCE_TEXTS: Readonly<Record<Language, AnnounceTexts>> = { nl: announceNl, en: announceEn };

export function useAnnounceText(): AnnounceTexts {
  return ANNOUNCE_TEXTS[useLanguage()];
}
