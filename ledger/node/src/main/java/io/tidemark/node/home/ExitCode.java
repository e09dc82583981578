package io.tidemark.node.home;

/**
 * How a node's process ends, for scripts and supervisors. The numbers are part of the command line.
 */
public enum ExitCode {
    OK(0),
    /**
     * {@code verify} found something wrong, {@code restore} left something out, or a node refused
     * what a command asked of it.
     */
    FOUND_WRONG(1),
    BAD_USAGE(2),
    /** The node refuses to run on damaged data. */
    DAMAGED(3),
    /** Another process holds the directory. */
    HOME_IN_USE(4),
    PORT_IN_USE(5),
    WRONG_PASSPHRASE(6),
    /** A force failed: what was not answered may or may not be on disk. */
    BROKEN_PROMISE(7),
    /** A bug (EX_SOFTWARE of sysexits.h). */
    UNEXPECTED(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
