package io.tidemark.lab.demo;

/**
 * Harm that was done, and what shows that it bit.
 *
 * @param fault what was done to whom
 * @param evidence what was read off the nodes while it lasted
 */
record Fault(String fault, String evidence) {}
