import type { App } from '@thegither/pages';
import { workspaceWords } from '@thegither/words';
import { askPages } from './pages/ask/route.tsx';
import { caseloadPage } from './pages/caseload/route.tsx';
import { emergencyPage } from './pages/emergency/route.tsx';
import { helpPage } from './pages/help/route.tsx';
import { householdPage } from './pages/household/route.tsx';
import { personPage } from './pages/person/route.tsx';
import { notePage } from './pages/note/route.tsx';
import { recordPage } from './pages/record/route.tsx';
import { startPage } from './pages/start/route.tsx';
import { timelinePage } from './pages/timeline/route.tsx';
import { todayPages } from './pages/today/route.tsx';
import { supportPages } from './pages/unknown/route.tsx';
import { unknownPage } from './pages/unknown/unknownPage.tsx';

const { app, sections } = workspaceWords.chrome;

/**
 * The key worker's workspace: whom somebody supports, and of each what they agreed to share. Nothing is opened here that
 * the gateway does not open: pages put its answers into words. One meeting is none of the purposes that stay chosen, for
 * the first look would use it up.
 */
export const WORKSPACE: App = {
  name: 'workspace',
  purposes: ['EMPLOYABILITY_SUPPORT', 'IN_WORK_SUPPORT', 'HEALTH_ADJUSTMENTS', 'REFERRAL', 'ELIGIBILITY', 'FAMILY_PLAN', 'TELL_EMPLOYER', 'KEEP_SAFE'],
  chrome: {
    app,
    sections: [{ href: '/', text: sections.today }, { href: '/caseload', text: sections.caseload }],
    hideAt: undefined,
  },
  open: [startPage, helpPage],
  pages: [todayPages, caseloadPage, householdPage, timelinePage, personPage, askPages, supportPages, emergencyPage, notePage, recordPage],
  unknown: unknownPage,
};
