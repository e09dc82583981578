package io.tidemark.fog.broken;

/** Breaks the rule on names. */
public interface IStore {}
