import { COUNCILS } from './councils.ts';

/** A partnership for employability: one council, or several that work together. */
export interface PartnershipRow {
  readonly code: string;
  readonly name: string;
  readonly kind: 'COUNCIL' | 'REGIONAL';
  readonly councils: readonly string[];
  readonly source: string;
}

/** The day for which the list was checked. */
export const PARTNERSHIPS_AS_OF = '2025-07-10';

const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-');

/** A Local Employability Partnership in each council area, and the partnerships of several. */
export const PARTNERSHIPS: readonly PartnershipRow[] = Object.freeze([
  ...COUNCILS.map(({ code, name }): PartnershipRow => ({
    code: `lep-${slug(name)}`, name: `${name} Local Employability Partnership`, kind: 'COUNCIL', councils: [code],
    source: 'Scottish Government and COSLA: No One Left Behind partnership working framework',
  })),
  {
    code: 'employabilitay', name: 'EmployabiliTAY', kind: 'REGIONAL', councils: ['S12000042', 'S12000041', 'S12000048'],
    source: 'Scottish Government: No One Left Behind, review of employability services (2018)',
  },
]);
