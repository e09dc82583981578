package io.tidemark.node.projection;

/** An exception in a few words; H2 puts whole statements into its messages. */
final class Reason {
    private static final int LENGTH_MAX = 300;

    private Reason() {}

    static String of(Throwable thrown) {
        String message = thrown.getMessage();
        String said =
                message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
        String line = said.lines().findFirst().orElse("");
        return line.length() <= LENGTH_MAX ? line : line.substring(0, LENGTH_MAX) + "…";
    }
}
