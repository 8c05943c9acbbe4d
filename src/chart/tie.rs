//! Those that share a rank: side by side, none hides another, and each is told with whom.

use super::order::order;
use super::sketch::Sketch;
use super::track::Track;
use crate::each::each;
use crate::geom::Point;
use crate::locale::Message;

/// Of those that share a place so many are named.
const MOST_NAMED: usize = 8;

/// The tracks that share a place at a stage.
pub(super) struct Tie {
    stage: usize,
    tracks: Vec<usize>,
}

/// Moves the points of tracks that share a height at a stage apart sideways, `apart` CSS pixels from one to the next where
/// a plot so many CSS pixels wide has that room. At the ends they move inward, so that the names keep their place.
pub(super) fn set_apart(points: &mut [Vec<Option<Point>>], apart: f64, width: f64) -> Vec<Tie> {
    let stages = points.first().map_or(0, Vec::len);
    let step = width / stages.saturating_sub(1).max(1) as f64;
    let mut ties = Vec::new();
    for stage in 0..stages {
        let height = |own: &Vec<Option<Point>>| own.get(stage).copied().flatten().map_or(f64::NAN, |point| point.y);
        let heights = each(points, &mut |own| height(own));
        let order = order(&heights);
        let mut rest = order.as_slice();
        while let Some(&first) = rest.first() {
            let own = heights.get(first).copied().unwrap_or(f64::NAN);
            let count = rest.iter().take_while(|at| heights.get(**at) == Some(&own)).count().max(1);
            let (tied, after) = rest.split_at(count);
            rest = after;
            if count < 2 {
                continue;
            }
            let apart = apart.min(step * 0.6 / (count as f64 - 1.0));
            let start = match stage {
                0 => 0.0,
                _ if stage + 1 == stages => 1.0 - count as f64,
                _ => (1.0 - count as f64) / 2.0,
            };
            for (i, at) in tied.iter().enumerate() {
                if let Some(Some(point)) = points.get_mut(*at).and_then(|own| own.get_mut(stage)) {
                    point.x += (start + i as f64) * apart;
                }
            }
            ties.push(Tie { stage, tracks: tied.to_vec() });
        }
    }
    ties
}

/// Tells the data of those that share a place with whom they do; `ids` are those of each track's stages.
pub(super) fn tell(sketch: &mut Sketch, tracks: &[Track], ids: &[Vec<Option<u32>>], ties: &[Tie]) {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    for Tie { stage, tracks: tied } in ties {
        for own in tied {
            let mut names = Vec::new();
            for other in tied.iter().filter(|other| *other != own).take(MOST_NAMED) {
                let series = tracks.get(*other).map_or(0, |track| track.series);
                names.extend(checked.series.get(series).cloned());
            }
            if tied.len() > MOST_NAMED + 1 {
                names.push("…".into());
            }
            let id = ids.get(*own).and_then(|own| own.get(*stage).copied().flatten());
            if let Some(datum) = id.and_then(|id| sketch.data.get_mut(id as usize)) {
                datum.add(locale.say(Message::LevelWith, &[&locale.list(&names)]));
            }
        }
    }
}
