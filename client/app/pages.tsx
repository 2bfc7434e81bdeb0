import { fetched } from '../look/fetched.tsx';
import { Opening } from './notices/Opening.tsx';
import type { Route } from './routes.ts';

/** The pages of the app, each fetched when its address is visited. */
export const PAGES = {
  home: fetched(() => import('./home/HomePage.tsx'), <Opening />),
  join: fetched(() => import('./join/JoinPage.tsx'), <Opening />),
  about: fetched(() => import('./about/AboutPage.tsx'), <Opening />),
  cloth: fetched(() => import('./cloth/ClothPage.tsx'), <Opening />),
};

/** Fetches the page that an address leads to. */
export function bringPage({ page }: Route): Promise<void> {
  return page === 'missing' ? Promise.resolve() : PAGES[page].bring();
}
