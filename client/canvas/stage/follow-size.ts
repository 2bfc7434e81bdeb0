import { onPixelRatioChange, pixelRatio } from './pixel-ratio.ts';

/**
 * Tells how large an element is (CSS px), now and whenever that changes, or its pixels do: through turns of the tablet and
 * moves between screens. Returns the way to stop.
 */
export function followSize(element: HTMLElement, sized: (width: number, height: number) => void): () => void {
  let known = '';
  const measure = () => {
    const { clientWidth: width, clientHeight: height } = element;
    const size = `${width} ${height} ${pixelRatio()}`;
    // An observer tells of the first size too, which is known: drawing all of it again would be for nothing.
    if (width === 0 || height === 0 || size === known) return;
    known = size;
    sized(width, height);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(element);
  measure();
  const stop = onPixelRatioChange(measure);
  return () => {
    observer.disconnect();
    stop();
  };
}
