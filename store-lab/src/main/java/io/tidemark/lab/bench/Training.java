package io.tidemark.lab.bench;

import io.tidemark.authority.ProvisionedNode;
import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.Deployables.Kind;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.process.NodeProcess;
import io.tidemark.lab.process.Trainee;
import io.tidemark.node.kept.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has the JVM note how a {@link TrainingDay} goes, and keep what it learns of that. */
final class Training {
    private final Deployables deployables;
    private final Path directory;
    private final List<Trainee> trainees = new ArrayList<>();

    private Training(Deployables deployables, Path directory) {
        this.deployables = deployables;
        this.directory = directory;
    }

    /**
     * Works below the source tree's {@code target}, where a training that was broken off is swept.
     *
     * @throws NodeFailed if anything of it fails: then there is no cache, or only some are there
     */
    static void run() throws IOException, InterruptedException {
        Deployables deployables = Deployables.besideThis().checked();
        Path target = deployables.sourceTree().resolve("target").resolve("training");
        try (Scratch scratch = Scratch.at(target)) {
            new Training(deployables, scratch.directory()).train();
        }
    }

    private void train() throws IOException, InterruptedException {
        try {
            new TrainingDay(deployables, directory, TrainingDay.Size.USUAL).work(this::started);
            trainees.forEach(Trainee::stop);
            trainees.parallelStream().forEach(Trainee::graduate);
        } finally {
            trainees.forEach(Trainee::close);
        }
    }

    private NodeProcess.Ports started(Kind kind, Optional<String> profile, ProvisionedNode node) {
        Trainee trainee =
                Trainee.start(
                        deployables.trained(kind, profile),
                        List.of(
                                "--dir",
                                node.home().toString(),
                                "--passphrase-file",
                                node.passphraseFile().toString()),
                        directory.resolve(node.name().device() + ".log"));
        trainees.add(trainee);
        return trainee.ports();
    }
}
