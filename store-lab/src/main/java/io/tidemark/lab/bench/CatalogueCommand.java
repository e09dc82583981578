package io.tidemark.lab.bench;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench catalogue}. */
@Command(
        name = "catalogue",
        description =
                "Master data from CSV files to a till of the smallest profile, and its look-ups,"
                        + " beside a database's and a map's.",
        mixinStandardHelpOptions = true)
final class CatalogueCommand implements Callable<Integer> {
    @Option(
            names = "--products",
            defaultValue = "200000",
            description = "articles that are imported (default 200000)")
    private int products = 200_000;

    @Option(
            names = "--look-ups",
            defaultValue = "200000",
            description = "look-ups of each kind that are measured (default 200000)")
    private int lookUps = 200_000;

    @Mixin private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws IOException {
        BenchOptions.atLeast(1, "--products", products);
        BenchOptions.atLeast(1, "--look-ups", lookUps);
        try (BenchDirectory directory = options.directory()) {
            options.tell(
                    new CatalogueBench(directory.path(), products, lookUps)
                            .run(options.progress()));
        }
        return 0;
    }
}
