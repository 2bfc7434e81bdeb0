import { useStore } from 'zustand';
import { device } from './services.ts';

/** Whether a cloth is somebody's own, made from a joint one. */
export function useIsIndividual(id: string): boolean {
  return useStore(device.cloths.store, (cloths) =>
    cloths.some((cloth) => cloth.id === id && cloth.parent !== undefined),
  );
}
