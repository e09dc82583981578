package io.tidemark.edge.broken;

import java.sql.Connection;

/** Breaks the rule on where SQL is used. */
public record TillThatDecidesBySql(Connection connection) {}
