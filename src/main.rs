//! The command line: `indicator-chart render | check | kinds | schema | snippet`.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    indicator_chart::command::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
