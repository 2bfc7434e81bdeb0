import { sheetOf } from '../../shared/model/sheets.ts';
import { Toasts } from '../panels/toasts/Toasts.tsx';
import { CrashGuard } from './CrashGuard.tsx';
import { PageMissing } from './notices/PageMissing.tsx';
import { PAGES } from './pages.tsx';
import { useRoute } from './router.tsx';
import type { Route } from './routes.ts';

/** The whole app: the page that the address names, within a guard that keeps what was written when one breaks. */
export function App() {
  const route = useRoute();
  return (
    <CrashGuard>
      <Page route={route} />
      <Toasts />
    </CrashGuard>
  );
}

function Page({ route }: { readonly route: Route }) {
  const { home, join, about, cloth, commons } = PAGES;
  switch (route.page) {
    case 'home':
      return <home.Part />;
    case 'join':
      return <join.Part />;
    case 'about':
      return <about.Part />;
    case 'cloth':
      return (
        <cloth.Part
          key={`${route.id}#${route.key}`}
          sheet={sheetOf(route)}
          id={route.id}
          linkKey={route.key}
          via={route.via}
        />
      );
    case 'commons':
      return <commons.Part key={`${route.id}#${route.key}`} id={route.id} linkKey={route.key} />;
    case 'missing':
      return <PageMissing />;
  }
}
