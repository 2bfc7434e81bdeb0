import { useMemo } from 'react';
import { useLanguage } from '../../i18n/use-text.ts';

/** Writes out days (`YYYY-MM-DD`) for the reader. */
export function useDayName(): (day: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return (day) => (day === '' ? '' : format.format(new Date(`${day}T00:00:00Z`)));
  }, [language]);
}
