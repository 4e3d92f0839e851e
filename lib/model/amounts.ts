/** CPU in cores or thousandths of a core: `'2'`, `'250m'`. */
export type Cpu = `${number}` | `${number}m`;

/** Memory in binary units: `'256Mi'`, `'2Gi'`. `'4GB'` does not compile. */
export type Memory = `${number}Mi` | `${number}Gi`;

/** Disk space in binary units. */
export type Storage = `${number}Mi` | `${number}Gi`;

/** A time as Prometheus and Alertmanager write it: `'15s'`, `'7d'`. */
export type Duration = `${number}s` | `${number}m` | `${number}h` | `${number}d`;

/** An address range: `'10.0.0.0/8'`. */
export type Cidr = `${number}.${number}.${number}.${number}/${number}`;

/** Thousandths of a core in an amount of CPU. */
export function millicores(cpu: Cpu): number {
  return cpu.endsWith('m') ? Number(cpu.slice(0, -1)) : Number(cpu) * 1000;
}

/** Mebibytes in an amount of memory or storage. */
export function mebibytes(amount: Memory | Storage): number {
  return Number(amount.slice(0, -2)) * (amount.endsWith('Gi') ? 1024 : 1);
}

/** The shortest way to write thousandths of a core, which is the one the API server writes too. */
export function cpuText(millis: number): Cpu {
  return millis % 1000 === 0 ? `${millis / 1000}` : `${millis}m`;
}

/** The shortest way to write mebibytes. */
export function memoryText(mebi: number): Memory {
  return mebi % 1024 === 0 ? `${mebi / 1024}Gi` : `${mebi}Mi`;
}
