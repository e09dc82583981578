package io.tidemark.lab.bench;

import io.tidemark.profiles.HardwareProfile;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench footprint}. */
@Command(
        name = "footprint",
        description =
                "Memory and time to the first answer of a till and a gateway,"
                        + " beside Micronaut, H2 and Paho alone.",
        mixinStandardHelpOptions = true)
final class FootprintCommand implements Callable<Integer> {
    @Option(
            names = "--profile",
            defaultValue = "till-small",
            description = "the till's hardware profile (default till-small)")
    private String profile = "till-small";

    @Option(
            names = "--starts",
            defaultValue = "5",
            description = "of the till and of the bare program, in turn (default 5)")
    private int starts = 5;

    @Option(
            names = "--gateway-starts",
            defaultValue = "3",
            description = "of the gateway (default 3)")
    private int gatewayStarts = 3;

    @Mixin private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws IOException {
        BenchOptions.atLeast(1, "--starts", starts);
        BenchOptions.atLeast(1, "--gateway-starts", gatewayStarts);
        FootprintBench.Size size =
                new FootprintBench.Size(
                        HardwareProfile.of(Optional.of(profile), "till"), starts, gatewayStarts);
        try (BenchDirectory directory = options.directory();
                FootprintBench bench =
                        new FootprintBench(size, directory.path(), options.progress())) {
            options.tell(bench.run());
        }
        return 0;
    }
}
