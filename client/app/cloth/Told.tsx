import { useEffect, useState } from 'react';
import { usePage } from '../../panels/page.ts';
import { later, part } from '../../panels/part.ts';

const Announcements = part(() => import('../../panels/announce/Announcements.tsx'));
const bringRegions = later(() => import('../../panels/announce/regions.ts'));

/** Who uses the keyboard to get about needs this at once, all others when the page has come to rest, ms. */
const AT_REST_MS = 10_000;

/** What a screen reader and a keyboard need besides the cloth itself; fetched when it is first wanted. */
export function Told() {
  const page = usePage();
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const heed = new AbortController();
    const want = () => setWanted(true);
    const rest = setTimeout(want, AT_REST_MS);
    const heard = (event: KeyboardEvent) => {
      if (event.key === 'Tab' || /^F\d/.test(event.key)) want();
      if (!/^F[68]$/.test(event.key) || event.defaultPrevented) return;
      event.preventDefault();
      if (event.key === 'F8') page.openDialog('heard');
      else void bringRegions().then(({ goToRegion }) => goToRegion(event.shiftKey ? -1 : 1));
    };
    window.addEventListener('keydown', heard, { signal: heed.signal });
    return () => {
      clearTimeout(rest);
      heed.abort();
    };
  }, [page]);
  return wanted && <Announcements />;
}
