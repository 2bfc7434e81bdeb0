import { createStore } from 'zustand/vanilla';
import type { PositionLetter } from '../../../shared/model/schema.ts';

interface FieldsState {
  /** Whether this page looks at the cloth by position. */
  readonly open: boolean;
  /** The field that is pointed out, if any. */
  readonly pointsAt: PositionLetter | null;
}

export const fieldsStore = createStore<FieldsState>(() => ({ open: false, pointsAt: null }));

/** Looks at the cloth by position; `pointsAt` draws the eye to one field. */
export function openFields(pointsAt: PositionLetter | null = null): void {
  fieldsStore.setState({ open: true, pointsAt });
}

/** Back to the cloth. */
export function closeFields(): void {
  fieldsStore.setState({ open: false, pointsAt: null });
}
