//! The advance widths of the shipped fonts as a table, by which pictures are measured in Node (`www/server/ruler.js`), where
//! there is neither a canvas nor a shaper. `UPDATE=1 cargo test --test widths` writes it anew after the fonts have changed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use indicator_chart::text::Font;
use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Face, UnicodeBuffer};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Asks for the joined form of the letter beside it.
const JOINER: char = '\u{200D}';

/// The forms of an Arabic letter: whether it is joined to the one before it, and to the one after it.
const FORMS: [(bool, bool); 4] = [(false, false), (false, true), (true, true), (true, false)];

/// FNV-1a: tells whether the table is of these fonts.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

/// The advance of each letter of a text: cluster (its byte's index) → units.
fn advances(face: &Face, text: &str) -> BTreeMap<u32, i32> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let shaped = rustybuzz::shape(face, &[], buffer);
    let mut found = BTreeMap::new();
    for (info, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
        *found.entry(info.cluster).or_insert(0) += place.x_advance;
    }
    found
}

fn width(face: &Face, text: &str) -> i32 {
    advances(face, text).values().sum()
}

/// The letters that a face has.
fn letters(face: &Face) -> Vec<char> {
    let mut found = Vec::new();
    for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables).filter(|table| table.is_unicode()) {
        table.codepoints(|code| found.extend(char::from_u32(code)));
    }
    found.sort_unstable();
    found.dedup();
    found.retain(|letter| face.glyph_index(*letter).is_some());
    found
}

/// Letter and form as one symbol, as it is written in a text.
type Symbol = (char, usize);

fn written(symbols: &[Symbol]) -> String {
    let mut text = String::new();
    let last = symbols.len() - 1;
    for (at, (letter, form)) in symbols.iter().enumerate() {
        if at == 0 && FORMS[*form].0 {
            text.push(JOINER);
        }
        text.push(*letter);
        if at == last && FORMS[*form].1 {
            text.push(JOINER);
        }
    }
    text
}

/// The forms that a letter has in a face: joined ones where a joiner beside it changes its glyph.
fn forms(face: &Face, letter: char) -> Vec<usize> {
    let glyphs = |text: &str| {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = rustybuzz::shape(face, &[], buffer);
        let wide = |(info, place): (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition)| {
            (place.x_advance != 0).then_some(info.glyph_id)
        };
        shaped.glyph_infos().iter().zip(shaped.glyph_positions()).filter_map(wide).collect::<Vec<_>>()
    };
    let alone = glyphs(&letter.to_string());
    let joins = |form: usize| glyphs(&written(&[(letter, form)])) != alone;
    let [after, before] = [joins(1), joins(3)];
    let fits = |form: &usize| (!FORMS[*form].0 || before) && (!FORMS[*form].1 || after);
    (0..FORMS.len()).filter(fits).collect()
}

/// By how many units two symbols stand closer than their widths say.
type Pairs = BTreeMap<Symbol, BTreeMap<Symbol, i32>>;

/// Pairs of plain letters: each with all others in one long text, for speed.
fn plain_pairs(face: &Face, letters: &[char]) -> Pairs {
    let alone: BTreeMap<char, i32> = letters.iter().map(|letter| (*letter, width(face, &letter.to_string()))).collect();
    let mut pairs = Pairs::new();
    for first in letters {
        let mut text = String::new();
        let mut places = Vec::new();
        for second in letters {
            places.push((text.len() as u32, *second));
            text.push(*first);
            text.push(*second);
        }
        let found = advances(face, &text);
        for (place, second) in places {
            let end = place + (first.len_utf8() + second.len_utf8()) as u32;
            let second_at = place + first.len_utf8() as u32;
            // What the second letter gives to the next first one belongs to that pair.
            let sum = match found.contains_key(&second_at) {
                true => found.range(place..second_at).map(|(_, units)| units).sum::<i32>() - alone[first],
                false => found.range(place..end).map(|(_, units)| units).sum::<i32>() - alone[first] - alone[&second],
            };
            if sum != 0 {
                pairs.entry((*first, 0)).or_default().insert((second, 0), sum);
            }
        }
    }
    pairs
}

