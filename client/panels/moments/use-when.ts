import { useMemo } from 'react';
import { useLanguage } from '../../i18n/use-text.ts';

/** Writes a time (ms since the epoch) as day and hour in the reader's language and time zone. */
export function useWhen(): (time: number) => string {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
    return (time: number) => format.format(time);
  }, [language]);
}
