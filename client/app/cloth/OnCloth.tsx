import Pinged from '../../panels/follow/Pinged.tsx';
import { Pointing } from '../../panels/follow/Pointing.tsx';
import { PointedAt } from '../../panels/walk/PointedAt.tsx';

/** What lies over the cloth and under the bars: places that are pointed out. */
export default function OnCloth() {
  return (
    <>
      <Pinged />
      <PointedAt />
      <Pointing />
    </>
  );
}
