import type { KonvaEventObject } from 'konva/lib/Node.js';
import { useEffect, useRef, useState } from 'react';
import { Circle, Group, Layer, Line, Rect, Stage, Text } from 'react-konva';
import { PALETTE } from '../../../shared/scene/palette.ts';
import { CLOTH_FONT } from '../../../shared/text/text-measure.ts';
import type { Around, HungSheet } from '../../document/commons-api.ts';
import { loadClothFont } from '../../fonts/cloth-font.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './Knows.module.css';
import { isNarrow, layAround, type Spot } from './lay-around.ts';
import { NamesToTravel } from './NamesToTravel.tsx';
import { SheetLink } from './SheetLink.tsx';

interface NeighbourhoodProps {
  readonly around: Around;
  /** What hangs in the room. */
  readonly hung: readonly HungSheet[];
  readonly onTravel: (node: string) => void;
}

const HEIGHT = 460;

/**
 * One name in the middle, round it the sheets it stands on, and at those what it is tied to there: dragged as one likes, pressed
 * to travel on. The list beside it says and does the same.
 */
export default function Neighbourhood({ around, hung, onTravel }: NeighbourhoodProps) {
  const { knows } = useText();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [lettersCame, setLettersCame] = useState(false);
  useEffect(() => {
    void loadClothFont().then(() => setLettersCame(true));
    const paper = box.current;
    if (!paper) return;
    const size = new ResizeObserver(() => setWidth(paper.clientWidth));
    size.observe(paper);
    return () => size.disconnect();
  }, []);
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever travels stands before it, also who does not see it; what led here may be gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at another name one arrives anew.
  useEffect(() => title.current?.focus(), [around.node]);
  const beside = [...new Map(around.beside.map((one) => [one.node, one])).values()];
  return (
    <section className={styles.around} aria-labelledby="knows-around">
      <h2 ref={title} id="knows-around" tabIndex={-1}>
        {knows.around(around.name)}
      </h2>
      <div ref={box} className={styles.drawing} aria-hidden="true">
        {width > 0 && (
          <Drawing
            key={`${around.node} ${width} ${lettersCame}`}
            spots={layAround(around, width, HEIGHT)}
            width={width}
            onTravel={onTravel}
          />
        )}
      </div>
      <div className={styles.list}>
        <ul className={styles.sentences}>
          {around.sentences.map((sentence) => (
            <li key={sentence} translate="no">
              {sentence}
            </li>
          ))}
        </ul>
        <h3>{knows.standsOn}</h3>
        <ul className={styles.nodes}>
          {around.sheets.map(({ id }) => (
            <li key={id}>
              <SheetLink id={id} sheets={hung} />
            </li>
          ))}
        </ul>
        {beside.length > 0 && (
          <>
            <h3>{knows.beside}</h3>
            <NamesToTravel names={beside} onTravel={onTravel} />
          </>
        )}
      </div>
    </section>
  );
}

interface DrawingProps {
  readonly spots: readonly Spot[];
  readonly width: number;
  readonly onTravel: (node: string) => void;
}

/** A press that goes farther than this carries, px. */
const STILL = 4;

/** What is in hand: which spot, and where its middle lies from where it was taken. */
interface Held {
  readonly id: string;
  readonly off: { readonly x: number; readonly y: number };
  readonly from: { readonly x: number; readonly y: number };
  carried: boolean;
}

function Drawing({ spots, width, onTravel }: DrawingProps) {
  const held = useRef<Held>(null);
  /** Whether the press that has just ended was no press, but carried something. */
  const carried = useRef(false);
  const [places, setPlaces] = useState(() => new Map(spots.map((spot) => [spot.id, { x: spot.x, y: spot.y }])));
  const placeOf = (id: string) => places.get(id) ?? { x: 0, y: 0 };
  // Konva's own dragging is no part of the build: canvas/stage/no-drag.ts.
  const take = (id: string) => (event: KonvaEventObject<PointerEvent>) => {
    const at = event.target.getStage()?.getPointerPosition();
    if (!at || event.evt.button > 0) return;
    const { x, y } = placeOf(id);
    carried.current = false;
    held.current = { id, from: at, off: { x: x - at.x, y: y - at.y }, carried: false };
    if (event.evt.target instanceof Element) event.evt.target.setPointerCapture(event.evt.pointerId);
  };
  const carry = (event: KonvaEventObject<PointerEvent>) => {
    const [hand, at] = [held.current, event.target.getStage()?.getPointerPosition()];
    if (!hand || !at) return;
    hand.carried ||= Math.hypot(at.x - hand.from.x, at.y - hand.from.y) > STILL;
    if (hand.carried) setPlaces((now) => new Map(now).set(hand.id, { x: at.x + hand.off.x, y: at.y + hand.off.y }));
  };
  const letGo = () => {
    carried.current = held.current?.carried ?? false;
    held.current = null;
  };
  const travel = (node: string | null) => () => {
    if (node !== null && !carried.current) onTravel(node);
  };
  return (
    <Stage width={width} height={HEIGHT} onPointerMove={carry} onPointerUp={letGo} onPointerCancel={letGo}>
      <Layer>
        {spots.map(({ id, from }) => {
          if (from === null) return null;
          const [a, b] = [placeOf(from), placeOf(id)];
          return (
            <Line key={id} points={[a.x, a.y, b.x, b.y]} stroke={PALETTE.graphite} strokeWidth={2} lineCap="round" />
          );
        })}
        {spots.map((spot) => (
          <Group
            key={spot.id}
            {...placeOf(spot.id)}
            onPointerDown={take(spot.id)}
            onClick={travel(spot.node)}
            onTap={travel(spot.node)}
          >
            <Shape spot={spot} small={isNarrow(width)} />
          </Group>
        ))}
      </Layer>
    </Stage>
  );
}

/** Letters are about this wide, as a part of their size. */
const LETTER = 0.64;

function Shape({ spot: { kind, words }, small }: { readonly spot: Spot; readonly small: boolean }) {
  const isMiddle = kind === 'middle';
  const [w, h] = isMiddle ? (small ? [96, 96] : [136, 136]) : small ? [104, 40] : [138, 44];
  const longest = Math.max(...words.split(/\s+/).map((word) => word.length), 1);
  const size = Math.max(9, Math.min(isMiddle ? 18 : small ? 12 : 14, (w - 16) / (longest * LETTER)));
  return (
    <>
      {isMiddle ? (
        <Circle radius={w / 2} fill={PALETTE.core} stroke={PALETTE.ink} strokeWidth={3} />
      ) : (
        <Rect
          x={-w / 2}
          y={-h / 2}
          width={w}
          height={h}
          cornerRadius={kind === 'sheet' ? 4 : h / 2}
          fill={kind === 'sheet' ? '#fffdf8' : PALETTE.paper}
          stroke={kind === 'sheet' ? '#cdbd9f' : PALETTE.ink}
          strokeWidth={kind === 'sheet' ? 1.5 : 2}
        />
      )}
      <Text
        x={-w / 2 + 8}
        y={-h / 2}
        width={w - 16}
        height={h}
        text={words}
        align="center"
        verticalAlign="middle"
        ellipsis
        fontFamily={CLOTH_FONT}
        fontStyle={isMiddle ? '700' : '500'}
        fontSize={size}
        fill={PALETTE.ink}
      />
    </>
  );
}
