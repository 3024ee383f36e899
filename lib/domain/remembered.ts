/**
 * A function of an object that is computed once for each object, and forgotten together with it. For what is
 * asked often of data that never changes: a release of the catalogue, a plan, a resource of it.
 */
export function remembered<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Value;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
