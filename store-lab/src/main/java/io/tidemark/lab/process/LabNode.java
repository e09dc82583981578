package io.tidemark.lab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A node of the laboratory: a home that one process after another runs on. */
public final class LabNode {
    /** A node that refuses does so once it has read its journals. */
    private static final Duration REFUSAL_MAX = Duration.ofMinutes(1);

    private static final Duration CHECK_MAX = Duration.ofMinutes(10);

    private final Setup setup;
    private final ProcessGuard guard;
    private volatile Optional<NodeProcess> running = Optional.empty();
    private volatile Map<String, String> environment = Map.of();
    private volatile Optional<ClassArchive.Draft> draft = Optional.empty();

    /**
     * All that is needed to start it.
     *
     * @param labClock as {@code --lab-clock} takes it, or empty for the real time; asked at every
     *     start
     * @param log where what it prints is appended
     */
    public record Setup(
            String name,
            Deployables deployables,
            Deployables.Kind kind,
            Path home,
            Path passphraseFile,
            Supplier<Optional<String>> labClock,
            Path log) {
        private Setup at(Path another) {
            return new Setup(name, deployables, kind, another, passphraseFile, labClock, log);
        }

        private ClassArchive classes() {
            return deployables.classes(kind);
        }

        private List<String> run(Optional<ClassArchive.Draft> draft) {
            List<String> archive =
                    draft.map(ClassArchive.Draft::write).orElseGet(() -> classes().use());
            List<String> command = command(archive, "run");
            command.addAll(List.of("--http-port", "0"));
            labClock.get().ifPresent(clock -> command.addAll(List.of("--lab-clock", clock)));
            return command;
        }

        private List<String> command(String... verbs) {
            return command(classes().use(), verbs);
        }

        private List<String> aside(String... words) {
            List<String> command = new ArrayList<>(deployables.java(kind, classes().use()));
            command.addAll(List.of(words));
            return command;
        }

        private List<String> command(List<String> archive, String... verbs) {
            List<String> command = new ArrayList<>(deployables.java(kind, archive));
            command.addAll(List.of(verbs));
            command.addAll(
                    List.of(
                            "--dir",
                            home.toString(),
                            "--passphrase-file",
                            passphraseFile.toString()));
            return command;
        }
    }

    /** How a process that ended by itself ended, and all it said. */
    public record Ended(int code, String words) {}

    LabNode(Setup setup, ProcessGuard guard) {
        this.setup = setup;
        this.guard = guard;
    }

    public String name() {
        return setup.name();
    }

    public Path home() {
        return setup.home();
    }

    /** Starts a process on the home and waits until it is ready. */
    public synchronized NodeProcess start() {
        if (isRunning()) throw new IllegalStateException(name() + " is running");
        Process process = launched();
        try {
            NodeProcess ready = NodeProcess.awaitReady(name(), process, setup.home(), setup.log());
            running = Optional.of(ready);
            return ready;
        } catch (RuntimeException e) {
            guard.forget(process.pid());
            discardDraft();
            throw e;
        }
    }

    /**
     * Starts a process and kills it again after this long, whether it is ready by then or not.
     *
     * @return whether it was still there to be killed
     */
    public synchronized boolean startAndKillAfter(Duration time) {
        if (isRunning()) throw new IllegalStateException(name() + " is running");
        Process process = launched();
        boolean killed = NodeProcess.killAfter(process, time);
        guard.forget(process.pid());
        discardDraft();
        return killed;
    }

    private Process launched() {
        // Under a shifted clock the jar would look to be another than it is.
        draft = environment.isEmpty() ? setup.classes().draft() : Optional.empty();
        Process process = NodeProcess.launch(setup.run(draft), environment, setup.log());
        guard.watch(process.pid());
        return process;
    }

