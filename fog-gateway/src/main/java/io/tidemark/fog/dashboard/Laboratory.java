package io.tidemark.fog.dashboard;

/** Whether nothing here was really sold, which every page says. */
public record Laboratory(boolean is) {}
