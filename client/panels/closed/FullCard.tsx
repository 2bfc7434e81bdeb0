import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { NoticeCard } from './NoticeCard.tsx';

interface FullCardProps {
  /** What has no room. */
  readonly full: 'cloth' | 'server';
  readonly onHome: () => void;
}

/** Says that there is no room just now, over the empty table. */
export default function FullCard({ full, onHome }: FullCardProps) {
  const { crowded, gone } = useText();
  return (
    <NoticeCard title={crowded[full]} text={crowded.comesIn}>
      <Button onClick={onHome}>{gone.home}</Button>
    </NoticeCard>
  );
}
