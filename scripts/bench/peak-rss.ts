import { readFileSync } from 'node:fs';

/**
 * Most resident memory that this process had, in MB. Linux keeps it per process (VmHWM); `maxRSS` of a process that was
 * started by a larger one begins with the size of that one. Elsewhere the system's own figure has to do.
 */
export function peakRssMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const [, kB] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kB) / 1024;
}
