import Pinged from '../../panels/follow/Pinged.tsx';
import { usePageState } from '../../panels/page.ts';
import { part } from '../../panels/part.ts';
import { PointedAt } from '../../panels/walk/PointedAt.tsx';

const Pointing = part(() => import('../../panels/follow/Pointing.tsx'));

/** What lies over the cloth and under the bars: places that are pointed out. */
export function OnCloth() {
  const pointing = usePageState(({ pointing }) => pointing);
  return (
    <>
      <Pinged />
      <PointedAt />
      {pointing && <Pointing />}
    </>
  );
}
