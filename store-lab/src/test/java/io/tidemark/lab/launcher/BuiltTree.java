package io.tidemark.lab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What the build made, seen from another directory, where a test may leave something beside it. */
record BuiltTree(Path root) implements AutoCloseable {
    private static final Path REAL = Path.of("..").toAbsolutePath().normalize();

    private static final List<String> PROGRAMS =
            List.of(
                    "edge-agent",
                    "fog-gateway",
                    "cloud-ingest",
                    "provisioning/authority",
                    "store-lab");

    static BuiltTree in(Path directory) throws IOException {
        Path root = Files.createDirectories(directory.resolve("tree"));
        Files.copy(
                REAL.resolve("tidemark"),
                root.resolve("tidemark"),
                StandardCopyOption.COPY_ATTRIBUTES);
        for (String program : PROGRAMS) {
            Path target = Files.createDirectories(root.resolve(program).resolve("target"));
            try (Stream<Path> made = Files.list(REAL.resolve(program).resolve("target"))) {
                for (Path one : made.filter(BuiltTree::isOfTheProgram).toList())
                    Files.createSymbolicLink(target.resolve(one.getFileName()), one);
            }
        }
        return new BuiltTree(root);
    }

    private static boolean isOfTheProgram(Path made) {
        String name = made.getFileName().toString();
        return name.endsWith(".jar") || name.equals("lib") || name.equals("built");
    }

    /** Takes the links away again: whoever empties the directory need not wonder about them. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) Files.delete(link);
        }
    }

    Path launcher() {
        return root.resolve("tidemark");
    }

    Path jar(String program) {
        return root.resolve(program).resolve("target").resolve(program + ".jar");
    }
}
