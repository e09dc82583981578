package io.tidemark.node.projection;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads over one connection that sees one state of all tables, and can change none. */
@FunctionalInterface
public interface SqlQuery<T> {
    T over(Connection connection) throws SQLException;
}
