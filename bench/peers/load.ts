/** A package as it is found from this folder. */
export function load(name: string): Promise<unknown> {
  return import(name)
}
