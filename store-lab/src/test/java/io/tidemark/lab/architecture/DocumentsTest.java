package io.tidemark.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README and docs name is there: tests, files, commands, packages. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");

    /** {@code SomeTest.one}, and {@code .another} of the same class behind it. */
    private static final Pattern NAMED_TEST =
            Pattern.compile("(\\w+Test)?\\.(\\p{Lower}\\w*_\\w+)");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./tidemark ([a-z][a-z-]*)");

    @Test
    void every_test_that_is_named_is_there() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();

        for (Path document : documents()) {
            Matcher named = NAMED_TEST.matcher(Files.readString(document));
            String test = "";
            while (named.find()) {
                if (named.group(1) != null) test = named.group(1);
                if (!tests.getOrDefault(test, "").contains("void " + named.group(2) + "("))
                    missing.add(document + ": " + test + "." + named.group(2));
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void every_link_leads_to_a_file() throws IOException {
        List<String> dangling = new ArrayList<>();

        for (Path document : documents())
            LINK.matcher(Files.readString(document))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !Files.exists(document.resolveSibling(link)))
                    .forEach(link -> dangling.add(document + ": " + link));

        assertThat(dangling).isEmpty();
    }

    @Test
    void every_command_of_the_launcher_that_is_named_is_one() throws IOException {
        String launcher = Files.readString(ROOT.resolve("tidemark"));
        List<String> unknown = new ArrayList<>();

        for (Path document : documents())
            COMMAND.matcher(Files.readString(document))
                    .results()
                    .map(command -> command.group(1))
                    .filter(command -> !launcher.contains("\n  " + command))
                    .forEach(command -> unknown.add(document + ": " + command));

        assertThat(unknown).isEmpty();
    }

    @Test
    void the_map_of_those_who_work_on_it_has_every_package_and_no_other() throws IOException {
        List<String> packages = packages();
        List<String> mapped = new ArrayList<>();

        for (String table : Files.readString(ROOT.resolve("docs/HACKING.md")).split("\n\n", -1)) {
            if (!table.startsWith("| `")) continue;
            List<String> rows = table.lines().map(DocumentsTest::firstCell).toList();
            List<String> roots = words(IN_BRACKETS.matcher(rows.getFirst()).replaceAll(""));
            if (!packages.containsAll(roots)) continue;
            mapped.addAll(roots);
            for (String row : rows.subList(1, rows.size()))
                for (String rest : words(row)) mapped.add(roots.getFirst() + "." + rest);
        }

        assertThat(mapped).containsExactlyInAnyOrderElementsOf(packages);
    }

    private static String firstCell(String row) {
        return row.split("\\|", -1)[1];
    }

    private static List<String> words(String cell) {
        return QUOTED.matcher(cell).results().map(word -> word.group(1)).toList();
    }

    /** Without {@code io.tidemark}. */
    private static List<String> packages() throws IOException {
        Pattern place = Pattern.compile(".*/src/main/java/io/tidemark/(.*)/package-info\\.java");
        try (Stream<Path> files =
                Files.find(
                        ROOT, Integer.MAX_VALUE, (path, _) -> path.endsWith("package-info.java"))) {
            List<String> names =
                    files.map(file -> place.matcher(file.toString()))
                            .filter(Matcher::matches)
                            .map(file -> file.group(1).replace('/', '.'))
                            .toList();
            assertThat(names).hasSizeGreaterThan(100);
            return names;
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            docs.filter(path -> path.toString().endsWith(".md")))
                    .toList();
        }
    }

    /** By the name of their class, what stands in their files. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files =
                Files.find(
                        ROOT,
                        Integer.MAX_VALUE,
                        (path, _) -> path.getFileName().toString().endsWith("Test.java"))) {
            files.forEach(file ->
                    tests.merge(
                            file.getFileName().toString().replace(".java", ""),
                            text(file),
                            String::concat));
        }
        return tests;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
