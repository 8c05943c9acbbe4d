/// Equal bands along a range, one for each category.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// How many bands.
    pub count: usize,
    /// The range that they share out, in CSS pixels.
    pub range: (f64, f64),
    /// The part of each band that its mark fills, 0 to 1; house style: two thirds.
    pub fill: f64,
}

impl Band {
    /// From one band's start to the next, in CSS pixels; 0 where there are none.
    pub fn step(&self) -> f64 {
        if self.count == 0 { 0.0 } else { (self.range.1 - self.range.0) / self.count as f64 }
    }

    /// The middle of a band, in CSS pixels.
    pub fn center(&self, index: usize) -> f64 {
        self.range.0 + self.step() * (index as f64 + 0.5)
    }

    /// How wide a mark is, in CSS pixels.
    pub fn width(&self) -> f64 {
        self.step() * self.fill
    }
}
