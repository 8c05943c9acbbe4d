// `import css from "./x.css"`: the build hands it over as minified text.
declare module "*.css" {
  const text: string;
  export default text;
}
