import { perRequest } from '@thegither/subgraph';
import type { PrismaClient } from '../generated/prisma/client.ts';

const byCode = { orderBy: { code: 'asc' } } as const;

/** What employability works by: stages, barriers, programmes and rules. About nobody, so no decision is asked. A rule is read once a request, however many records are held against it. */
export function listTables(db: PrismaClient) {
  return {
    stages: () => db.stage.findMany({ orderBy: { number: 'asc' } }),
    barrierKinds: () => db.barrierKind.findMany(byCode),
    assessmentDomains: () => db.assessmentDomain.findMany({ orderBy: [{ position: 'asc' }, { code: 'asc' }] }),
    employabilitySkills: () => db.employabilitySkill.findMany(byCode),
    activityKinds: () => db.activityKind.findMany(byCode),
    programmes: async () => {
      const rules = { outcomeRules: byCode, activityRules: byCode, reviewRules: byCode, leavingRules: byCode, followUpWeeks: { orderBy: { weeks: 'asc' } } } as const;
      return (await db.programme.findMany({ include: rules, ...byCode })).map((row) => ({ ...row, successor: row.successorCode }));
    },
    funds: async () => {
      const rows = await db.fund.findMany({ include: { rules: byCode }, ...byCode });
      return rows.map((row) => ({ ...row, rules: row.rules.map((rule) => ({ ...rule, excludes: rule.excludesCode })) }));
    },
    outcomeRules: perRequest(() => db.outcomeRule.findMany(byCode)),
    activityRules: perRequest(() => db.activityRule.findMany(byCode)),
    reviewRules: perRequest(() => db.reviewRule.findMany(byCode)),
    leavingRules: perRequest(() => db.leavingRule.findMany(byCode)),
    fundingRules: perRequest(() => db.fundingRule.findMany({ include: { excludes: true }, ...byCode })),
  };
}
