import type { Scene } from './kind.ts';

/** The person shares a category for employability support with this recipient. Answers the grant. */
export async function give({ acts, ledger, gateway }: Scene, person: string, category: string, recipient: object): Promise<string> {
  const { eventId } = await acts(person, 'giveGrant', { purpose: 'EMPLOYABILITY_SUPPORT', categories: [category], recipient }, gateway);
  return (await ledger.rows<{ id: string }>('SELECT id FROM sharing_grant WHERE opened_event = $1', [eventId]))[0]!.id;
}

/** The person takes the grant back. */
export const takeBack = ({ acts, gateway }: Scene, person: string, grant: string) => acts(person, 'withdrawGrant', { grant }, gateway);
