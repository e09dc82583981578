package io.tidemark.profiles;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Prints the variables (as {@code NAME=value}) and the JVM flags of a role's profile, one on each
 * line, for those who start nodes from a script: {@code JvmFlags ROLE [PROFILE [JAR]]}. An empty
 * profile is the role's first. With the jar, those of its {@link AotCache} as well, if it has one.
 * Ends with 2 if there is no such profile.
 */
public final class JvmFlags {
    private static final int BAD_USAGE = 2;

    private JvmFlags() {}

    public static void main(String... arguments) {
        if (arguments.length < 1 || arguments.length > 3) {
            System.err.println("usage: JvmFlags ROLE [PROFILE [JAR]]");
            System.exit(BAD_USAGE);
        }
        Optional<String> named =
                Optional.of(arguments.length > 1 ? arguments[1] : "")
                        .filter(name -> !name.isEmpty());
        try {
            HardwareProfile profile = HardwareProfile.of(named, arguments[0]);
            profile.environment().forEach(System.out::println);
            profile.jvmFlags().forEach(System.out::println);
            if (arguments.length == 3)
                new AotCache(Path.of(arguments[2]), profile).use().forEach(System.out::println);
        } catch (UnknownProfile e) {
            System.err.println(e.getMessage());
            System.exit(BAD_USAGE);
        }
    }
}
