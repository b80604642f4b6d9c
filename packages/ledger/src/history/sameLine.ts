/** The columns by which disclosures fold into one line. */
export interface LineColumns {
  readonly kind: string;
  readonly worker: string;
  readonly agency: string;
  readonly purpose: string;
  readonly at: string;
}

/** SQL: the calendar day in Scotland on which a moment is. */
const dayOf = (moment: string): string => `(${moment} AT TIME ZONE 'Europe/London')::date`;

/** SQL: are these lists of the same worker for the same purpose on the same day, and so one line of who looked? */
export const sameLine = (one: LineColumns, other: LineColumns): string =>
  `(${one.kind} = 'LIST' AND ${other.kind} = 'LIST' AND ${one.worker} = ${other.worker} AND ${one.agency} IS NOT DISTINCT FROM ${other.agency}
    AND ${one.purpose} IS NOT DISTINCT FROM ${other.purpose} AND ${dayOf(one.at)} = ${dayOf(other.at)})`;
