package io.tidemark.profiles;

import java.util.Optional;

/**
 * Prints the JVM flags of a role's profile, one on each line, for those who start nodes from a
 * script: {@code JvmFlags ROLE [PROFILE]}. Ends with 2 if there is no such profile.
 */
public final class JvmFlags {
    private static final int BAD_USAGE = 2;

    private JvmFlags() {}

    public static void main(String... arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: JvmFlags ROLE [PROFILE]");
            System.exit(BAD_USAGE);
        }
        Optional<String> named =
                arguments.length == 2 ? Optional.of(arguments[1]) : Optional.empty();
        try {
            HardwareProfile.of(named, arguments[0]).jvmFlags().forEach(System.out::println);
        } catch (UnknownProfile e) {
            System.err.println(e.getMessage());
            System.exit(BAD_USAGE);
        }
    }
}