/// Pairs of letters that join: each in each form that suits the other.
fn joined_pairs(face: &Face, symbols: &[Symbol]) -> Pairs {
    let alone = |symbol: Symbol| width(face, &written(&[symbol]));
    let widths: BTreeMap<Symbol, i32> = symbols.iter().map(|symbol| (*symbol, alone(*symbol))).collect();
    let mut pairs = Pairs::new();
    for first in symbols {
        for second in symbols.iter().filter(|second| FORMS[second.1].0 == FORMS[first.1].1) {
            let closer = width(face, &written(&[*first, *second])) - widths[first] - widths[second];
            if closer != 0 {
                pairs.entry(*first).or_default().insert(*second, closer);
            }
        }
    }
    pairs
}

/// `a+3` stands for a and the two after it: code points in hexadecimal.
fn spans(out: &mut String, symbols: &[Symbol]) {
    let mut at = 0;
    while at < symbols.len() {
        let (letter, form) = symbols[at];
        let mut count = 1;
        while symbols.get(at + count) == Some(&(char::from_u32(letter as u32 + count as u32).unwrap_or('\0'), form)) {
            count += 1;
        }
        let _ = write!(out, "{}{:x}", if at == 0 { "" } else { " " }, letter as u32);
        if form > 0 {
            let _ = write!(out, ".{form}");
        }
        if count > 1 {
            let _ = write!(out, "+{count}");
        }
        at += count;
    }
}

/// One face: its head, a line for each width with its symbols, and a line for each group of first letters that stand
/// the same way before all others: the group, then how far before which group of second ones.
fn describe(out: &mut String, face: &Face, weight: u16) {
    let letters = letters(face);
    let joins = face.raw_face().table(Tag::from_bytes(b"GSUB")).is_some() && letters.contains(&'\u{628}');
    let symbols: Vec<Symbol> = letters
        .iter()
        .flat_map(|letter| {
            let forms = if joins { forms(face, *letter) } else { vec![0] };
            forms.into_iter().map(|form| (*letter, form))
        })
        .collect();
    let _ = writeln!(out, "face {weight} {}", face.units_per_em());
    let mut widths: BTreeMap<i32, Vec<Symbol>> = BTreeMap::new();
    for symbol in &symbols {
        widths.entry(width(face, &written(&[*symbol]))).or_default().push(*symbol);
    }
    for (units, mut symbols) in widths {
        symbols.sort_unstable_by_key(|(letter, form)| (*form, *letter));
        let _ = write!(out, "{units} ");
        spans(out, &symbols);
        out.push('\n');
    }
    let pairs = if joins { joined_pairs(face, &symbols) } else { plain_pairs(face, &letters) };
    let mut firsts: BTreeMap<&BTreeMap<Symbol, i32>, Vec<Symbol>> = BTreeMap::new();
    for (first, row) in &pairs {
        firsts.entry(row).or_default().push(*first);
    }
    for (row, symbols) in firsts {
        out.push_str("pairs ");
        spans(out, &symbols);
        let mut seconds: BTreeMap<i32, Vec<Symbol>> = BTreeMap::new();
        for (second, units) in row {
            seconds.entry(*units).or_default().push(*second);
        }
        for (units, symbols) in seconds {
            let _ = write!(out, ";{units} ");
            spans(out, &symbols);
        }
        out.push('\n');
    }
}

#[test]
fn the_table_of_widths_is_of_these_fonts() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/server/widths.txt");
    let fonts: Vec<u8> = Font::shipped().flat_map(|font| font.bytes).copied().collect();
    let head = format!("fonts {:016x}", hash(&fonts));
    if std::env::var_os("UPDATE").is_some() {
        let mut table = format!("{head}\n");
        for font in Font::shipped() {
            describe(&mut table, &Face::from_slice(font.bytes, 0).unwrap(), font.weight);
        }
        fs::write(&path, table).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(known.lines().next(), Some(head.as_str()), "UPDATE=1 cargo test --test widths");
    // A few by hand, so that a table of nonsense does not pass.
    for line in ["face 400 2048", "face 700 1000"] {
        assert!(known.lines().any(|known| known == line), "{line}");
    }
    assert!(known.contains("\npairs "), "kerning");
}
