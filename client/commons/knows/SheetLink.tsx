import { ExternalLink } from 'lucide-react';
import type { HungSheet } from '../../document/commons-api.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSheetLink } from '../use-way-to.ts';
import styles from './Knows.module.css';

interface SheetLinkProps {
  readonly id: string;
  /** What hangs in the room. */
  readonly sheets: readonly HungSheet[];
}

/** Leads to a sheet that hangs in the room; nothing where it hangs no more. */
export function SheetLink({ id, sheets }: SheetLinkProps) {
  const { knows, wall } = useText();
  const linkTo = useSheetLink();
  const sheet = sheets.find((hung) => hung.id === id);
  if (!sheet) return null;
  return (
    <a {...linkTo(sheet)} className={styles.way}>
      <ExternalLink aria-hidden="true" size={16} />
      <span translate="no">{knows.open(sheet.title || wall.untitled)}</span>
    </a>
  );
}
