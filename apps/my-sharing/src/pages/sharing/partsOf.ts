import type { AgreementFragment } from '../../generated/operations.ts';

type Recipient = AgreementFragment['recipient'];

/** A recipient in one word, as a form sends it: what kind it is, and its id. */
export const recipientKey = ({ agency, team, worker }: Recipient): string => (agency ? `agency:${agency}` : team ? `team:${team}` : `worker:${worker ?? ''}`);

/** A recipient as a form sent it; undefined for anything else. */
export function recipientNamed(key: string): { readonly agency: string } | { readonly team: string } | { readonly worker: string } | undefined {
  const [, kind, id] = /^(agency|team|worker):(.+)$/.exec(key) ?? [];
  if (id === undefined) return undefined;
  return kind === 'agency' ? { agency: id } : kind === 'team' ? { team: id } : { worker: id };
}

/** Is a recipient this one, or part of it? An agency's teams and workers are: what is stopped with it is stopped with them. */
export const isPartOf = (part: Recipient, whole: Recipient): boolean =>
  recipientKey(part) === recipientKey(whole) || (Boolean(whole.agency) && Boolean(whole.name) && part.within === whole.name);
