export default async function tearDown(): Promise<void> {
  await (globalThis as unknown as { stopCluster(): Promise<void> }).stopCluster();
}
