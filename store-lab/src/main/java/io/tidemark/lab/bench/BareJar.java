package io.tidemark.lab.bench;

import io.tidemark.lab.bench.bare.BareProgram;
import io.tidemark.lab.process.Deployables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bare program in a jar of its own, that runs with a till's libraries and without any of
 * Tidemark's.
 */
final class BareJar {
    /** The lab's own code, and what the build has generated for it. */
    private static final String OF_THE_BARE = "io.tidemark.lab.bench.bare.";

    private static final String BEANS = "META-INF/micronaut/";

    /** And no log: what it would say, a till's is not set up for. */
    private static final List<String> LEFT_OUT =
            List.of("ledger-", "provisioning-", "hardware-profiles-", "logback-");

    private BareJar() {}

    static Path in(Path directory) throws IOException {
        Path jar = directory.resolve("bare.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest());
                JarFile lab = new JarFile(SyncStore.ownCode().toFile())) {
            for (JarEntry entry : entries(lab)) {
                out.putNextEntry(new JarEntry(entry.getName()));
                lab.getInputStream(entry).transferTo(out);
            }
        }
        return jar;
    }

    /** Micronaut finds beans by directories, which must be there as such. */
    private static List<JarEntry> entries(JarFile lab) {
        return lab.stream()
                .filter(entry ->
                        (entry.getName().startsWith(BEANS) && entry.isDirectory())
                                || entry.getName().replace('/', '.').contains(OF_THE_BARE))
                .toList();
    }

    private static Manifest manifest() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, BareProgram.class.getName());
        main.put(Attributes.Name.CLASS_PATH, libraries());
        main.put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
        return manifest;
    }

    private static String libraries() throws IOException {
        Path all = Deployables.besideThis().libraries(Deployables.Kind.TILL);
        try (Stream<Path> libraries = Files.list(all)) {
            return libraries
                    .filter(library ->
                            LEFT_OUT.stream()
                                    .noneMatch(library.getFileName().toString()::startsWith))
                    .sorted()
                    .map(library -> library.toUri().toString())
                    .collect(Collectors.joining(" "));
        }
    }
}
