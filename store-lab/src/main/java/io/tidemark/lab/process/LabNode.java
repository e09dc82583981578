package io.tidemark.lab.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A node of the laboratory: a home that one process after another runs on. */
public final class LabNode {
    private final Setup setup;
    private final ProcessGuard guard;
    private volatile Optional<NodeProcess> running = Optional.empty();

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
        private List<String> run() {
            List<String> command = command("run");
            command.addAll(List.of("--http-port", "0"));
            labClock.get().ifPresent(clock -> command.addAll(List.of("--lab-clock", clock)));
            return command;
        }

        private List<String> command(String verb) {
            List<String> command = new ArrayList<>(deployables.java(kind));
            command.addAll(
                    List.of(
                            verb,
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
        Process process = NodeProcess.launch(setup.run(), setup.log());
        guard.watch(process.pid());
        try {
            NodeProcess ready = NodeProcess.awaitReady(name(), process, setup.home(), setup.log());
            running = Optional.of(ready);
            return ready;
        } catch (RuntimeException e) {
            guard.forget(process.pid());
            throw e;
        }
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

    /** {@code kill -9}, at once. */
    public void kill() {
        running.ifPresent(NodeProcess::kill);
        forget();
    }

    public synchronized void stop() {
        process().stop();
        forget();
    }

    private void forget() {
        running.map(NodeProcess::pid).ifPresent(guard::forget);
    }

    /** Has the node's data checked, while it is stopped. */
    public Ended verify() {
        return NodeProcess.runToTheEnd(setup.command("verify"));
    }

    /** Runs the node where it is expected to refuse. */
    public Ended runToTheEnd() {
        return NodeProcess.runToTheEnd(setup.run());
    }

    void end(boolean cleanly) {
        running.ifPresent(process -> process.end(cleanly));
        forget();
    }

    /** The people's page. */
    public String address() {
        return "http://127.0.0.1:" + process().ports().http() + "/";
    }
}
