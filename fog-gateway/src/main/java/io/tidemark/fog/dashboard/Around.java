package io.tidemark.fog.dashboard;

/**
 * What a page has around it.
 *
 * @param where the store's label and its organisation
 */
public record Around(String store, String where, boolean laboratory) {}
