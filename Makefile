# indicator-chart: `make demo` shows the page, `make test` proves it.
# Every target installs what it lacks and says so. Node and cargo do the work; see www/build/.

.PHONY: help demo build weight test bench article gallery screenshots locale lint clean

help:
	@echo "make demo         build what changed, serve the page on localhost, print its address"
	@echo "make build        write dist/: what a publisher hosts"
	@echo "make weight       write what a page loads into the README"
	@echo "make size         what the bytes of the wasm are made of"
	@echo "make test         every test, browsers included; ends with 'N passed, N failed'"
	@echo "make guards       takes each guard against a failure out of a copy and demands that its test fails"
	@echo "make lighthouse   what Lighthouse says of the demonstration article on a phone"
	@echo "make bench        half an hour alone: time by rows, charts a second natively, a page of ours beside other libraries; into the README"
	@echo "make lint         formatting and lints only"
	@echo "make gallery      every example at 320, 380, 640 px, light and dark: target/gallery/index.html"
	@echo "make screenshots  the page at 360, 768, 1280 px as PNG: target/screenshots/"
	@echo "make article      redraw the pictures and tables that stand inside the charts of index.html and index.zh.html"
	@echo "make locale       write the table of expectations for numbers and dates from CLDR's data anew"
	@echo "make clean        remove everything that was built"

demo: build
	@node www/build/serve.mjs

build:
	@node www/build/build.mjs

size:
	@node www/build/size.mjs

weight: build
	@node www/build/readme-weight.mjs

test:
	@node tests/run.mjs

guards: build
	@node tests/guards.mjs

lighthouse: build
	npm ci --prefix benches/lighthouse --no-audit --no-fund --ignore-scripts
	@node benches/lighthouse/lighthouse.mjs index.html index.zh.html

bench: build
	@node benches/run.mjs

lint:
	@node tests/run.mjs format lint floors

gallery:
	@node www/build/gallery.mjs

screenshots: build
	@node www/build/screenshots.mjs

article:
	@node www/build/article.mjs

locale:
	npm ci --prefix tests/locale --no-audit --no-fund
	node tests/locale/generate.mjs

clean:
	cargo clean
	rm -rf dist node_modules
