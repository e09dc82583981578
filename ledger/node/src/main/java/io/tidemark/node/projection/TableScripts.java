package io.tidemark.node.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.tools.RunScript;

/**
 * The tables' definitions: {@code V0__….sql}, {@code V1__….sql} and so on, each run once, in an
 * empty database. One that was made by others is not altered but built anew, so all that is kept of
 * them is a hash.
 */
final class TableScripts {
    private static final String CLASS_PATH = "classpath:";
    private static final String OURS = CLASS_PATH + "io/tidemark/node/projection";
    private static final Pattern NAME = Pattern.compile("V(\\d{1,6})__\\w+\\.sql");

    private final List<Script> scripts;

    private record Script(int version, String text) {}

    private TableScripts(List<Script> scripts) {
        this.scripts = scripts;
    }

    static TableScripts of(ProjectionSchema schema) throws IOException {
        ClassLoader loader = schema.getClass().getClassLoader();
        List<Script> scripts = new ArrayList<>(in(OURS, loader));
        scripts.addAll(in(schema.migrations(), loader));
        scripts.sort(Comparator.comparingInt(Script::version));
        for (int version = 0; version < scripts.size(); version++)
            if (scripts.get(version).version() != version)
                throw new IllegalStateException(
                        "the scripts of "
                                + schema.name()
                                + " are not numbered V0, V1 and so on, each once");
        return new TableScripts(scripts);
    }

    /** Which they are, all of them. */
    Hash hash() {
        return Hash.digest(
                scripts.stream()
                        .map(Script::text)
                        .collect(Collectors.joining("\n\u0000"))
                        .getBytes(UTF_8));
    }

    void run(Connection writer) throws SQLException {
        for (Script script : scripts) RunScript.execute(writer, new StringReader(script.text()));
    }

    private static List<Script> in(String location, ClassLoader loader) throws IOException {
        if (!location.startsWith(CLASS_PATH))
            throw new IllegalArgumentException(location + " is not on the class path");
        String directory = location.substring(CLASS_PATH.length()) + "/";
        // The same directory may be on the class path twice, as classes and in their jar.
        Set<String> names = new TreeSet<>();
        for (URL place : Collections.list(loader.getResources(directory)))
            names.addAll(names(place, directory));
        List<Script> found = new ArrayList<>();
        for (String name : names) {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches())
                found.add(
                        new Script(
                                Integer.parseInt(matcher.group(1)),
                                text(directory + name, loader)));
        }
        if (found.isEmpty()) throw new IllegalStateException("there are no scripts in " + location);
        return found;
    }

    private static List<String> names(URL place, String directory) throws IOException {
        if (place.openConnection() instanceof JarURLConnection connection) {
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                return jar.stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.startsWith(directory))
                        .map(name -> name.substring(directory.length()))
                        .toList();
            }
        }
        try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (URISyntaxException e) {
            throw new IOException("the class path has no such place: " + place, e);
        }
    }

    private static String text(String resource, ClassLoader loader) throws IOException {
        try (InputStream script = loader.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(script, () -> resource + " is gone").readAllBytes(),
                    UTF_8);
        }
    }
}
