import type { Dashboard, Panel } from '../model/panel.ts';

const gpu = '{{Hostname}} {{gpu}} {{modelName}}';
const ofGpu = 'by (Hostname, gpu, modelName)';

/** What GPUs do, and who waits for one. */
export const gpuDashboard: Dashboard = {
  uid: 'gpus',
  title: 'GPUs',
  rows: [
    [
      panel('Use', 'percentunit', `max ${ofGpu} (DCGM_FI_DEV_GPU_UTIL) / 100`),
      panel(
        'Memory of what there is',
        'percentunit',
        `max ${ofGpu} (DCGM_FI_DEV_FB_USED) / (max ${ofGpu} (DCGM_FI_DEV_FB_USED) + max ${ofGpu} (DCGM_FI_DEV_FB_FREE))`,
      ),
    ],
    [
      panel('Moving of memory', 'percentunit', `max ${ofGpu} (DCGM_FI_DEV_MEM_COPY_UTIL) / 100`),
      panel('Temperature, °C', 'short', `max ${ofGpu} (DCGM_FI_DEV_GPU_TEMP)`),
      panel('Power, W', 'short', `max ${ofGpu} (DCGM_FI_DEV_POWER_USAGE)`),
    ],
    [
      {
        title: 'Asked for, by node',
        unit: 'short',
        queries: [
          {
            expr: 'sum by (node) (kube_pod_container_resource_requests{resource=~"nvidia_com_.*"})',
            legend: '{{node}}',
          },
        ],
      },
    ],
  ],
};

function panel(title: string, unit: Panel['unit'], expr: string): Panel {
  return { title, unit, queries: [{ expr, legend: gpu }] };
}
