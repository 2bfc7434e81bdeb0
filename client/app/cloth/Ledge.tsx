import FollowBanner from '../../panels/follow/FollowBanner.tsx';
import { OthersLookBack } from '../../panels/moments/OthersLookBack.tsx';
import { OthersLook } from '../../panels/positions/LookTogether.tsx';
import AskedPrompt from '../../panels/walk/AskedPrompt.tsx';
import WalkBar from '../../panels/walk/WalkBar.tsx';

/** What lies on the cloth's near edge when there is something to say: who is followed, and the walk round the table. */
export default function Ledge() {
  return (
    <>
      <FollowBanner />
      <OthersLook />
      <OthersLookBack />
      <AskedPrompt />
      <WalkBar />
    </>
  );
}
