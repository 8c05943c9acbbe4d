//! How different two colours look, to every eye. For tests, and for what the command line says of a brand.

use crate::color::Color;
use crate::geom::within;

/// Full protanopia, deuteranopia, tritanopia, and none: linear RGB matrices of Machado, Oliveira and Fernandes,
/// "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.0.
pub(super) const SIGHT: [[[f64; 3]; 3]; 4] = [
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
];

fn product(matrix: &[[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

/// Oklab (Ottosson, "A perceptual color space for image processing", 2020) of a colour as an eye sees it.
pub(super) fn seen(color: Color, eye: &[[f64; 3]; 3]) -> [f64; 3] {
    let linear = [color.r, color.g, color.b].map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    let cones = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ];
    let lab = [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ];
    product(&lab, product(&cones, product(eye, linear).map(|c| within(c, 0.0, 1.0))).map(f64::cbrt))
}

/// How far apart two colours look to an eye, in Oklab.
pub(super) fn apart(a: Color, b: Color, eye: &[[f64; 3]; 3]) -> f64 {
    seen(a, eye).iter().zip(seen(b, eye)).map(|(p, q)| (p - q).powi(2)).sum::<f64>().sqrt()
}
