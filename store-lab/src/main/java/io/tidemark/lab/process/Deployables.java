package io.tidemark.lab.process;

import io.tidemark.profiles.AotCache;
import io.tidemark.profiles.HardwareProfile;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The jars that the build made of this source tree, and how to run them. */
public record Deployables(Path sourceTree) {
    /** Names a JVM flag that is to win over those of every node's profile. */
    private static final String NODE_FLAG = "tidemark.lab.node-flag";

    /** A node's kind: its module, and the role whose hardware profile it runs with. */
    public enum Kind {
        TILL("edge-agent", "till"),
        HANDHELD("edge-agent", "handheld"),
        GATEWAY("fog-gateway", "gateway"),
        HEAD_OFFICE("cloud-ingest", "head-office");

        private final String module;
        private final String role;

        Kind(String module, String role) {
            this.module = module;
            this.role = role;
        }
    }

    /** Those beside the jar or classes this very code was loaded from. */
    public static Deployables besideThis() {
        try {
            Path code =
                    Path.of(
                            Deployables.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return new Deployables(code.resolve("../../..").normalize());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this code was loaded from no file", e);
        }
    }

    /**
     * @throws NodeFailed naming the jars that are missing
     */
    public Deployables checked() {
        Set<String> missing = new LinkedHashSet<>();
        for (Kind kind : Kind.values())
            if (!Files.isRegularFile(jar(kind)))
                missing.add(sourceTree.relativize(jar(kind)).toString());
        if (!missing.isEmpty())
            throw new NodeFailed(
                    "missing " + String.join(", ", missing) + "; run ./tidemark build first");
        return this;
    }

    ClassArchive classes(Kind kind) {
        return ClassArchive.beside(trained(kind, Optional.empty()));
    }

    /**
     * What the build has a JVM learn of a program for such machines.
     *
     * @param profile the role's first if empty
     */
    public AotCache trained(Kind kind, Optional<String> profile) {
        return new AotCache(jar(kind), HardwareProfile.of(profile, kind.role));
    }

    /**
     * The command that runs a node's jar on this JDK, up to and with the jar.
     *
     * @param archive what the JVM is to do about its class archive
     */
    List<String> java(Kind kind, List<String> archive) {
        List<String> command = java(HardwareProfile.of(Optional.empty(), kind.role), archive);
        command.add("-jar");
        command.add(jar(kind).toString());
        return command;
    }

    /** This JDK with a profile's flags and more. */
    public static List<String> java(HardwareProfile profile, List<String> more) {
        List<String> command = new ArrayList<>();
        if (!profile.environment().isEmpty()) command.add("env");
        command.addAll(profile.environment());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(profile.jvmFlags());
        Optional.ofNullable(System.getProperty(NODE_FLAG)).ifPresent(command::add);
        command.addAll(more);
        return command;
    }

    /**
     * The command that runs a node as the launcher does, with what the build had the JVM learn.
     *
     * @param profile the role's first if empty
     * @param options of {@code run}
     */
    public List<String> run(Kind kind, Optional<String> profile, List<String> options) {
        AotCache trained = trained(kind, profile);
        List<String> command = java(trained.profile(), trained.use());
        command.addAll(List.of("-jar", trained.jar().toString(), "run"));
        command.addAll(options);
        return command;
    }

    /** What a node runs with beside its jar. */
    public Path libraries(Kind kind) {
        return jar(kind).resolveSibling("lib");
    }

    private Path jar(Kind kind) {
        return sourceTree.resolve(kind.module).resolve("target").resolve(kind.module + ".jar");
    }
}
