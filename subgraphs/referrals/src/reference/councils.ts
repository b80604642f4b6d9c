/** A council area and what it is called besides. */
export interface CouncilRow {
  readonly code: string;
  readonly name: string;
  /** Codes that it had before its boundary changed. */
  readonly superseded?: readonly string[];
  /** Three digits in the HL1 return; only where they were verified. */
  readonly hl1?: string;
  /** Other names; its name, with and without "Council", needs no line. */
  readonly names?: readonly string[];
}

/** Who publishes the codes, and the day for which they were checked. */
export const COUNCILS_SOURCE = { source: 'Scottish Government: Standard Geography Code Register', asOf: '2025-07-10' } as const;

/** Who publishes the three-digit codes. */
export const HL1_SOURCE = 'Scottish Government: HL1 return on homelessness';

/**
 * The 32 council areas of Scotland. A code changes when a boundary does, and returns of earlier years keep the old one.
 * @see https://statistics.gov.scot/data/standard-geography-code-register
 */
export const COUNCILS: readonly CouncilRow[] = Object.freeze([
  { code: 'S12000033', name: 'Aberdeen City', names: ['Aberdeen'] },
  { code: 'S12000034', name: 'Aberdeenshire' },
  { code: 'S12000041', name: 'Angus' },
  { code: 'S12000035', name: 'Argyll and Bute' },
  { code: 'S12000036', name: 'City of Edinburgh', names: ['Edinburgh'] },
  { code: 'S12000005', name: 'Clackmannanshire' },
  { code: 'S12000006', name: 'Dumfries and Galloway' },
  { code: 'S12000042', name: 'Dundee City', hl1: '180', names: ['Dundee'] },
  { code: 'S12000008', name: 'East Ayrshire' },
  { code: 'S12000045', name: 'East Dunbartonshire', superseded: ['S12000009'] },
  { code: 'S12000010', name: 'East Lothian' },
  { code: 'S12000011', name: 'East Renfrewshire' },
  { code: 'S12000014', name: 'Falkirk' },
  { code: 'S12000047', name: 'Fife', superseded: ['S12000015'], hl1: '250' },
  { code: 'S12000049', name: 'Glasgow City', superseded: ['S12000046', 'S12000043'], hl1: '260', names: ['Glasgow'] },
  { code: 'S12000017', name: 'Highland', names: ['Highlands'] },
  { code: 'S12000018', name: 'Inverclyde' },
  { code: 'S12000019', name: 'Midlothian' },
  { code: 'S12000020', name: 'Moray' },
  { code: 'S12000013', name: 'Na h-Eileanan Siar', names: ['Eilean Siar', 'Comhairle nan Eilean Siar', 'Na h-Eileanan an Iar', 'Western Isles'] },
  { code: 'S12000021', name: 'North Ayrshire' },
  { code: 'S12000050', name: 'North Lanarkshire', superseded: ['S12000044'] },
  { code: 'S12000023', name: 'Orkney Islands', names: ['Orkney'] },
  { code: 'S12000048', name: 'Perth and Kinross', superseded: ['S12000024'] },
  { code: 'S12000038', name: 'Renfrewshire' },
  { code: 'S12000026', name: 'Scottish Borders' },
  { code: 'S12000027', name: 'Shetland Islands', names: ['Shetland'] },
  { code: 'S12000028', name: 'South Ayrshire' },
  { code: 'S12000029', name: 'South Lanarkshire' },
  { code: 'S12000030', name: 'Stirling' },
  { code: 'S12000039', name: 'West Dunbartonshire' },
  { code: 'S12000040', name: 'West Lothian' },
]);
