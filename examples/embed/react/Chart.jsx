// React leaves alone what it did not write: the first rung stands inside as HTML from the server.
export function Chart({ inside, ...rest }) {
  return <indicator-chart {...rest} dangerouslySetInnerHTML={{ __html: inside }} />;
}
