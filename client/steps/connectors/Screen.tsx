import { CircleDashed, Spline } from 'lucide-react';
import { useCloth } from '../../panels/cloth-context.tsx';
import { Strip } from '../bar/Strip.tsx';
import { StripAction } from '../bar/StripAction.tsx';

/** Step 3 puts connectors and ties at hand. */
export default function ConnectorsScreen() {
  const { session } = useCloth();
  if (session.role === 'viewer') return null;
  return (
    <Strip>
      <StripAction id="new-connector" icon={CircleDashed} />
      <StripAction id="tie" icon={Spline} />
    </Strip>
  );
}
