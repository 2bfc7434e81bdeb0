import type Konva from 'konva';
import { type PointerEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { Image, Layer, Stage, Transformer } from 'react-konva';
import type { PhotoPlace } from '../../../shared/commands/photo.ts';
import { PHOTO_REACH } from '../../../shared/model/photo.ts';
import type { Point } from '../../../shared/model/schema.ts';
import type { Photo } from '../../../shared/model/snapshot.ts';
import type { CanvasHandle } from '../../canvas/canvas-handle.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import styles from './Photo.module.css';
import { opacityOf, sizeOnCloth } from './paint-photo.ts';
import { byFingers } from './photo-place.ts';
import { usePhotoHands } from './use-photo-hands.ts';

interface PlacePhotoProps {
  readonly photo: Photo;
  readonly bitmap: ImageBitmap;
  readonly canvas: CanvasHandle;
  /** Where a hand has brought it that still holds it. */
  readonly held: PhotoPlace | null;
  readonly onHold: (place: PhotoPlace | null) => void;
}

/** Fingers that hold the photo, by pointer: where each took hold of it and where it is now, mm. */
interface Grip {
  readonly place: PhotoPlace;
  readonly fingers: ReadonlyMap<number, { readonly from: Point; readonly to: Point }>;
}

/** Colour and size of what one turns and sizes it by, px: seen on any photo, and hit with a finger. That for turning lies inside, where no bar does. */
const HANDLES = { colour: '#1b59a6', size: 16, reach: 32, inside: 44 } as const;
/** It keeps to upright and to quarter turns when it comes near, degrees. */
const UPRIGHT = [0, 90, 180, 270];
const NEAR_UPRIGHT = 2;

/** The photo in the hands of who places it, over the cloth: dragged, and sized and turned by its corners or by two fingers. */
export function PlacePhoto(props: PlacePhotoProps) {
  const over = props.canvas.element.parentElement;
  return over && createPortal(<InHand {...props} />, over);
}

function InHand({ photo, bitmap, canvas, held, onHold }: PlacePhotoProps) {
  const { session } = useCloth();
  const { photo: words } = useText();
  const { camera } = canvas;
  const view = useSyncExternalStore(camera.subscribe, camera.get);
  const size = camera.size();
  const image = useRef<Konva.Image>(null);
  const transformer = useRef<Konva.Transformer>(null);
  const [grip, setGrip] = useState<Grip | null>(null);
  const place = held ?? photo;
  const [w, h] = sizeOnCloth({ ...place, ratio: photo.ratio }).map((mm) => mm * view.zoom);
  const [x, y] = camera.toScreen(place.pos);

  useEffect(() => {
    if (image.current) transformer.current?.nodes([image.current]);
  }, []);

  const { lay: layFor, press } = usePhotoHands(photo);
  // Each time it is let go is a step of its own.
  const lay = (next: PhotoPlace) => {
    session.seal();
    layFor(() => next, 'hand');
    session.seal();
  };

  const pointAt = ({ clientX, clientY, currentTarget }: PointerEvent): Point => {
    const box = currentTarget.getBoundingClientRect();
    return camera.toCloth([clientX - box.left, clientY - box.top]);
  };
  const take = (event: PointerEvent<HTMLDivElement>) => {
    // So that its keys are at hand.
    event.currentTarget.focus({ preventScroll: true });
    const stage = image.current?.getStage();
    stage?.setPointersPositions(event.nativeEvent);
    const at = stage?.getPointerPosition();
    const on = at && stage?.getIntersection(at);
    if (!on || on.hasName('_anchor') || event.button > 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointAt(event);
    // A finger more begins anew from where the others have brought it.
    const fingers = new Map([...(grip?.fingers ?? [])].map(([id, { to }]) => [id, { from: to, to }]));
    setGrip({ place, fingers: fingers.set(event.pointerId, { from: point, to: point }) });
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const finger = grip?.fingers.get(event.pointerId);
    if (!grip || !finger) return;
    const fingers = new Map(grip.fingers).set(event.pointerId, { from: finger.from, to: pointAt(event) });
    setGrip({ ...grip, fingers });
    const all = [...fingers.values()];
    onHold(
      byFingers(
        grip.place,
        all.map(({ from }) => from),
        all.map(({ to }) => to),
      ),
    );
  };
  const letGo = (event: PointerEvent<HTMLDivElement>) => {
    if (!grip?.fingers.has(event.pointerId)) return;
    const left = [...grip.fingers].filter(([id]) => id !== event.pointerId);
    if (left.length > 0) {
      return setGrip({ place, fingers: new Map(left.map(([id, { to }]) => [id, { from: to, to }])) });
    }
    setGrip(null);
    if (held && event.type !== 'pointercancel') lay(held);
    onHold(null);
  };

  const transformed = () => {
    const node = image.current;
    if (!node) return;
    const turn = node.getAbsoluteRotation() - (view.turn * 180) / Math.PI;
    const width = (node.width() * node.scaleX()) / view.zoom;
    lay({ pos: camera.toCloth([node.x(), node.y()]), width, turn });
    node.scale({ x: 1, y: 1 });
  };

  return (
    <div
      className={styles.over}
      role="application"
      aria-label={words.bar}
      tabIndex={-1}
      onKeyDown={press}
      onPointerDown={take}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      // Zooming and panning by wheel stay the cloth's.
      onWheel={({ nativeEvent }) => canvas.element.dispatchEvent(new WheelEvent(nativeEvent.type, nativeEvent))}
    >
      <Stage width={size.width} height={size.height}>
        <Layer ref={(layer) => void layer?.getNativeCanvasElement().classList.add(styles.asInk ?? '')}>
          <Image
            ref={image}
            image={bitmap}
            x={x}
            y={y}
            width={w ?? 0}
            height={h ?? 0}
            offsetX={(w ?? 0) / 2}
            offsetY={(h ?? 0) / 2}
            rotation={place.turn + (view.turn * 180) / Math.PI}
            opacity={opacityOf(photo)}
            onTransform={() => image.current?.getLayer()?.batchDraw()}
            onTransformEnd={transformed}
          />
        </Layer>
        <Layer>
          <Transformer
            ref={transformer}
            keepRatio
            flipEnabled={false}
            enabledAnchors={['top-left', 'top-right', 'bottom-left', 'bottom-right']}
            rotationSnaps={UPRIGHT}
            rotationSnapTolerance={NEAR_UPRIGHT}
            rotateAnchorOffset={-HANDLES.inside}
            anchorSize={HANDLES.size}
            anchorCornerRadius={HANDLES.size / 2}
            anchorFill="#ffffff"
            anchorStroke={HANDLES.colour}
            anchorStrokeWidth={3}
            borderStroke={HANDLES.colour}
            borderStrokeWidth={2}
            anchorStyleFunc={(anchor: Konva.Rect) => anchor.hitStrokeWidth(HANDLES.reach)}
            boundBoxFunc={(before, after) => (after.width < PHOTO_REACH.width.least * view.zoom ? before : after)}
            onTransform={() => transformer.current?.getLayer()?.batchDraw()}
          />
        </Layer>
      </Stage>
    </div>
  );
}
