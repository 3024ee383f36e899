/**
 * Makes something without traces of where each token was made. CDKTF notes one for every attribute of a resource, for
 * the message of an unresolved token; under a TypeScript loader, which maps each line of it, that is a quarter of the time of a
 * large stack. Of what this package makes from a plan they would show this package only. Errors keep their traces, which
 * are written when they are read.
 */
export function withoutTraces<Made>(make: () => Made): Made {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = () => "";
  try {
    return make();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}
