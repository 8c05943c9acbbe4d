"""How long vl-convert or matplotlib takes for so many SVG or PNG of the column chart.

`python.py vl-convert svg 50` prints the seconds.
"""

import io
import sys
import time

library, form, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
years = [str(1990 + i) for i in range(34)]
heights = [20 + (i * 37) % 60 for i in range(34)]

if library == "vl-convert":
    import vl_convert

    spec = {
        "title": "Made-up figures",
        "width": 580,
        "height": 340,
        "data": {"values": [{"x": x, "y": y} for x, y in zip(years, heights)]},
        "mark": "bar",
        "encoding": {"x": {"field": "x", "type": "ordinal"}, "y": {"field": "y", "type": "quantitative"}},
    }
    convert = vl_convert.vegalite_to_svg if form == "svg" else vl_convert.vegalite_to_png

    def draw():
        convert(spec)

else:
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot

    def draw():
        figure, axes = pyplot.subplots(figsize=(6.4, 4), dpi=100)
        axes.bar(years, heights)
        axes.set_title("Made-up figures")
        axes.set_xticks(years[::5])
        figure.savefig(io.BytesIO(), format=form)
        pyplot.close(figure)


draw()
started = time.perf_counter()
for _ in range(count):
    draw()
print(time.perf_counter() - started)
