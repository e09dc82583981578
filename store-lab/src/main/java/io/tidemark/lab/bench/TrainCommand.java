package io.tidemark.lab.bench;

import io.tidemark.lab.process.NodeFailed;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code train}: what the build ends with. */
@Command(
        name = "train",
        description = "Has the JVM learn the programs of tills and gateway, for a faster start.",
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            Training.run();
            return DONE;
        } catch (NodeFailed failed) {
            System.err.println("tidemark train: " + failed.getMessage());
            return FAILED;
        }
    }
}
