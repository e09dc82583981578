package io.tidemark.node.command;

import picocli.CommandLine;

/** What {@code --version} tells of a program: which one it is, and which JVM runs it. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** Of a command and all below it. */
    public static CommandLine toldBy(CommandLine commands) {
        commands.getCommandSpec().version("Tidemark " + version(), "JVM " + jvm());
        commands.getSubcommands().values().forEach(ProgramVersion::toldBy);
        return commands;
    }

    /** Written into the jar by the build. */
    public static String version() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static String jvm() {
        return System.getProperty("java.vm.version")
                + ", "
                + System.getProperty("java.vm.name")
                + ", "
                + System.getProperty("java.vendor");
    }
}
