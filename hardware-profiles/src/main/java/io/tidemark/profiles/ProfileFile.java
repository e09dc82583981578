package io.tidemark.profiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The profiles there are, in the order in which the file has them. */
record ProfileFile(List<HardwareProfile> profiles) {
    private static final String SHIPPED = "profiles.yaml";
    static final Set<String> SETTINGS =
            Set.of(
                    "role",
                    "machine",
                    "heapMegabytes",
                    "heapStartMegabytes",
                    "metaspaceMegabytes",
                    "codeCacheMegabytes",
                    "directMegabytes",
                    "tableCacheMegabytes",
                    "columnMegabytes",
                    "nativeArenas",
                    "collector",
                    "compiler",
                    "compilerThreads",
                    "compactObjectHeaders",
                    "batchKilobytes",
                    "receiptDays",
                    "telemetrySeconds");

    ProfileFile {
        profiles = List.copyOf(profiles);
    }

    /** Read once, by whoever asks first. */
    static ProfileFile shipped() {
        return Shipped.FILE;
    }

    private static final class Shipped {
        private static final ProfileFile FILE = read();
    }

    private static ProfileFile read() {
        try (InputStream file = ProfileFile.class.getResourceAsStream(SHIPPED)) {
            Objects.requireNonNull(file, SHIPPED + " is missing from the jar");
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    /**
     * @throws IllegalArgumentException naming the profile and the setting that is wrong
     */
    static ProfileFile parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object root = new Yaml(new SafeConstructor(options)).load(yaml);
        if (!(root instanceof Map<?, ?> byName)) throw new IllegalArgumentException("no profiles");
        return new ProfileFile(
                byName.entrySet().stream()
                        .map(one -> profile(one.getKey(), one.getValue()))
                        .toList());
    }

    HardwareProfile named(String name) {
        return profiles.stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new UnknownProfile(
                                "there is no profile '" + name + "'; write one of " + names()));
    }

    HardwareProfile firstFor(String role) {
        return profiles.stream()
                .filter(profile -> profile.role().equals(role))
                .findFirst()
                .orElseThrow(() ->
                        new UnknownProfile(
                                "there is no profile for a '" + role + "'; there are " + names()));
    }

    private String names() {
        return profiles.stream().map(HardwareProfile::name).collect(Collectors.joining(", "));
    }

    private static HardwareProfile profile(Object key, Object value) {
        String name = String.valueOf(key);
        if (!(value instanceof Map<?, ?> settings) || !settings.keySet().equals(SETTINGS))
            throw new IllegalArgumentException(
                    "profile '"
                            + name
                            + "' must have exactly the settings "
                            + new TreeSet<>(SETTINGS));
        try {
            return new HardwareProfile(
                    name,
                    String.valueOf(settings.get("role")),
                    String.valueOf(settings.get("machine")),
                    memory(settings),
                    jvm(settings),
                    number(settings, "batchKilobytes"),
                    number(settings, "receiptDays"),
                    number(settings, "telemetrySeconds"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("profile '" + name + "': " + e.getMessage(), e);
        }
    }

    private static HardwareProfile.Memory memory(Map<?, ?> settings) {
        return new HardwareProfile.Memory(
                number(settings, "heapMegabytes"),
                number(settings, "heapStartMegabytes"),
                number(settings, "metaspaceMegabytes"),
                number(settings, "codeCacheMegabytes"),
                number(settings, "directMegabytes"),
                number(settings, "tableCacheMegabytes"),
                number(settings, "columnMegabytes"),
                number(settings, "nativeArenas"));
    }

    private static HardwareProfile.Jvm jvm(Map<?, ?> settings) {
        if (!(settings.get("compactObjectHeaders") instanceof Boolean compact))
            throw new IllegalArgumentException(
                    "compactObjectHeaders is '"
                            + settings.get("compactObjectHeaders")
                            + "', not true or false");
        return new HardwareProfile.Jvm(
                HardwareProfile.Collector.valueOf(word(settings, "collector")),
                HardwareProfile.Compiler.valueOf(word(settings, "compiler")),
                number(settings, "compilerThreads"),
                compact);
    }

    private static int number(Map<?, ?> settings, String setting) {
        if (settings.get(setting) instanceof Integer number) return number;
        throw new IllegalArgumentException(
                setting + " is '" + settings.get(setting) + "', not a whole number");
    }

    private static String word(Map<?, ?> settings, String setting) {
        return String.valueOf(settings.get(setting)).toUpperCase(Locale.ROOT);
    }
}
