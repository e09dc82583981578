package io.tidemark.authority;

import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "replace-gateway",
        description = {
            "Puts a new machine in the place of a store's gateway that is lost or whose disk is gone:"
                    + " the same name, new keys, the next epoch.",
            "Its journals come back with `tidemark gateway recover`, and from its tills."
        })
final class ProvisionReplaceGateway implements Callable<Integer> {
    @Mixin private final ReplaceOptions options = new ReplaceOptions();

    @Option(
            names = "--store",
            required = true,
            paramLabel = "LABEL",
            description = "The store, such as s001.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String store;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Authority authority = options.open();
        Replaced replaced =
                authority.replaceGateway(
                        store, options.settings(authority, gateway(authority)), options.out());
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                store
                        + " has a new gateway, epoch "
                        + Math.addExact(replaced.before().epoch(), 1)
                        + ". The old one is refused by all who know of it: never start it again.");
        ReplacedPrint.print(replaced, out);
        out.println(
                "  before its first start, rebuild its journals:  ./tidemark gateway recover --help");
        out.flush();
        return 0;
    }

    private NodeName gateway(Authority authority) throws IOException {
        String organisation = authority.roster().organisation();
        return Names.within("--store", organisation, store, StoreSpec.GATEWAY_DEVICE);
    }
}
