use crate::value::Value;
use core::slice::Iter;
use core::str::Split;
use js_sys::Float64Array;

/// The author's JSON from what `www/tape.js` makes of a JavaScript value: a run of numbers, all texts in one, and the
/// columns of numbers, each copied once. Numbers may be NaN or infinite.
pub(super) fn read(run: &[f64], words: &str, columns: &[Float64Array]) -> Value {
    Tape { run: run.iter(), words: words.split('\0'), columns: columns.iter() }.value()
}

struct Tape<'a> {
    run: Iter<'a, f64>,
    words: Split<'a, char>,
    columns: Iter<'a, Float64Array>,
}

impl Tape<'_> {
    fn number(&mut self) -> f64 {
        self.run.next().copied().unwrap_or(0.0)
    }

    fn text(&mut self) -> String {
        self.words.next().unwrap_or_default().into()
    }

    fn value(&mut self) -> Value {
        match self.number() as u8 {
            1 => Value::Bool(false),
            2 => Value::Bool(true),
            3 => Value::Number(self.number()),
            4 => Value::Text(self.text()),
            5 => {
                let count = self.number() as usize;
                let mut list = Vec::with_capacity(count);
                for _ in 0..count {
                    list.push(self.value());
                }
                Value::List(list)
            }
            6 => {
                let count = self.number() as usize;
                let mut map = Vec::with_capacity(count);
                for _ in 0..count {
                    map.push((self.text(), self.value()));
                }
                Value::Map(map)
            }
            7 => Value::Numbers(self.columns.next().map_or_else(Vec::new, Float64Array::to_vec)),
            8 => Value::Texts(self.text()),
            _ => Value::Null,
        }
    }
}
