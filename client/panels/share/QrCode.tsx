import { encode } from 'uqr';
import styles from './ShareDialog.module.css';

interface QrCodeProps {
  readonly text: string;
  /** For a screen reader. */
  readonly label: string;
  readonly caption: string;
}

/** A text as a picture to scan: one path of squares, sharp at any size. */
export function QrCode({ text, label, caption }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <figure className={styles.qr}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#1d1510" />
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
