/** Milliseconds of processor time that work takes: what else the machine does decides little about it. */
export function processorTime(work: () => void): number {
  const { user, system } = process.cpuUsage();
  work();
  const now = process.cpuUsage();
  return (now.user + now.system - user - system) / 1000;
}
