export default async function globalTeardown() {
  await globalThis.thegitherPostgres.stop();
}
