import type { Sample } from '../world/sample.ts';

/** Keys with objects in them, two deep, and with other entities in them. */
export const nestedKeys: Sample = {
  name: 'nested keys',
  leavesOut: true,
  sights: ['nested keys', 'keys of several fields', 'several keys of one type', 'hops'],
  entities: {
    Team: (n) => ({ code: `t${n}` }),
    Room: (n) => ({ number: n, floor: { level: n % 3, house: { street: `s${n % 2}` } } }),
    Desk: (n) => ({ label: `d${n}`, team: { code: `t${n}` } }),
    Phone: (n) => ({ line: n, desk: { label: `d${n}`, team: { code: `t${n}` } } }),
  },
  subgraphs: {
    plan: `
      type Query { rooms: [Room] desk: Desk team(code: ID!): Team }
      type Room @key(fields: "number floor { level house { street } }") { number: Int! floor: Floor! colour: String desks: [Desk!] }
      type Floor @shareable { level: Int! house: House! }
      type House @shareable { street: String! }
      type Desk @key(fields: "label team { code }") { label: ID! team: Team! width: Int room: Room }
      type Team @key(fields: "code") { code: ID! name: String }
    `,
    people: `
      type Query { teams: [Team!] }
      type Team @key(fields: "code") { code: ID! size: Int desks: [Desk] lead: Desk! }
      type Desk @key(fields: "label team { code }") { label: ID! team: Team! taken: Boolean phone: Phone }
      type Phone @key(fields: "line") { line: Int! }
    `,
    lines: `
      type Query { phones: [[Phone]] }
      type Phone @key(fields: "line") @key(fields: "desk { label team { code } }") { line: Int! desk: Desk! model: String calls: [Call] }
      type Call { seconds: Int to: Phone }
      type Desk @key(fields: "label team { code }", resolvable: false) { label: ID! team: Team! }
      type Team @key(fields: "code", resolvable: false) { code: ID! }
    `,
    heat: `
      type Query { coldest: Room }
      type Room @key(fields: "number floor { level house { street } }") { number: Int! floor: Floor! degrees: Float near: [Room!] }
      type Floor @shareable { level: Int! house: House! }
      type House @shareable { street: String! }
      type Phone @key(fields: "desk { label team { code } }") { desk: Desk! warmth: Int! }
      type Desk @key(fields: "label team { code }", resolvable: false) { label: ID! team: Team! }
      type Team @key(fields: "code", resolvable: false) { code: ID! }
    `,
  },
};
