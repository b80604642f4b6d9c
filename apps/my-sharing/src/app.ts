import type { App } from '@thegither/pages';
import { pageWords } from '@thegither/words';
import type { FeedbackPort } from './feedback/feedbackPort.ts';
import { actingPages } from './pages/acting/route.tsx';
import { codePages } from './pages/code/route.tsx';
import { feedbackPage } from './pages/feedback/route.tsx';
import { helpPage } from './pages/help/route.tsx';
import { helpersPage } from './pages/helpers/route.tsx';
import { historyPage } from './pages/history/route.tsx';
import { homePage } from './pages/home/route.tsx';
import { lookedPage } from './pages/looked/route.tsx';
import { myDataPage } from './pages/my-data/route.tsx';
import { previewPage } from './pages/preview/route.tsx';
import { requestsPages } from './pages/requests/route.tsx';
import { rightsPage } from './pages/rights/route.tsx';
import { sharingPage } from './pages/sharing/route.tsx';
import { startPage } from './pages/start/route.tsx';

const { app, sections } = pageWords('en').mySharing;

/** My sharing: what a person sees and does about their own sharing. Every question is about the person who is signed in, so none has a purpose. `feedback`: where feedback goes; none is taken without. */
export const mySharing = (feedback?: FeedbackPort): App => ({
  name: 'my-sharing',
  chrome: {
    app,
    sections: [
      { href: '/', text: sections.home }, { href: '/sharing', text: sections.sharing }, { href: '/requests', text: sections.requests }, { href: '/looked', text: sections.looked }, { href: '/helpers', text: sections.helpers },
    ],
    hideAt: 'https://www.bbc.co.uk/weather',
  },
  open: [startPage, helpPage, rightsPage],
  pages: [homePage, sharingPage, previewPage, historyPage, myDataPage, actingPages, requestsPages, codePages, lookedPage, helpersPage, feedbackPage(feedback)],
});

/** The same where no feedback is taken. */
export const MY_SHARING: App = mySharing();
