import type { Sample } from '../world/sample.ts';

/** Keys of several fields, nested keys, and keys that are reached through another subgraph's. */
export const compoundKeys: Sample = {
  name: 'compound keys',
  sights: ['nested keys', 'keys of several fields', 'several keys of one type', 'hops'],
  entities: {
    Product: (n) => ({ sku: `s${n}`, region: { code: `r${n % 3}` } }),
    Item: (n) => ({ id: `i${n}`, upc: `upc${n}` }),
    Account: (n) => ({ number: 100 + n, branch: n % 2 }),
  },
  subgraphs: {
    shop: `
      type Query { products: [Product] product(n: Int): Product items: [Item!] }
      type Product @key(fields: "sku region { code }") { sku: ID! region: Region! name: String item: Item }
      type Item @key(fields: "id") { id: ID! label: String! }
      type Region @shareable { code: ID! }
    `,
    ledger: `
      type Query { accounts(open: Boolean = true): [Account!]! }
      type Account @key(fields: "number branch") { number: Int! branch: Int! balance: Float owner: Owner }
      type Region @shareable { code: ID! }
      type Owner { name: String accounts: [Account] }
      type Product @key(fields: "sku region { code }") { sku: ID! region: Region! account: Account price: Int }
    `,
    crossing: `
      type Item @key(fields: "id") @key(fields: "upc") { id: ID! upc: String! weight: Float }
      type Account @key(fields: "number branch") { number: Int! branch: Int! notes: [String] }
    `,
    far: `
      type Item @key(fields: "upc") { upc: String! colour: String madeBy: Product holders: [Account] }
      type Product @key(fields: "sku region { code }") { sku: ID! region: Region! items: [[Item]] }
      type Account @key(fields: "number branch") { number: Int! branch: Int! }
      type Region @shareable { code: ID! }
    `,
  },
};
