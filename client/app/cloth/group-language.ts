import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ClothSession } from '../../document/cloth-session.ts';
import { suggestLanguage } from '../../i18n/language.ts';

/** Opens a cloth in the language that was prepared for its group; whoever has chosen one on this device keeps that. */
export function useGroupLanguage(session: ClothSession): void {
  const language = useStore(session.snapshot, ({ meta }) => meta.language);
  useEffect(() => {
    if (language !== undefined) void suggestLanguage(language);
  }, [language]);
}
