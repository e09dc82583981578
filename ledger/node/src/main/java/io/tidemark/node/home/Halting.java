package io.tidemark.node.home;

/**
 * The end of a process whose promise is broken (a failed force, a damaged store under its feet): at
 * once, without the clean stop, because what is in memory may no longer be what is on disk.
 */
@FunctionalInterface
public interface Halting {
    void halt(Throwable why);
}
