package io.tidemark.edge.till;

import java.time.DateTimeException;
import java.util.function.Supplier;

/**
 * What is wrong with one field of a request, told with its place there, such as {@code
 * lines[0].quantity}: a basket may have thousands of lines.
 */
final class AtField extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String why;

    private AtField(String path, String why, Throwable cause) {
        super(path + ": " + why, cause);
        this.path = path;
        this.why = why;
    }

    /**
     * @param field its name, or a place in a list, of what is around it
     */
    static <T> T read(String field, Supplier<T> made) {
        try {
            return made.get();
        } catch (AtField within) {
            throw new AtField(field + "." + within.path, within.why, within);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new AtField(field, why(e), e);
        }
    }

    /** What the JDK says of arithmetic is for nobody at a till. */
    static String why(RuntimeException e) {
        return e instanceof ArithmeticException
                ? "an amount is beyond what can be recorded (63 bits of minor units)"
                : String.valueOf(e.getMessage());
    }
}
