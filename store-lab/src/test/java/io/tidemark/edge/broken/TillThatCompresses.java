package io.tidemark.edge.broken;

import com.github.luben.zstd.ZstdException;

/** Breaks the rule on where zstd is used. */
public record TillThatCompresses(ZstdException failure) {}
