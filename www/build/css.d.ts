// `import css from "./x.css"`: the build hands it over as minified text.
declare module "*.css" {
  const text: string;
  export default text;
}

// `import table from "./x.txt"`: the build hands it over as text.
declare module "*.txt" {
  const text: string;
  export default text;
}
