//! Indicator charts beside a news article.
