/* A blog in Eleventy. The widget's files are put beside its pages, as any static file is. */
export default (config) => {
  config.addPassthroughCopy("widget");
  return { dir: { output: "dist" } };
};
