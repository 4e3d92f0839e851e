/** What Kubernetes takes for the key of an entry, which becomes a file. */
export const entryKey = /^(?!\.{1,2}$)[-._a-zA-Z0-9]{1,253}$/;

/** What it takes for the name of a variable. */
export const variableName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
