import { type ChangeEvent, type KeyboardEvent, useRef, useState } from 'react';

/** What a field for a day is given, beside its name. */
export interface DayDraft {
  readonly value: string;
  readonly 'aria-invalid': true | undefined;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

/**
 * A day in a field of its own (`YYYY-MM-DD`). Chosen from the browser's calendar it is taken at once; typed part by part it is
 * many other days on the way, of the year 2 for one, so then it is taken with Enter, or when the field is left.
 */
export function useDayDraft(day: string, accepts: (day: string) => boolean, onDone: (day: string) => void): DayDraft {
  const [draft, setDraft] = useState<string | null>(null);
  const isTyped = useRef(false);
  const take = (value: string) => {
    if (!accepts(value)) return;
    setDraft(null);
    if (value !== day) onDone(value);
  };
  const finish = () => {
    isTyped.current = false;
    if (draft !== null) take(draft);
  };
  return {
    value: draft ?? day,
    'aria-invalid': draft !== null && !accepts(draft) ? true : undefined,
    onChange: ({ target }) => {
      setDraft(target.value);
      if (!isTyped.current) take(target.value);
    },
    onKeyDown: ({ key }) => {
      if (key === 'Enter') finish();
      else if (key !== 'Tab') isTyped.current = true;
    },
    onBlur: finish,
  };
}
