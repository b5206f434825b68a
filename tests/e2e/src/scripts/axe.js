/*
 * Runs axe-core, whose source stands before this. Arguments: the element to check with all in it, or null for the page;
 * and where to hand the violations, or the error's words.
 */
const [within, done] = arguments;
axe
  .run(within ?? document, { rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] })
  .then(({ violations }) => done(violations))
  .catch((error) => done(String(error)));
