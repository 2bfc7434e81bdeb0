import { useEffect, useEffectEvent } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage, usePageState } from '../page.ts';
import { announce } from './announcing.ts';
import { announcesOn, useAnnounceText } from './choice.ts';
import { keepFocus } from './keep-focus.ts';

/** So many messages can be read once more. */
const KEPT = 20;

/** Where a screen reader hears what happens on the cloth. The region stays: only what changes in one is heard. */
export default function Announcements() {
  const page = usePage();
  const { session, view, device, canvas } = useCloth();
  const latest = usePageState(({ spoken }) => spoken[0] ?? '');
  // The same words once more are heard only when they are other words.
  const again = usePageState(({ spoken }) => spoken.length > 1 && spoken[0] === spoken[1]);
  const text = useText();
  const own = useAnnounceText();
  const texts = useEffectEvent(() => ({ page: text, own }));

  useEffect(() => {
    let typed = -Infinity;
    const heed = new AbortController();
    window.addEventListener('input', ({ timeStamp }) => (typed = timeStamp), { capture: true, signal: heed.signal });
    const stop = announce({
      session,
      view,
      texts: () => texts(),
      choice: () => announcesOn(device),
      typedAt: () => typed,
      say: (words) => page.setState(({ spoken }) => ({ spoken: [words, ...spoken].slice(0, KEPT) })),
    });
    const main = document.querySelector('main');
    const release = main ? keepFocus(main, () => canvas?.focus()) : () => undefined;
    return () => {
      release();
      heed.abort();
      stop();
    };
  }, [session, view, page, device, canvas]);

  return (
    <p className="visually-hidden" role="status" data-announced="">
      {again ? `${latest}\u00a0` : latest}
    </p>
  );
}
