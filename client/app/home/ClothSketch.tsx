import { markerSet } from '../../../shared/method/markers.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './NewCloth.module.css';

/** Which words of the sample are drawn where, in the sketch's own units (1120 × 560, the middle left free). */
const CONNECTORS = [
  { word: 1, x: 262, y: 196, r: 46, marker: 1, to: 'M308 208 Q340 218 372 232' },
  { word: 5, x: 858, y: 150, r: 48, marker: 2, to: 'M812 166 Q780 182 748 212' },
  { word: 7, x: 850, y: 398, r: 48, marker: 3, to: 'M804 384 Q776 372 752 350' },
] as const;
const INGREDIENTS = [
  { word: 2, x: 132, y: 76, marker: 1, to: 'M176 92 Q212 118 232 158' },
  { word: 3, x: 96, y: 262, marker: 4, to: 'M142 252 Q180 236 217 212' },
  { word: 4, x: 196, y: 452, marker: 1, to: 'M206 434 Q226 350 254 243' },
  { word: 6, x: 1002, y: 62, marker: 2, to: 'M966 76 Q930 92 900 124' },
  { word: 0, x: 1014, y: 470, marker: 3, to: 'M966 462 Q930 448 893 422' },
] as const;

/** A faint example of what will come to lie round the middle. Decoration: says nothing that is not said elsewhere. */
export function ClothSketch() {
  const { samples } = useText().home;
  return (
    <svg className={styles.sketch} viewBox="0 0 1120 560" aria-hidden="true">
      {[...CONNECTORS, ...INGREDIENTS].map(({ to, word }) => (
        <path key={word} d={to} />
      ))}
      {CONNECTORS.map(({ word, x, y, r, marker }) => (
        <g key={word} stroke={markerSet(marker)[0]} fill={markerSet(marker)[0]}>
          <circle cx={x} cy={y} r={r} />
          <text x={x} y={y} fontWeight="700" fontSize="21">
            {samples[word]}
          </text>
        </g>
      ))}
      {INGREDIENTS.map(({ word, x, y, marker }) => (
        <text key={word} x={x} y={y} fontSize="23" fill={markerSet(marker)[0]}>
          {samples[word]}
        </text>
      ))}
    </svg>
  );
}
