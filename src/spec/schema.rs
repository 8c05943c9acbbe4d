//! The JSON Schema of a spec (draft 2020-12), written from the table of keys.

use super::key::{KEYS, Key, Shape};
use super::{Brand, Display, FORMS, Qualifier, Scaling};
use serde_json::{Map, Value, json};

/// The JSON Schema, as text.
pub fn schema() -> String {
    let mut properties = Map::new();
    // Editors look for it, and every spec may name its schema.
    properties.insert("$schema".into(), json!({"type": "string", "description": "The address of this schema."}));
    for key in KEYS {
        properties.insert(key.name.into(), property(key));
    }
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Indicator chart",
        "description": "One chart beside a news article. Words may be text, or one text for each language.",
        "type": "object",
        "required": ["kind", "data"],
        "additionalProperties": false,
        "properties": properties,
        "$defs": {
            "words": {
                "description": "Text, or one text for each language: {\"en\": \"…\", \"zh-Hans\": \"…\"}.",
                "anyOf": [
                    {"type": "string"},
                    {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}}
                ]
            },
            "column": {
                "description": "The name of a column, perhaps in several languages: the data may have any of them.",
                "anyOf": [{"type": "number"}, {"$ref": "#/$defs/words"}]
            },
            "cell": {"anyOf": [{"type": ["string", "number", "boolean", "null"]}, {"$ref": "#/$defs/words"}]},
            "qualifier": {"enum": Qualifier::ALL.iter().map(|(word, _)| *word).collect::<Vec<_>>()}
        }
    });
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text + "\n"
}

fn property(key: &Key) -> Value {
    let mut property = shape(&key.shape);
    if let Value::Object(property) = &mut property {
        property.insert("description".into(), key.doc.into());
        let example = serde_json::from_str(key.example).unwrap_or(Value::Null);
        property.insert("examples".into(), json!([example]));
    }
    property
}

fn shape(shape: &Shape) -> Value {
    let words = json!({"$ref": "#/$defs/words"});
    let column = json!({"$ref": "#/$defs/column"});
    match shape {
        Shape::Words(_) => words,
        Shape::List(_) => {
            json!({"anyOf": [words, {"type": "number"}, {"type": "array", "items": {"anyOf": [words, {"type": "number"}]}}]})
        }
        Shape::Name(_) => column,
        Shape::Shown => {
            let names = json!({"anyOf": [column, {"type": "array", "items": column, "minItems": 1}]});
            let one = json!({
                "type": "object",
                "required": ["column"],
                "properties": {
                    "column": names,
                    "as": {"enum": Display::ALL.map(|(word, _)| word)},
                    "name": words
                },
                "additionalProperties": false
            });
            // First the object: a column's name in several languages would take it too.
            let each = json!({"anyOf": [one, column]});
            json!({"anyOf": [one, column, {"type": "array", "items": each, "minItems": 1}]})
        }
        Shape::Names(_) => json!({"anyOf": [column, {"type": "array", "items": column, "minItems": 1}]}),
        Shape::Flag(_) => json!({"type": "boolean"}),
        Shape::Number(_, low, high) if *low > f64::MIN => json!({"type": "number", "minimum": low, "maximum": high}),
        Shape::Number(..) => json!({"type": "number"}),
        Shape::Choice(words, _) => json!({"enum": words}),
        Shape::Kind => json!({"enum": FORMS.iter().map(|form| form.name).collect::<Vec<_>>()}),
        Shape::Source => json!({"anyOf": [words, {
            "type": "object",
            "required": ["name"],
            "properties": {"name": words, "url": {"type": "string", "pattern": "^https?:"}},
            "additionalProperties": false
        }]}),
        Shape::Target => json!({"anyOf": [{"type": "number"}, {
            "type": "object",
            "anyOf": [{"required": ["value"]}, {"required": ["column"]}],
            "properties": {
                "value": {"type": "number"},
                "upper": {"type": "number"},
                "column": column,
                "period": {"type": ["string", "number"]},
                "label": words
            },
            "additionalProperties": false
        }]}),
        Shape::Annotations(_) => {
            let place = json!({"type": ["string", "number"]});
            let places = json!({"anyOf": [place, {"type": "array", "items": place, "minItems": 2, "maxItems": 2}]});
            let one = json!({
                "type": "object",
                "required": ["text"],
                "minProperties": 2,
                "properties": {
                    "text": words, "x": places, "y": places, "at": place, "from": place, "to": place
                },
                "additionalProperties": false
            });
            json!({"anyOf": [one, {"type": "array", "items": one}]})
        }
        Shape::Domain => {
            json!({"type": "array", "items": {"type": ["number", "null"]}, "minItems": 2, "maxItems": 2})
        }
        Shape::Brand => brand(),
        Shape::Scale => {
            let word = json!({"enum": Scaling::ALL.iter().map(|(word, _)| *word).collect::<Vec<_>>()});
            json!({"anyOf": [word, {"type": "array", "items": word, "minItems": 2, "maxItems": 2}]})
        }
        Shape::Data => json!({"anyOf": [
            {"type": "array", "items": {"type": "object", "additionalProperties": {"$ref": "#/$defs/cell"}}},
            {"type": "string", "description": "\"table\", or the address of a CSV or JSON file."},
            object("columns", json!({"type": "object", "additionalProperties": {"anyOf": [
                {"$ref": "#/$defs/cell"},
                {"type": "array", "items": {"$ref": "#/$defs/cell"}}
            ]}})),
            object("csv", json!({"type": "string"})),
            object("url", json!({"type": "string"}))
        ]}),
    }
}

/// What a brand may say.
fn brand() -> Value {
    let color = json!({"type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"});
    let mut colors: Map<String, Value> = Brand::HUES.iter().map(|name| ((*name).into(), color.clone())).collect();
    colors.insert("series".into(), json!({"type": "array", "items": color, "maxItems": 7}));
    let tone = json!({"type": "object", "properties": colors, "additionalProperties": false});
    let number = |low: f64, high: f64| json!({"type": "number", "minimum": low, "maximum": high});
    let sizes: Map<String, Value> =
        Brand::SIZES.iter().map(|(name, low, high)| ((*name).into(), number(*low, *high))).collect();
    json!({
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "font": {"type": "string"},
            "sizes": {"type": "object", "properties": sizes, "additionalProperties": false},
            "weight": number(0.0, 900.0),
            "gap": number(0.0, 60.0),
            "margin": number(0.0, 100.0),
            "light": tone,
            "dark": tone
        },
        "additionalProperties": false
    })
}

/// An object of one key.
fn object(key: &str, value: Value) -> Value {
    json!({"type": "object", "required": [key], "properties": {key: value}, "additionalProperties": false})
}
