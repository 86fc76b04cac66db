//! What every page's HTML keeps to.
