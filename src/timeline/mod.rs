//! From events to marks on an axis: scales, breaks, rows, clusters.
