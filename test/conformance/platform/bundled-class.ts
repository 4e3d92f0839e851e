/** Storage class that k3s brings along, and makes the default. https://docs.k3s.io/add-ons/storage */
export const bundledClass = 'local-path';
