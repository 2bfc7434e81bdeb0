import { allTexts, withTexts } from '../i18n/language.ts';
import { fetched } from '../look/fetched.tsx';
import { stepTexts } from '../steps/step-book.ts';
import { Opening } from './notices/Opening.tsx';
import type { Route } from './routes.ts';

/** The pages of the app, each fetched when its address is visited. */
export const PAGES = {
  home: fetched(
    withTexts([allTexts], () => import('./home/HomePage.tsx')),
    <Opening />,
  ),
  join: fetched(
    withTexts([allTexts], () => import('./join/JoinPage.tsx')),
    <Opening />,
  ),
  about: fetched(
    withTexts([allTexts], () => import('./about/AboutPage.tsx')),
    <Opening />,
  ),
  commons: fetched(
    withTexts([allTexts], () => import('./commons/CommonsPage.tsx')),
    <Opening />,
  ),
  cloth: fetched(
    withTexts([stepTexts], () => import('./cloth/ClothPage.tsx')),
    <Opening />,
  ),
};

/** Fetches the page that an address leads to. */
export function bringPage({ page }: Route): Promise<void> {
  return page === 'missing' ? Promise.resolve() : PAGES[page].bring();
}