    /** What processes started from now on find in their environment besides the laboratory's. */
    public void environment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
    }

    public Map<String, String> environment() {
        return environment;
    }

    public boolean isRunning() {
        return running.map(NodeProcess::isAlive).orElse(false);
    }

    /**
     * @throws NodeFailed if it is not running
     */
    public NodeProcess process() {
        return running.filter(NodeProcess::isAlive)
                .orElseThrow(() -> new NodeFailed(name() + " is not running; see " + setup.log()));
    }

    /** How the last process ended, if it does within this time. */
    public OptionalInt endsWithin(Duration time) {
        OptionalInt code = running.map(one -> one.endsWithin(time)).orElse(OptionalInt.empty());
        if (code.isPresent()) forget();
        return code;
    }

    /** What its processes have printed. */
    public Path log() {
        return setup.log();
    }

    /** {@code kill -9}, at once. */
    public void kill() {
        running.ifPresent(NodeProcess::kill);
        forget();
    }

    public synchronized void stop() {
        process().stop();
        endedCleanly();
        forget();
    }

    private void forget() {
        running.map(NodeProcess::pid).ifPresent(guard::forget);
        discardDraft();
    }

    private void endedCleanly() {
        draft.ifPresent(ClassArchive.Draft::keep);
        draft = Optional.empty();
    }

    private void discardDraft() {
        draft.ifPresent(ClassArchive.Draft::discard);
        draft = Optional.empty();
    }

    /** Has the node's data checked, while it is stopped. */
    public Ended verify() {
        return NodeProcess.runToTheEnd(setup.command("verify"), CHECK_MAX);
    }

    /** Has {@code ledger export} or the like done on its home. */
    public Ended ledger(String verb, String... options) {
        List<String> command = setup.command("ledger", verb);
        command.addAll(List.of(options));
        return NodeProcess.runToTheEnd(command, CHECK_MAX);
    }

    /** Has a gateway's journals rebuilt from what head office keeps. */
    public Ended recover(String... options) {
        List<String> command = setup.command("recover");
        command.addAll(List.of(options));
        return NodeProcess.runToTheEnd(command, CHECK_MAX);
    }

    /** Has {@code books trial-balance} or the like told by a running head office. */
    public Ended books(String verb, String... options) {
        List<String> command = setup.aside("books", verb, "--dir", setup.home().toString());
        command.addAll(List.of(options));
        return NodeProcess.runToTheEnd(command, CHECK_MAX);
    }

    /** Has {@code master import} or the like done at a running head office. */
    public Ended master(String verb, String... options) {
        List<String> command = setup.aside("master", verb, setup.home().toString());
        command.addAll(List.of(options));
        return NodeProcess.runToTheEnd(command, CHECK_MAX);
    }

    /** A node of the same identity with nothing of its own yet, to be looked at and not run. */
    public LabNode emptied(Path into) throws IOException {
        Path identity = setup.home().resolve("identity");
        try (Stream<Path> files = Files.walk(identity)) {
            for (Path file : files.toList())
                Files.copy(file, into.resolve(setup.home().relativize(file).toString()));
        }
        Files.copy(setup.home().resolve("node.yaml"), into.resolve("node.yaml"));
        return new LabNode(setup.at(into), guard);
    }

    /** Has a gateway write down where a till stands, running or not. */
    public Ended standing(String device, Path file) {
        List<String> command = setup.command("standing");
        command.addAll(List.of("--device", device, "--out", file.toString()));
        return NodeProcess.runToTheEnd(command, CHECK_MAX);
    }

    /**
     * Runs the node where it is expected to refuse.
     *
     * @throws NodeFailed if it does not: then it would run for ever, and is killed
     */
    public Ended runToTheEnd() {
        return NodeProcess.runToTheEnd(setup.run(Optional.empty()), REFUSAL_MAX);
    }

    void end(boolean cleanly) {
        running.ifPresent(process -> {
            if (process.end(cleanly)) endedCleanly();
        });
        forget();
    }

    /** The people's page. */
    public String address() {
        return "http://127.0.0.1:" + process().ports().http() + "/";
    }
}
