import type { Sample } from '../world/sample.ts';

/** Mutations of several subgraphs in one operation: what each answers follows from those before it. */
export const mutations: Sample = {
  name: 'mutations in order',
  sights: ['mutations of several subgraphs in order', 'hops'],
  entities: { Task: (n) => ({ id: `t${n}` }), List: (n) => ({ id: `l${n}` }) },
  subgraphs: {
    tasks: `
      type Query { tasks: [Task] task(id: ID! = "t1"): Task }
      type Mutation { addTask(input: TaskInput!): Task addTasks(titles: [String!]): [Task!] drop(id: ID!): Dropped strict: Task! }
      input TaskInput { title: String = "none" due: Day = { day: 1 } tags: [Tag!] = [RED] }
      input Day { day: Int! month: Int = 12 }
      enum Tag { RED GREEN }
      type Dropped { task: Task left: Int list: List }
      type Task @key(fields: "id") { id: ID! title: String tag: Tag list: List }
      type List @key(fields: "id") { id: ID! }
    `,
    lists: `
      type Query { lists: [List!] }
      type Mutation { addList(name: String, public: Boolean = true): List move(task: ID!, to: ID!): Moved }
      type Moved { task: Task from: List to: List! at: Int }
      type List @key(fields: "id") { id: ID! name: String tasks: [Task] }
      type Task @key(fields: "id") { id: ID! place: Int }
    `,
    clock: `
      type Query { now: Int }
      type Mutation { tick(times: Int! = 1): Int finish(task: ID!): Task }
      type Task @key(fields: "id") { id: ID! hours: Float finished: Boolean }
    `,
  },
};
