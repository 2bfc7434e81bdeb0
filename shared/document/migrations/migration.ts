import type { ClothSnapshot } from '../../model/snapshot.ts';
import type { ClothDoc } from '../cloth-doc.ts';

/**
 * The way from one version of the document to the next. Once released it is never changed.
 *
 * Two nodes may take it at the same time, and a third may get both results: so it only sets keys of existing maps to
 * plain values, works them out from the document alone, and does nothing to what is as it should be. It makes no nested
 * type (of two that make the same one, one would lose its words) and takes nothing away.
 */
export interface Migration {
  readonly from: number;
  /** The cloth as a program of version `from` showed it. Never throws. */
  read(cloth: ClothDoc): ClothSnapshot;
  /** Lays the cloth as version `from + 1` has it; called within a transaction. */
  apply(cloth: ClothDoc): void;
}
