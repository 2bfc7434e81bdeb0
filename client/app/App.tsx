import { lazy, Suspense } from 'react';
import { Toasts } from '../panels/toasts/Toasts.tsx';
import { CrashGuard } from './CrashGuard.tsx';
import { Opening } from './notices/Opening.tsx';
import { PageMissing } from './notices/PageMissing.tsx';
import { useRoute } from './router.tsx';
import type { Route } from './routes.ts';

const AboutPage = lazy(() => import('./about/AboutPage.tsx'));
const ClothPage = lazy(() => import('./cloth/ClothPage.tsx'));
const HomePage = lazy(() => import('./home/HomePage.tsx'));
const JoinPage = lazy(() => import('./join/JoinPage.tsx'));

/** The whole app: the page that the address names, within a guard that keeps what was written when one breaks. */
export function App() {
  const route = useRoute();
  return (
    <CrashGuard>
      <Suspense fallback={<Opening />}>
        <Page route={route} />
      </Suspense>
      <Toasts />
    </CrashGuard>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'join':
      return <JoinPage />;
    case 'about':
      return <AboutPage />;
    case 'cloth':
      return <ClothPage key={`${route.id}#${route.key}`} id={route.id} linkKey={route.key} />;
    case 'missing':
      return <PageMissing />;
  }
}
