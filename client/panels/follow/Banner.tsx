import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './FollowBanner.module.css';

interface BannerProps {
  readonly label: string;
  readonly icon: LucideIcon;
  /** Said quietly, also to who hears the page. */
  readonly words: string;
  /** What may be done about it. */
  readonly children: ReactNode;
}

/** A strip on the cloth about where everyone looks. */
export function Banner({ label, icon: Icon, words, children }: BannerProps) {
  return (
    <section className={styles.banner} aria-label={label}>
      <p role="status">
        <Icon aria-hidden="true" size={18} />
        <span>{words}</span>
      </p>
      {children}
    </section>
  );
}
