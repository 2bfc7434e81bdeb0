import type { MouseEvent } from 'react';
import { type Hangable, pathThroughRoom, sheetPath } from '../../shared/model/sheets.ts';
import { useRoom } from './room-context.tsx';

type Hung = { readonly id: string; readonly kind: Hangable };

/** Where a sheet of this room opens: with a key of its own that this device has, else by way of the room. */
export function useWayTo(): (sheet: Hung) => string {
  const { session, device } = useRoom();
  return ({ id, kind }) => {
    const own = device.cloths.strongestKey(id);
    return own ? sheetPath(kind, id, own.key) : pathThroughRoom(kind, id, session.id, session.key);
  };
}

/** What makes an `<a>` lead to a sheet: within this page, unless another tab or window is asked for. */
export function useSheetLink(): (sheet: Hung) => {
  readonly href: string;
  readonly onClick: (event: MouseEvent) => void;
} {
  const { goTo } = useRoom();
  const wayTo = useWayTo();
  return (sheet) => {
    const href = wayTo(sheet);
    const onClick = (event: MouseEvent) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      goTo(href);
    };
    return { href, onClick };
  };
}

/** Whether a press on a link asks for nothing more than to go there. */
export function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
