/** Milliseconds of processor time for some work: other load of the machine affects it little. */
export function processorTime(work: () => void): number {
  const { user, system } = process.cpuUsage();
  work();
  const now = process.cpuUsage();
  return (now.user + now.system - user - system) / 1000;
}
