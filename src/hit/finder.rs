use super::hit;
use crate::geom::{Point, Rect};
use crate::scene::{Datum, DatumId, Scene};

/// Where the data of a scene are, sorted into slices, so that a pointer that moves over a hundred thousand of them asks a
/// handful. It answers as [`hit`] does, of the scene that it was made of.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    /// Whether the slices stand side by side, else they lie one below the other.
    upright: bool,
    /// Where the first slice begins, and the extent of each, in CSS pixels.
    start: f64,
    extent: f64,
    /// The first place of each slice in `ids`, and the end of the last one.
    starts: Vec<u32>,
    /// The data whose reach has a part in each slice, in their order.
    ids: Vec<DatumId>,
}

/// Up to so many data are looked at one by one.
const FEW: usize = 64;
/// No more slices than this: they are about a pixel each.
const MOST: usize = 1024;

impl Finder {
    /// Sorts the data of a scene.
    pub fn new(scene: &Scene) -> Self {
        let data = &scene.data;
        let Some(first) = data.first().filter(|_| data.len() > FEW) else { return Self::default() };
        let (mut low, mut high) = (Point::new(first.reach.x, first.reach.y), first.anchor);
        let (mut across, mut down) = (0.0, 0.0);
        for Datum { reach, .. } in data {
            low = Point::new(low.x.min(reach.x), low.y.min(reach.y));
            high = Point::new(high.x.max(reach.right()), high.y.max(reach.bottom()));
            (across, down) = (across + reach.width, down + reach.height);
        }
        // Along the axis on which less of the data overlap.
        let (wide, tall) = (high.x - low.x, high.y - low.y);
        let upright = across * tall <= down * wide;
        let (start, whole) = if upright { (low.x, wide) } else { (low.y, tall) };
        let count = data.len().min(MOST);
        let mut finder =
            Self { upright, start, extent: whole / count as f64, starts: vec![0; count + 1], ids: Vec::new() };
        for datum in data {
            let (from, till) = finder.slices(&datum.reach);
            for next in finder.starts.iter_mut().skip(from + 1).take(till + 1 - from) {
                *next += 1;
            }
        }
        let mut sum = 0;
        for next in &mut finder.starts {
            sum += *next;
            *next = sum;
        }
        finder.ids = vec![0; sum as usize];
        let mut free = finder.starts.clone();
        for datum in data {
            let (from, till) = finder.slices(&datum.reach);
            for place in free.iter_mut().skip(from).take(till + 1 - from) {
                if let Some(id) = finder.ids.get_mut(*place as usize) {
                    *id = datum.id;
                }
                *place += 1;
            }
        }
        finder
    }

    /// The datum that answers to a place in CSS pixels; see [`hit`].
    pub fn hit(&self, scene: &Scene, at: Point) -> Option<DatumId> {
        let slice = self.slice(if self.upright { at.x } else { at.y });
        let bounds = self.starts.get(slice).zip(self.starts.get(slice + 1));
        let near = bounds.and_then(|(from, till)| self.ids.get(*from as usize..*till as usize)).unwrap_or_default();
        let held = near.iter().filter_map(|id| scene.data.get(*id as usize)).filter(|datum| datum.reach.holds(at));
        super::nearest(held, |datum| (0.0, datum.anchor.distance(at))).or_else(|| hit(scene, at))
    }

    /// The first and the last slice that a box has a part in.
    fn slices(&self, reach: &Rect) -> (usize, usize) {
        let (from, till) = if self.upright { (reach.x, reach.right()) } else { (reach.y, reach.bottom()) };
        let from = self.slice(from);
        (from, self.slice(till).max(from))
    }

    fn slice(&self, at: f64) -> usize {
        let last = self.starts.len().saturating_sub(2);
        // Where nothing has an extent all is in the first.
        (((at - self.start) / self.extent) as usize).min(last)
    }
}
