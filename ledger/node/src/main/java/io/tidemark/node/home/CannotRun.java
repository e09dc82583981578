package io.tidemark.node.home;

/** Why a node does not start: its message goes to a person and says what to do. */
public final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public CannotRun(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public CannotRun(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
