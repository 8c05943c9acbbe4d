/// Size and weight of text; the family is the theme's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Font size in CSS pixels, at least 12.
    pub size: f64,
    /// Font weight as in CSS: 400, 600, 700.
    pub weight: u16,
}

impl TextStyle {
    /// Regular text of a size in CSS pixels.
    pub const fn regular(size: f64) -> Self {
        Self { size, weight: 400 }
    }

    /// Semibold text of a size in CSS pixels.
    pub const fn strong(size: f64) -> Self {
        Self { size, weight: 600 }
    }

    /// From the baseline up to the top of capitals, about: 0.72 of the size in the faces that news pages use.
    pub fn cap_height(&self) -> f64 {
        self.size * 0.72
    }

    /// From the baseline up to the top of the tallest letters and accents, about.
    pub fn ascent(&self) -> f64 {
        self.size * 0.93
    }

    /// From the baseline down to the foot of letters such as g, about.
    pub fn descent(&self) -> f64 {
        self.size * 0.25
    }

    /// From one baseline to the next.
    pub fn line_height(&self) -> f64 {
        (self.size * 1.3).round()
    }
}
