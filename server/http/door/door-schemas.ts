import { z } from 'zod';

export const doorSchema = z.object({ open: z.boolean().describe('Whether it lets in whom the sign-in knows') });
export const shownDoorSchema = z.object({
  ...doorSchema.shape,
  name: z.string().describe("What people call the school's own sign-in"),
  hours: z.number().describe('How long one is in after signing in'),
});
/** Lenient: a person follows these addresses, and what is wrong with them is said on a page. */
export const signInQuerySchema = z.object({
  to: z.unknown().optional().describe('The path of a sheet that hangs there, to go on to'),
});
export const callbackQuerySchema = z.object({
  state: z.unknown().optional().describe('As it was sent along; the rest of the query is for the sign-in protocol'),
});
