import type { App } from '@thegither/pages';
import { pageWords } from '@thegither/words';
import { helpPage } from './pages/help/route.tsx';
import { helpersPage } from './pages/helpers/route.tsx';
import { homePage } from './pages/home/route.tsx';
import { lookedPage } from './pages/looked/route.tsx';
import { requestsPages } from './pages/requests/route.tsx';
import { sharingPage } from './pages/sharing/route.tsx';
import { startPage } from './pages/start/route.tsx';

const { app, sections } = pageWords('en').mySharing;

/** My sharing: what a person sees and does about their own sharing. Every question is about the person who is signed in, so none has a purpose. */
export const MY_SHARING: App = {
  name: 'my-sharing',
  chrome: {
    app,
    sections: [
      { href: '/', text: sections.home }, { href: '/sharing', text: sections.sharing }, { href: '/requests', text: sections.requests }, { href: '/looked', text: sections.looked }, { href: '/helpers', text: sections.helpers },
    ],
    hideAt: 'https://www.bbc.co.uk/weather',
  },
  open: [startPage, helpPage],
  pages: [homePage, sharingPage, requestsPages, lookedPage, helpersPage],
};
