import { useState } from "react";
import { Chart } from "./Chart.jsx";

export function Article({ title, lang, inside, src, rows }) {
  const [count, setCount] = useState(rows.length);
  const [chosen, setChosen] = useState("");
  return (
    <article>
      <h1>{title}</h1>
      <Chart
        lang={lang}
        src={src}
        inside={inside}
        data={count < rows.length ? rows.slice(0, count) : undefined}
        onchartselect={(event) => setChosen(event.detail.label)}
      />
      <button type="button" onClick={() => setCount(count === 5 ? rows.length : 5)}>
        {count === 5 ? "All countries" : "Five countries"}
      </button>
      <output>{chosen}</output>
    </article>
  );
}
